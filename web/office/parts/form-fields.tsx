// A form drawn from the schema of an act: every field with its title, its own sentence when it is wrong, nothing twice.
import { type ComponentType, useCallback, useEffect, useId, useRef } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { FieldProblem } from '../../../domain/errors.ts';
import { type Draft, fieldOf, isDraftList, schemaFor, withField } from '../../acts/draft.ts';
import { alternativesOf, type FormSchema, PAPER_PATTERN } from '../../acts/form-schema.ts';
import { titleOfField } from '../../text/fields.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { titleOfWord } from '../../text/values.ts';
import { FormList } from './form-list.tsx';
import { PaperField } from './paper-field.tsx';
import { AccountField, RollField, VotesField } from './special-fields.tsx';

export interface FieldProps {
  readonly name: string;
  readonly schema: FormSchema;
  readonly required: boolean;
  /** JSON pointer into the input. */
  readonly pointer: string;
  readonly value: Draft;
  /** The group of fields that it stands in, as filled in; and all that it has. */
  readonly around: Draft;
  readonly siblings: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly context: FormContext;
  onChange(value: Draft): void;
}

/** What special fields need to know of the place where the form stands. */
export interface FormContext {
  readonly projectId?: string;
  readonly ballot?: 'WILLINGNESS' | 'PLAN';
  readonly rollHash?: string;
  /** What fields and values are called where they are not those of acts. */
  readonly titleOfField?: (name: string) => Bilingual;
  readonly titleOfValue?: (value: string) => Bilingual;
  /** What stands beside the control of a field, where it can also be filled in another way. */
  readonly Beside?: ComponentType<BesideProps>;
}

/** `siblings`: the fields of the group that it stands in. */
export type BesideProps = Pick<FieldProps, 'name' | 'schema' | 'value' | 'around' | 'siblings' | 'onChange'>;

export interface FieldsProps extends Omit<FieldProps, 'name' | 'required' | 'around' | 'siblings'> {}

export function FormFields({ schema, pointer, value, problems, context, onChange }: FieldsProps) {
  const followed = schemaFor(schema, value);
  const fields = Object.entries(followed.properties ?? {});
  const siblings = fields.map(([name]) => name);
  return fields.map(([name, field]) => (
    <FormField
      key={name}
      {...{ name, schema: field, problems, context }}
      pointer={`${pointer}/${name}`}
      required={followed.required?.includes(name) ?? false}
      value={fieldOf(value, name)}
      around={value}
      siblings={siblings}
      onChange={(changed) => onChange(withField(value, name, changed))}
    />
  ));
}

function FormField(given: FieldProps) {
  const say = useSay();
  const id = useId();
  const props = { ...given, onChange: useLatest(given.onChange) };
  const { name, schema, required, pointer, value, around, siblings, problems, context, onChange } = props;
  const { Beside } = context;
  const problem = problems.find(({ path }) => path === pointer);
  const title = say((context.titleOfField ?? titleOfField)(name));
  const described = problem ? `${id}-problem` : undefined;

  if (
    schema.type === 'array' ||
    schema.type === 'object' ||
    alternativesOf(schema).some(({ type }) => type === 'object')
  ) {
    return (
      <fieldset className="group" id={anchorOf(pointer)}>
        <legend>
          {title}
          {!required && <small> {say(formText.optional)}</small>}
        </legend>
        {problem && <Wrong id={`${id}-problem`} problem={problem} />}
        {schema.type === 'array' ? <FormList {...props} /> : <FormFields {...props} />}
      </fieldset>
    );
  }
  if (schema.type === 'boolean') {
    return (
      <div className="field" id={anchorOf(pointer)}>
        <fieldset className="yes-no" aria-describedby={described}>
          <legend>
            {title}
            {!required && <small> {say(formText.optional)}</small>}
          </legend>
          {[true, false].map((answer) => (
            <label key={String(answer)}>
              <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
              {say(titleOfWord(String(answer)))}
            </label>
          ))}
        </fieldset>
        {problem && <Wrong id={`${id}-problem`} problem={problem} />}
      </div>
    );
  }
  return (
    <div className="field" id={anchorOf(pointer)}>
      <label htmlFor={id}>
        {title}
        {!required && <small> {say(formText.optional)}</small>}
      </label>
      <Control {...{ id, name, schema, value, around, context, onChange, described }} />
      {Beside && <Beside {...{ name, schema, value, around, siblings, onChange }} />}
      {problem && <Wrong id={`${id}-problem`} problem={problem} />}
    </div>
  );
}

/**
 * The same function all the while, acting as the latest one: an upload that ends while somebody types elsewhere in the
 * form must not bring back what the form was when the upload began.
 */
function useLatest(onChange: (value: Draft) => void): (value: Draft) => void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  return useCallback((value) => latest.current(value), []);
}

/** Where the summary of mistakes leads to. */
export const anchorOf = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

function Wrong({ id, problem }: { id: string; problem: FieldProblem }) {
  const say = useSay();
  return (
    <p className="wrong" id={id}>
      {say(problem.says)}
    </p>
  );
}

export interface ControlProps
  extends Pick<FieldProps, 'name' | 'schema' | 'value' | 'around' | 'context' | 'onChange'> {
  readonly id: string;
  readonly described: string | undefined;
}

const LONG = 300;

function Control(props: ControlProps) {
  const say = useSay();
  const { id, name, schema, value, onChange, described } = props;
  const text = value === undefined ? '' : String(value);
  const wiring = { id, 'aria-describedby': described, 'aria-invalid': described !== undefined };
  if (name === 'rollHash') return <RollField {...props} />;
  if (name === 'votes') return <VotesField {...props} />;
  if (name === 'numberHash') return <AccountField {...props} />;
  if (schema.pattern === PAPER_PATTERN && name !== 'unit') return <PaperField {...props} />;
  if (schema.enum) {
    return (
      <select {...wiring} value={text} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say(formText.choose)}</option>
        {schema.enum.map((option) => (
          <option key={option} value={option}>
            {say((props.context.titleOfValue ?? titleOfWord)(option))}
          </option>
        ))}
      </select>
    );
  }
  if (schema.format === 'date') {
    return <input {...wiring} type="date" value={text} onChange={({ target }) => onChange(target.value)} />;
  }
  if (schema.format === 'date-time') {
    return <input {...wiring} type="datetime-local" value={text} onChange={({ target }) => onChange(target.value)} />;
  }
  if (schema.type === 'integer') {
    return (
      <input
        {...wiring}
        type="number"
        min={schema.minimum}
        max={schema.maximum}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  if ((schema.maxLength ?? 0) > LONG) {
    return (
      <textarea
        {...wiring}
        rows={3}
        maxLength={schema.maxLength}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  const exact = schema.pattern?.startsWith('^(?:0|[1-9]');
  return (
    <input
      {...wiring}
      inputMode={exact ? 'decimal' : schema.format === 'telephone' ? 'tel' : 'text'}
      maxLength={schema.maxLength}
      value={text}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** How many rows a list begins with: one that must not be empty shows its first row. */
export const rowsOf = (value: Draft, { minItems = 0 }: FormSchema, required: boolean): readonly Draft[] =>
  isDraftList(value) ? value : Array.from({ length: required ? minItems : 0 }, () => ({}));
