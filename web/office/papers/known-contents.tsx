// What the ledger and earlier papers know already, as it will be printed; what is on record is locked.
import type { DraftObject } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { titleOfPaperField } from '../../text/papers/titles.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { printedValue } from './printed-value.ts';

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
              <span>{printedValue(contents[name], { say, language, titleOf })}</span>
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
