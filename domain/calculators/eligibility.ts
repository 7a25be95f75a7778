// 试算 · whether a neighbourhood belongs to the programme, on what is given.
import * as z from 'zod';
import { yearOf } from '../calendar/plain-date.ts';
import { ruleFinding } from '../policy/rule-finding.ts';
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

/**
 * A 试算 answers on what is given: a hazard that nobody names is taken for none, and the answer says so. The survey of a
 * project is stricter: there an unknown hazard is left to be determined (E-05).
 */
export function calculateEligibility(input: EligibilityInput, { pack, on }: CalculatorContext): EligibilityOutput {
  const { dangerGrade, hollowCoreSlabHazard } = input;
  if (dangerGrade !== undefined || hollowCoreSlabHazard !== undefined) return assessEligibility(input, on, pack);
  const assessed = assessEligibility({ ...input, hollowCoreSlabHazard: false }, on, pack);
  const assumed = ruleFinding(pack, 'E-05', {
    verdict: 'WARN',
    code: 'HAZARD_NOT_APPRAISED',
    says: {
      zh: '未填房屋安全鉴定情况：试算按无结构安全隐患计，立项前须有鉴定',
      en: 'No safety appraisal given: reckoned as without hazard; an appraisal is needed before the project is opened',
    },
    facts: { dangerGrade: null, hollowCoreSlabHazard: null },
  });
  return { ...assessed, findings: assessed.findings.map((finding) => (finding.rule === 'E-05' ? assumed : finding)) };
}
