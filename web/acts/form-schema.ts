// The part of JSON Schema that the inputs of acts and calculators use.
export interface FormSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly oneOf?: readonly FormSchema[];
  readonly anyOf?: readonly FormSchema[];
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly description?: string;
  readonly default?: unknown;
  readonly additionalProperties?: boolean | FormSchema;
}

/** SHA-256 of a paper: people choose a file instead. */
export const PAPER_PATTERN = '^[0-9a-f]{64}$';

/** The alternatives of a schema; a plain one has itself as its only one. */
export const alternativesOf = (schema: FormSchema): readonly FormSchema[] => schema.oneOf ?? schema.anyOf ?? [schema];

/** The field by whose value the alternatives are told apart, and the alternative for each value. */
export function discriminatorOf(schema: FormSchema): string | undefined {
  const alternatives = alternativesOf(schema);
  if (alternatives.length < 2) return undefined;
  const names = Object.keys(alternatives[0]?.properties ?? {});
  return names.find((name) => {
    const values = alternatives.map(({ properties }) => properties?.[name]?.const);
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
}
