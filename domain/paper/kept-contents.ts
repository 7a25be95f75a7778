// What is kept of what a paper says, field by field: to tell later what another version says otherwise.
import type { Json, JsonObject } from '../json.ts';
import type { DocumentCode } from './catalogue.ts';

/** Printed and stored nowhere else: whoever has a number of an account or the code of a unit can use it. */
const NEVER_STORED = { accountNo: ['FA1', 'S1', 'S2'], unitCode: ['U1'] } as const satisfies Record<
  string,
  readonly DocumentCode[]
>;

/** Fields that papers of the kind print and nobody keeps. */
export const neverStoredOf = (kind: DocumentCode): readonly string[] =>
  Object.entries(NEVER_STORED).flatMap(([name, kinds]) => (kinds.some((each) => each === kind) ? [name] : []));

/** Without what is never stored, wherever it stands. */
export const keptContents = (contents: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(contents).flatMap(([name, value]) => (name in NEVER_STORED ? [] : [[name, kept(value)]])),
  );

function kept(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  return isList(value) ? value.map(kept) : keptContents(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
