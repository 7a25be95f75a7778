// What the ledger and earlier papers know already, as it will be printed; what is on record is locked.
import type { Draft, DraftObject } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { printExact } from '../../figures/amounts.ts';
import { printDate } from '../../figures/dates.ts';
import { type Language, type Say, useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { titleOfPaperField, titleOfPaperValue } from '../../text/papers/titles.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';

interface KnownProps {
  readonly kind: string;
  readonly known: readonly (readonly [string, FormSchema])[];
  readonly contents: DraftObject;
  readonly onRecord: readonly string[];
  onChange(name: string): void;
}

export function KnownContents({ kind, known, contents, onRecord, onChange }: KnownProps) {
  const say = useSay();
  const language = useLanguage();
  const titleOf = titleOfPaperField(kind);
  if (known.length === 0) return null;
  return (
    <Card title={say(paperText.known)} note={String(known.length)} id="known">
      <p className="fine">{say(paperText.knownLead)}</p>
      <dl className="known">
        {known.map(([name]) => (
          <div key={name}>
            <dt>{say(titleOf(name))}</dt>
            <dd>
              <span>{printed(contents[name], { say, language, titleOf })}</span>
              {onRecord.includes(name) ? (
                <span className="locked">
                  <Icon name="lock" size={14} />
                  <span className="sr">{say(paperText.onRecord)}</span>
                </span>
              ) : (
                <button
                  type="button"
                  className="ghost"
                  aria-label={`${say(paperText.change)} ${say(titleOf(name))}`}
                  onClick={() => onChange(name)}
                >
                  {say(paperText.change)}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface Wording {
  readonly say: Say;
  readonly language: Language;
  readonly titleOf: ReturnType<typeof titleOfPaperField>;
}

/** One level is enough to recognise what it is; the picture shows the rest. */
function printed(value: Draft, wording: Wording): string {
  const { say, language, titleOf } = wording;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return say(titleOfPaperValue(String(value)));
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printDate(value, language);
    if (/^-?\d+\.\d{2}$/.test(value)) return printExact(value);
    if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 16)}…`;
    return say(titleOfPaperValue(value));
  }
  if (Array.isArray(value)) {
    const rows = value as readonly Draft[];
    const short = rows.length <= 8 && rows.every((row) => typeof row === 'string');
    return short ? rows.map((row) => printed(row, wording)).join('、') : `${rows.length} ${say(paperText.rows)}`;
  }
  return Object.entries(value)
    .map(([name, part]) => `${say(titleOf(name))} ${printed(part, wording)}`)
    .join(' · ');
}
