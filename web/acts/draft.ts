// What is being filled in: plain JSON by path, kept in this tab so that neither an expired session nor a reload loses it.
import { alternativesOf, discriminatorOf, type FormSchema } from './form-schema.ts';

export type Draft = string | number | boolean | undefined | readonly Draft[] | { readonly [field: string]: Draft };
export type DraftObject = { readonly [field: string]: Draft };

export const isDraftObject = (draft: Draft): draft is DraftObject =>
  typeof draft === 'object' && draft !== null && !Array.isArray(draft);

export const isDraftList = (draft: Draft): draft is readonly Draft[] => Array.isArray(draft);

export const fieldOf = (draft: Draft, field: string): Draft => (isDraftObject(draft) ? draft[field] : undefined);

export function withField(draft: Draft, field: string, value: Draft): DraftObject {
  return { ...(isDraftObject(draft) ? draft : {}), [field]: value };
}

/** The object schema that a draft follows: of alternatives the one it names, or all of them side by side. */
export function schemaFor(schema: FormSchema, draft: Draft): FormSchema {
  const alternatives = alternativesOf(schema);
  if (alternatives.length < 2) return schema;
  const discriminator = discriminatorOf(schema);
  if (discriminator === undefined) return sideBySide(alternatives);
  const chosen = fieldOf(draft, discriminator);
  const values = alternatives.flatMap(({ properties }) => properties?.[discriminator]?.const ?? []);
  const alternative = alternatives.find((_, index) => values[index] === chosen);
  // Told apart by yes or no, or by a word.
  const choice: FormSchema =
    typeof values[0] === 'boolean' ? { type: 'boolean' } : { type: 'string', enum: values.map(String) };
  return {
    type: 'object',
    properties: { [discriminator]: choice, ...omit(alternative?.properties ?? {}, discriminator) },
    required: [discriminator, ...(alternative?.required ?? [])],
  };
}

const omit = (fields: Readonly<Record<string, FormSchema>>, left: string) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== left));

/** Alternatives that no single field tells apart (勘察单位 may also be “not involved”): every value of any of them. */
function sideBySide(alternatives: readonly FormSchema[]): FormSchema {
  const names = [...new Set(alternatives.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const properties = Object.fromEntries(
    names.map((name) => {
      const fields = alternatives.flatMap((alternative) => alternative.properties?.[name] ?? []);
      const values = fields.flatMap((field) => field.enum ?? (field.const === undefined ? [] : [String(field.const)]));
      const [first = {}] = fields;
      const field: FormSchema = values.length > 0 ? { type: 'string', enum: [...new Set(values)] } : first;
      return [name, field];
    }),
  );
  const required = names.filter((name) => alternatives.every((each) => each.required?.includes(name)));
  return { type: 'object', properties, required };
}

/** What is sent: without what was left empty, and yes or no where the form shows a box. */
export function filledIn(schema: FormSchema, draft: Draft): Draft {
  const followed = schemaFor(schema, draft);
  if (followed.type === 'object') {
    const fields = Object.entries(followed.properties ?? {}).flatMap(([name, field]) => {
      const needed = followed.required?.includes(name) ?? false;
      const value = filledIn(field, fieldOf(draft, name));
      if (value === undefined && !needed) return [];
      if (!needed && isDraftObject(value) && Object.keys(value).length === 0) return [];
      if (!needed && isDraftList(value) && value.length === 0) return [];
      return [[name, value] as const];
    });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (followed.type === 'array') {
    const { items } = followed;
    return isDraftList(draft) && items ? draft.map((each) => filledIn(items, each)) : [];
  }
  if (followed.type === 'integer') return draft === '' || draft === undefined ? undefined : Number(draft);
  if (typeof draft !== 'string') return draft;
  return draft.trim() === '' ? undefined : draft.trim();
}

const keyOf = (form: string) => `jiugai-draft:${form}`;

export function keepDraft(form: string, draft: Draft): void {
  sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
}

export function keptDraft(form: string): Draft {
  const kept = sessionStorage.getItem(keyOf(form));
  // Written by keepDraft only.
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
}

export const forgetDraft = (form: string): void => sessionStorage.removeItem(keyOf(form));
