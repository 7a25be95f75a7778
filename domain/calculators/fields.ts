// The fields that calculators have in common: amounts and areas as decimal text, dates of the calendar, and what they answer with.
import * as z from 'zod';
import { findingSchema } from '../api.ts';
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { JsonObject } from '../json.ts';
import { AMOUNT_PATTERN, decimalOf } from '../money/money.ts';
import type { RulePack } from '../policy/packs.ts';
import { absentOr, messageOf, type ProblemCode } from './problems.ts';

/** By which rules, by which calendar, and as of which day a calculator answers. */
export interface CalculatorContext {
  readonly pack: RulePack;
  readonly calendar: Calendar;
  readonly on: PlainDate;
}

export const MOST_LINES = 20_000;

const decimalField = (notText: ProblemCode, format: ProblemCode) =>
  z
    .string({ error: absentOr(notText) })
    .regex(AMOUNT_PATTERN, { error: messageOf(format) })
    .transform(decimalOf);

export const amountField = decimalField('AMOUNT_NOT_TEXT', 'AMOUNT_FORMAT');
export const areaField = decimalField('AREA_NOT_TEXT', 'AREA_FORMAT');

/** An area that is a denominator. */
export const wholeAreaField = areaField.refine((area) => !area.isZero(), { error: messageOf('AREA_ZERO') });

const dateBetween = (first: string, last: string, outOfRange: ProblemCode) =>
  z
    .string({ error: absentOr('DATE_FORMAT') })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: messageOf('DATE_FORMAT') })
    .transform((text, context) => {
      const date = parsePlainDate(text);
      if (date !== undefined && first <= date && date <= last) return date;
      const message = messageOf(date === undefined ? 'NO_SUCH_DATE' : outOfRange);
      context.issues.push({ code: 'custom', message, input: text });
      return z.NEVER;
    });

/** A day that the calendar may have to tell. */
export const dateField = dateBetween('2004-01-01', '2100-12-31', 'DATE_OUT_OF_RANGE');
export const completionDateField = dateBetween('1900-01-01', '2100-12-31', 'COMPLETION_OUT_OF_RANGE');

const wholeNumber = (least: number, most: number, problem: ProblemCode) =>
  z
    .int({ error: absentOr(problem) })
    .min(least, { error: messageOf(problem) })
    .max(most, { error: messageOf(problem) });

export const completionYearField = wholeNumber(1900, 2100, 'COMPLETION_OUT_OF_RANGE');
export const householdsField = wholeNumber(0, 1_000_000, 'HOUSEHOLDS_FORMAT');
export const workingDaysField = wholeNumber(1, 60, 'WORKING_DAYS_FORMAT');

export const textField = (empty: ProblemCode = 'TEXT_EMPTY') =>
  z
    .string({ error: absentOr('WRONG_TYPE') })
    .trim()
    .min(1, { error: messageOf(empty) })
    .max(200, { error: messageOf('TEXT_TOO_LONG') });

/** A list of units: not empty, not endless, no unit twice. */
export const unitList = <Line extends z.ZodType<{ readonly unit: string }>>(line: Line) =>
  z
    .array(line, { error: absentOr('WRONG_TYPE') })
    .min(1, { error: messageOf('LIST_EMPTY') })
    .max(MOST_LINES, { error: messageOf('LIST_TOO_LONG') })
    .check((context) => {
      const seen = new Set<string>();
      for (const [index, { unit }] of context.value.entries()) {
        if (seen.has(unit)) reportProblem(context, [index, 'unit'], 'DUPLICATE_UNIT');
        seen.add(unit);
      }
    });

/** Reports a problem that only several fields together show. */
export function reportProblem(
  context: { readonly value: unknown; readonly issues: z.core.$ZodRawIssue[] },
  path: PropertyKey[],
  problem: ProblemCode,
): void {
  context.issues.push({ code: 'custom', path, message: messageOf(problem), input: context.value });
}

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

export const findingsOutput = z.array(findingSchema.extend({ facts: jsonObject, figures: jsonObject })).readonly();
/** Decimal text with two decimals. */
export const decimalOutput = z.string();
export const dateOutput = z.string();
