// 试算 · until when a notice must hang, and when the application may be handed in.
import * as z from 'zod';
import { inShanghai } from '../calendar/plain-date.ts';
import { publicityOpensAt, publicityPeriod } from '../policy/rules/publicity.ts';
import { type CalculatorContext, dateField, dateOutput, findingsOutput, workingDaysField } from './fields.ts';

export const publicityInput = z.strictObject({ postedOn: dateField, workingDays: workingDaysField.optional() });
export type PublicityInput = z.output<typeof publicityInput>;

export const publicityOutput = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('FIXED'),
    countedDays: z.array(dateOutput),
    endsOn: dateOutput,
    /** An instant in Asia/Shanghai, `2020-07-09T00:00:00+08:00`. */
    opensAt: z.string(),
    findings: findingsOutput,
  }),
  z.object({
    status: z.literal('PENDING_CALENDAR'),
    countedDays: z.array(dateOutput),
    unpublishedYear: z.int(),
    provisionalEndsOn: dateOutput,
    findings: findingsOutput,
  }),
]);
export type PublicityOutput = z.output<typeof publicityOutput>;

export function calculatePublicity(input: PublicityInput, { pack, calendar }: CalculatorContext): PublicityOutput {
  const { period, findings } = publicityPeriod({ ...input, calendar }, pack);
  const countedDays = [...period.countedDays];
  if (period.status === 'PENDING_CALENDAR') {
    const { status, unpublishedYear, provisionalEndsOn } = period;
    return { status, countedDays, unpublishedYear, provisionalEndsOn, findings };
  }
  return {
    status: period.status,
    countedDays,
    endsOn: period.endsOn,
    opensAt: inShanghai(publicityOpensAt(period.endsOn)),
    findings,
  };
}
