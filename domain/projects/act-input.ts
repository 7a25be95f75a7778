// What acts are handed in, field by field: papers by hash, days, amounts, reasons; and what no schema can see.
import * as z from 'zod';
import { type PlainDate, plainDateOf } from '../calendar/plain-date.ts';
import { type FieldProblem, granted, type Outcome, refused } from '../errors.ts';
import { AMOUNT_PATTERN } from '../money/money.ts';

/** SHA-256 of a paper that is stored already. */
export const paperInput = z.string().regex(/^[0-9a-f]{64}$/, '请填写文件的 SHA-256 值｜Give the SHA-256 of the paper');

/** A day in Asia/Shanghai. */
export const dayInput = z.iso.date('请填写日期，如 2026-03-02｜Give a date such as 2026-03-02').transform(plainDateOf);

/** Yuan or ㎡. */
export const amountInput = z
  .string()
  .regex(AMOUNT_PATTERN, '请填写不为负数、至多两位小数的数额｜Give an amount, not negative, with at most two decimals');

/** Free text that stays in the ledger for good. */
export const reasonInput = z
  .string()
  .trim()
  .min(2)
  .max(500)
  .describe('No personal data: no names, phone numbers, room numbers or id numbers of people.');

/** Number of an official document, `温鹿政办〔2020〕21号`. */
export const referenceInput = z.string().trim().min(2).max(60);

/** Refuses days that tell of something that has happened and yet lie ahead. `dates`: JSON pointer and day. */
export function notAhead(
  on: PlainDate,
  dates: readonly (readonly [path: string, day: PlainDate])[],
): Outcome<undefined> {
  const ahead = dates.filter(([, day]) => day > on);
  if (ahead.length === 0) return granted(undefined);
  return fieldsRefused(
    ahead.map(([path]) => ({
      path,
      says: { zh: `不得晚于今日（${on}）`, en: `Must not be later than today, ${on}` },
    })),
  );
}

/** The refusal of an input with mistakes: it cannot be read, or reads well and cannot be true. */
export const fieldsRefused = (fields: readonly FieldProblem[], clause?: string): ReturnType<typeof refused> =>
  refused(
    'MALFORMED',
    // Said behind the title of the code, which says what is wrong.
    { zh: '请按各项提示修改后重新提交。', en: 'Correct each field named and send it again.' },
    { fields, ...(clause !== undefined && { clause }) },
  );
