// 试算 · whether a neighbourhood belongs to the programme. What is left out is unknown, not no.
import * as z from 'zod';
import { yearOf } from '../calendar/plain-date.ts';
import {
  assessEligibility,
  DANGER_GRADES,
  ELIGIBILITY_VERDICTS,
  NEIGHBOURHOOD_KINDS,
} from '../policy/rules/eligibility.ts';
import {
  areaField,
  type CalculatorContext,
  completionDateField,
  completionYearField,
  findingsOutput,
  MOST_LINES,
  reportProblem,
} from './fields.ts';
import { absentOr, messageOf } from './problems.ts';

const answer = z.boolean({ error: absentOr('WRONG_TYPE') });

export const eligibilityInput = z
  .strictObject({
    completedOn: completionDateField.optional(),
    completionYear: completionYearField.optional(),
    buildings: z
      .array(z.strictObject({ completionYear: completionYearField, area: areaField }))
      .min(1, { error: messageOf('LIST_EMPTY') })
      .max(MOST_LINES, { error: messageOf('LIST_TOO_LONG') })
      .optional(),
    inDemolitionPlan: answer,
    dangerGrade: z.enum(DANGER_GRADES).optional(),
    hollowCoreSlabHazard: answer.optional(),
    kind: z.enum(NEIGHBOURHOOD_KINDS).optional(),
    deficientFacilities: answer.optional(),
    poorManagement: answer.optional(),
    strongWill: answer.optional(),
  })
  .check((context) => {
    const { completedOn, completionYear, buildings } = context.value;
    if (completedOn === undefined && completionYear === undefined && buildings === undefined) {
      reportProblem(context, ['completionYear'], 'COMPLETION_MISSING');
    }
    if (completedOn !== undefined && completionYear !== undefined && yearOf(completedOn) !== completionYear) {
      reportProblem(context, ['completionYear'], 'COMPLETION_CONTRADICTS');
    }
  });
export type EligibilityInput = z.output<typeof eligibilityInput>;

export const eligibilityOutput = z.object({
  verdict: z.enum(ELIGIBILITY_VERDICTS),
  overridable: z.boolean(),
  findings: findingsOutput,
});
export type EligibilityOutput = z.output<typeof eligibilityOutput>;

export function calculateEligibility(input: EligibilityInput, { pack, on }: CalculatorContext): EligibilityOutput {
  return assessEligibility(input, on, pack);
}
