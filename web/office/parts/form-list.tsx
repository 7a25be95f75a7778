// A list in a form: boxes to tick for a closed list of values, rows to add and take away for everything else.
import type { ClipboardEvent } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Draft } from '../../acts/draft.ts';
import { isDraftList, isDraftObject } from '../../acts/draft.ts';
import { alternativesOf } from '../../acts/form-schema.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { titleOfWord } from '../../text/values.ts';
import { type FieldProps, FormFields, rowsOf } from './form-fields.tsx';

export function FormList(props: FieldProps) {
  const { schema, value, context, onChange } = props;
  const alternatives = alternativesOf(schema.items ?? {});
  const closed = alternatives.find(({ enum: values }) => values);
  const open = alternatives.some(({ type, enum: values }) => type === 'string' && !values);
  if (closed?.enum) {
    return (
      <Boxes
        values={closed.enum}
        open={open && alternatives.length > 1}
        chosen={isDraftList(value) ? value : []}
        titleOf={context.titleOfValue ?? titleOfWord}
        onChange={onChange}
      />
    );
  }
  return <Rows {...props} />;
}

function Boxes({
  values,
  open,
  chosen,
  titleOf,
  onChange,
}: {
  values: readonly string[];
  open: boolean;
  chosen: readonly Draft[];
  titleOf: (value: string) => Bilingual;
  onChange(value: Draft): void;
}) {
  const say = useSay();
  const others = chosen.filter((each) => !values.includes(String(each)));
  return (
    <>
      <div className="boxes">
        {values.map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {say(titleOf(value))}
          </label>
        ))}
      </div>
      {open && (
        <label className="field">
          {say(formText.further)}
          <input
            value={others.map((each) => String(each).replace(/^UTILITY:/, '')).join('、')}
            onChange={({ target }) =>
              onChange([
                ...chosen.filter((each) => values.includes(String(each))),
                ...target.value
                  .split('、')
                  .filter((name) => name !== '')
                  .map((name) => `UTILITY:${name}`),
              ])
            }
          />
        </label>
      )}
    </>
  );
}

function Rows({ name, schema, required, pointer, value, problems, context, onChange }: FieldProps) {
  const say = useSay();
  const { items } = schema;
  const rows = rowsOf(value, schema, required);
  if (items === undefined) return null;
  const change = (index: number, row: Draft) => onChange(rows.map((each, place) => (place === index ? row : each)));
  const plain = items.type === 'string' || items.type === 'integer';
  const paste = (event: ClipboardEvent) => {
    const pasted = rowsFrom(event.clipboardData.getData('text/plain'), Object.keys(items.properties ?? {}));
    if (pasted.length < 2) return;
    event.preventDefault();
    onChange([...rows.filter(isFilledIn), ...pasted]);
  };
  return (
    <div className="rows" onPaste={paste}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name than their place
        <div className="row" key={index}>
          {plain ? (
            <FormFields
              {...{ problems, context }}
              schema={{ type: 'object', properties: { [name]: items }, required: [name] }}
              pointer={pointer}
              value={{ [name]: row }}
              onChange={(changed) =>
                change(
                  index,
                  changed && typeof changed === 'object' && !Array.isArray(changed)
                    ? Object.values(changed)[0]
                    : changed,
                )
              }
            />
          ) : (
            <FormFields
              {...{ problems, context }}
              schema={items}
              pointer={`${pointer}/${index}`}
              value={row}
              onChange={(changed) => change(index, changed)}
            />
          )}
          <button
            type="button"
            className="ghost"
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
            aria-label={`${say(formText.remove)} ${index + 1}`}
          >
            {say(formText.remove)}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="ghost"
        disabled={rows.length >= (schema.maxItems ?? Number.POSITIVE_INFINITY)}
        onClick={() => onChange([...rows, plain ? '' : {}])}
      >
        {say(formText.add)}
      </button>
      {!plain && <small className="muted">{say(formText.paste)}</small>}
    </div>
  );
}

/** Cells copied from a spreadsheet: a line for each row, a tab between columns, in the order of the fields. */
const rowsFrom = (text: string, fields: readonly string[]): readonly Draft[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Object.fromEntries(
        line.split('\t').map((cell, column) => [fields[column] ?? String(column), cell.trim()] as const),
      ),
    );

const isFilledIn = (row: Draft): boolean => isDraftObject(row) && Object.values(row).some((cell) => cell !== '');
