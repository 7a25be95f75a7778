// The contents of a paper: what is missing as a form, what may be left out, what the ledger knows and what of it may be changed.
import type { FieldProblem } from '../../../domain/errors.ts';
import { versionName } from '../../../domain/paper/version-name.ts';
import { type Draft, type DraftObject, schemaFor } from '../../acts/draft.ts';
import { discriminatorOf, type FormSchema } from '../../acts/form-schema.ts';
import { type Say, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { titleOfPaperField, titleOfPaperValue } from '../../text/papers/titles.ts';
import { Card } from '../parts/card.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { type Edition, EditionFields } from './edition-fields.tsx';
import { KnownContents } from './known-contents.tsx';
import type { Prepared } from './use-prepared.ts';
import '../acts/form.css';

interface ContentsFormProps {
  readonly kind: string;
  readonly schema: FormSchema;
  readonly prepared: Prepared;
  readonly contents: DraftObject;
  readonly edition: Edition;
  readonly numbered: boolean;
  readonly problems: readonly FieldProblem[];
  onContents(contents: DraftObject): void;
  onEdition(edition: Edition): void;
}

export function ContentsForm(props: ContentsFormProps) {
  const say = useSay();
  const { kind, schema, prepared, contents, edition, numbered, problems, onContents, onEdition } = props;
  const followed = schemaFor(schema, contents);
  const fields = Object.entries(followed.properties ?? {});
  const discriminator = discriminatorOf(schema);
  const wrong = new Set([...prepared.missing, ...problems].map(({ path }) => path.split('/')[2] ?? ''));
  const isRequired = (name: string) => followed.required?.includes(name) ?? false;
  const isTyped = (name: string) => name in contents;
  const isKnown = (name: string) => name in prepared.contents && !isTyped(name);
  const isAsked = (name: string) => wrong.has(name) || name === discriminator || isTyped(name);
  const asked = fields.filter(([name]) => isAsked(name) && (isRequired(name) || isTyped(name) || wrong.has(name)));
  const optional = fields.filter(([name]) => !isAsked(name) && !isKnown(name));
  const known = fields.filter(([name]) => isKnown(name) && !wrong.has(name));
  const form = (some: readonly (readonly [string, FormSchema])[]) => (
    <FormFields
      schema={{ type: 'object', properties: Object.fromEntries(some), required: followed.required ?? [] }}
      pointer="/contents"
      value={{ ...partlyKnown(prepared, some), ...contents }}
      problems={problems.filter(({ path }) => isTypedAt(contents, path))}
      context={{ titleOfField: titleOfPaperField(kind), titleOfValue: titleOfPaperValue }}
      onChange={(changed) => onContents(changesOf(contents, changed, some))}
    />
  );
  return (
    <div className="issue-form">
      {prepared.printing !== undefined && edition.version === '' && (
        <p className="say plain">
          {say(paperText.again)} <b className="num">V{versionName(prepared)}</b>
        </p>
      )}
      <Card title={say(paperText.toType)} note={noteOf(prepared.missing.length, say)} id="missing">
        <p className="fine">{say(paperText.missingLead)}</p>
        <div className="act-form">{form(asked)}</div>
      </Card>
      {optional.length > 0 && (
        <details className="card folded" id="optional">
          <summary>
            <h2>{say(paperText.optional)}</h2>
            <small>{optional.length}</small>
          </summary>
          <div className="act-form">{form(optional)}</div>
        </details>
      )}
      <details className="card folded" id="edition">
        <summary>
          <h2>{say(paperText.edition)}</h2>
          <small>
            {say(paperText.version)} {edition.version || versionName(prepared)}
          </small>
        </summary>
        <EditionFields edition={edition} version={prepared.version} numbered={numbered} onChange={onEdition} />
      </details>
      <KnownContents
        kind={kind}
        known={known}
        contents={prepared.contents}
        onRecord={prepared.onRecord}
        onChange={(name) => onContents({ ...contents, [name]: prepared.contents[name] ?? '' })}
      />
    </div>
  );
}

const noteOf = (missing: number, say: Say): string =>
  missing === 0 ? say(paperText.complete) : `${say(paperText.missing)} ${missing}`;

/** A field that is asked for although something is known of it begins with what is known. */
const partlyKnown = ({ contents }: Prepared, fields: readonly (readonly [string, FormSchema])[]): DraftObject =>
  Object.fromEntries(fields.flatMap(([name]) => (name in contents ? [[name, contents[name]]] : [])));

/** Only what was touched is typed. */
function changesOf(
  before: DraftObject,
  changed: Draft,
  fields: readonly (readonly [string, FormSchema])[],
): DraftObject {
  if (changed === null || typeof changed !== 'object' || Array.isArray(changed)) return before;
  const now = changed as DraftObject;
  const touched = fields.flatMap(([name]) => {
    const value = now[name];
    return value === undefined || value === before[name] ? [] : [[name, value] as const];
  });
  return { ...before, ...Object.fromEntries(touched) };
}

/** What was not begun is named as missing by standing there; a sentence in red is for what was typed and is wrong. */
function isTypedAt(contents: DraftObject, path: string): boolean {
  const value = contents[path.split('/')[2] ?? ''];
  return value !== undefined && value !== '';
}
