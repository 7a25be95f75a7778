// What the street finds out about a neighbourhood's eligibility (二(一)), as it is handed in at the survey and at every re-check.
import * as z from 'zod';
import { decimalOf } from '../../money/money.ts';
import { DANGER_GRADES, type EligibilityFacts, NEIGHBOURHOOD_KINDS } from '../../policy/rules/eligibility.ts';
import { amountInput, dayInput } from '../act-input.ts';

const completionYear = z.int().min(1900).max(2100);

/** Left out means not known; nothing unknown is taken for no. */
export const eligibilityInput = z.strictObject({
  completedOn: dayInput.optional(),
  completionYear: completionYear.optional(),
  buildings: z
    .array(z.strictObject({ completionYear, area: amountInput }))
    .max(1000)
    .optional(),
  inDemolitionPlan: z.boolean(),
  dangerGrade: z.enum(DANGER_GRADES).optional(),
  hollowCoreSlabHazard: z.boolean().optional(),
  kind: z.enum(NEIGHBOURHOOD_KINDS).optional(),
  comprehensivelyRenovable: z.boolean().optional(),
  deficientFacilities: z.boolean().optional(),
  poorManagement: z.boolean().optional(),
  strongWill: z.boolean().optional(),
});

export const eligibilityFacts = (input: z.output<typeof eligibilityInput>): EligibilityFacts => ({
  ...input,
  buildings: input.buildings?.map(({ completionYear, area }) => ({ completionYear, area: decimalOf(area) })),
});
