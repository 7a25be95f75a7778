// Puts together what a paper says: what the ledgers know, what was typed for an earlier paper of the project, what is typed now.
import * as z from 'zod';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { fieldProblems } from '../../domain/field-problems.ts';
import { canonicalJson, type JsonObject } from '../../domain/json.ts';
import { AMOUNT_PATTERN, decimalOf } from '../../domain/money/money.ts';
import type { KnownFields } from '../../domain/paper/known/project-fields.ts';
import { PAPER_CONTENTS, type PaperContents, type TypesetCode } from '../../domain/paper/paper-contents.ts';

/** What is on record may be printed as it is, never otherwise (paper 1.4: figures of two papers must not differ). */
const ON_RECORD = [
  ...(['projectNo', 'neighbourhoodName', 'streetName', 'planVersion', 'noticeNo', 'rollHash'] as const),
  ...(['totalInvestment', 'selfRaised', 'excessBorne', 'subsidy', 'requiredAmount', 'paidTotal'] as const),
  ...(['householdsTotal', 'areaTotal', 'householdsRequired', 'areaRequired', 'householdsAgree', 'areaAgree'] as const),
  ...(['result', 'rooms', 'bills', 'households', 'slips', 'arrivalRate', 'fundedAt', 'accountTail'] as const),
];

/** The schema of a kind, and of a kind with two faces the face that is meant. */
interface Face {
  readonly schema: z.ZodType;
  readonly fields: readonly string[];
}

export interface FilledContents {
  /** As they would be printed now, before they are checked. */
  readonly contents: JsonObject;
  readonly parsed: Outcome<PaperContents>;
  /** Fields that the ledger knows and that no paper may contradict. */
  readonly onRecord: readonly string[];
}

export function fillContents(kind: TypesetCode, known: KnownFields, given: JsonObject): FilledContents {
  const { schema, fields } = faceOf(PAPER_CONTENTS[kind], given);
  const own = Object.fromEntries(
    Object.entries(known).filter(([name, value]) => value !== undefined && fields.includes(name)),
  );
  const contents = inOrder({ ...own, ...given } as JsonObject, fields);
  const onRecord = ON_RECORD.filter((name) => name in own);
  const contradicted = onRecord.filter((name) => name in given && !isSame(given[name], own[name]));
  if (contradicted.length > 0) return { contents, onRecord, parsed: contradicts(contradicted) };
  const parsed = schema.safeParse(contents, { reportInput: true });
  // The schema of the kind gives the contents of the kind; TypeScript does not follow the code through the table.
  if (parsed.success) return { contents, onRecord, parsed: granted(parsed.data as PaperContents) };
  return { contents, onRecord, parsed: incomplete(fieldProblems(parsed.error)) };
}

/** As the schema names its fields: whatever is known or typed, a paper says things in one order. */
const inOrder = (contents: JsonObject, fields: readonly string[]): JsonObject => ({
  ...Object.fromEntries(fields.flatMap((name) => (name in contents ? [[name, contents[name] ?? null]] : []))),
  ...contents,
});

function faceOf(schema: z.ZodType, given: JsonObject): Face {
  const inner = innermost(schema);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = inner.def;
    const faces = inner.options.filter((option) => option instanceof z.ZodObject);
    const wanted = given[discriminator];
    const meant = faces.find((face) => face.shape[discriminator]?.safeParse(wanted).success) ?? faces[0];
    if (meant === undefined) throw new Fault('INTERNAL', 'a kind of paper has no face');
    return { schema, fields: Object.keys(meant.shape) };
  }
  if (inner instanceof z.ZodObject) return { schema, fields: Object.keys(inner.shape) };
  throw new Fault('INTERNAL', 'the contents of a paper are no object');
}

/** Past what is done with the fields once they are read. */
function innermost(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodPipe ? innermost(schema.in as z.ZodType) : schema;
}

/** `28800` and `28800.00` are one area. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string' && AMOUNT_PATTERN.test(a) && AMOUNT_PATTERN.test(b))
    return decimalOf(a).equals(decimalOf(b));
  return canonicalJson({ value: a }) === canonicalJson({ value: b });
}

function contradicts(names: readonly string[]): Outcome<never> {
  const says = {
    zh: '与台账不一致；请先更正台账，或不填此项',
    en: 'Differs from what is on record: correct the record first, or leave the field out',
  };
  return refused('MALFORMED', says, { fields: names.map((name) => ({ path: `/contents/${name}`, says })) });
}

function incomplete(problems: readonly { path: string; says: { zh: string; en: string } }[]): Outcome<never> {
  return refused(
    'MALFORMED',
    {
      zh: `有 ${problems.length} 处须补充或更正后才能出文。`,
      en: `Fields to fill in or to correct before the paper can be made: ${problems.length}.`,
    },
    { fields: problems.map(({ path, says }) => ({ path: `/contents${path}`, says })) },
  );
}
