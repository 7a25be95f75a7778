// Inputs that fit the schema of an act and are otherwise arbitrary: what a decision has to stand, whoever typed it. They
// fit by construction: each text is one of the given words that its own field takes.
import fc from 'fast-check';
import * as z from 'zod';

/** More are drawn than are kept: what a whole object forbids (one field or the other, an order of days) is seen last. */
const DRAWN_FOR_ONE = 4;

const NUMBERS: readonly number[] = [0, 1, 2, 3, 10, 0.5, 1996, 2026, 1_000_000];

/** `words`: what texts may be, such as days, amounts, papers on file, codes. Throws for a field that takes none of them. */
export function fittingInputs(
  input: z.core.$ZodType,
  words: readonly string[],
  { many, seed }: { readonly many: number; readonly seed: number },
): readonly unknown[] {
  const drawn = fc.sample(arbitraryOf(input, words, ''), { numRuns: many * DRAWN_FOR_ONE, seed });
  return drawn.filter((value) => z.safeParse(input, value).success).slice(0, many);
}

function fitting(schema: z.core.$ZodType, candidates: readonly unknown[], path: string): fc.Arbitrary<unknown> {
  const taken = candidates.filter((candidate) => z.safeParse(schema, candidate).success);
  if (taken.length === 0) throw new Error(`no word fits ${path}`);
  return fc.constantFrom(...taken);
}

function arbitraryOf(schema: z.core.$ZodType, words: readonly string[], path: string): fc.Arbitrary<unknown> {
  const type = schema as z.core.$ZodTypes;
  const inside = (inner: z.core.$ZodType, step: string) => arbitraryOf(inner, words, `${path}/${step}`);
  switch (type._zod.def.type) {
    case 'string':
    case 'template_literal':
      return fitting(schema, words, path);
    case 'number':
      return fitting(schema, NUMBERS, path);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...type._zod.def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(type._zod.def.entries));
    case 'null':
      return fc.constant(null);
    case 'union':
      return fc.oneof(...type._zod.def.options.map((option, index) => inside(option, String(index))));
    case 'object':
      return objectOf(type._zod.def.shape, inside);
    case 'array':
      // A list may want at least two, or no more than three; whole lists are tried at the end.
      return fc.array(inside(type._zod.def.element, 'n'), { minLength: 1, maxLength: 3 });
    case 'tuple':
      return fc.tuple(...type._zod.def.items.map((item, index) => inside(item, String(index))));
    case 'record':
      return fc.dictionary(inside(type._zod.def.keyType, 'key').map(String), inside(type._zod.def.valueType, 'value'), {
        maxKeys: 3,
      });
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
    case 'nonoptional':
      return inside(type._zod.def.innerType, '');
    case 'pipe':
      // What the second half of a leaf forbids is known only from the whole.
      return type._zod.def.in._zod.def.type === 'string' ? fitting(schema, words, path) : inside(type._zod.def.in, '');
    default:
      throw new Error(`nobody has said how to draw ${type._zod.def.type} at ${path}`);
  }
}

function objectOf(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  inside: (inner: z.core.$ZodType, step: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, inside(field, name)]));
  const requiredKeys = Object.entries(shape).flatMap(([name, field]) =>
    z.safeParse(field, undefined).success ? [] : [name],
  );
  return fc.record(fields, { requiredKeys });
}

const STRANGE: readonly unknown[] = [
  null,
  '',
  'x',
  -1,
  1.5,
  '2026-13-45',
  '1e9',
  '0,5',
  [],
  {},
  '\u0000',
  '9'.repeat(600),
];

/** The input with one field after the other, at any depth, holding what it does not take. */
export function misfits(input: z.core.$ZodType, fit: unknown): readonly unknown[] {
  return replaced(fit).filter((value) => !z.safeParse(input, value).success);
}

function replaced(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value
      .slice(0, 1)
      .flatMap((item) => [...STRANGE, ...replaced(item)].map((other) => [other, ...value.slice(1)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    [...STRANGE, ...replaced(field)].map((other) => ({ ...value, [name]: other })),
  );
}
