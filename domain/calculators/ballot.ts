// 试算 · the double two-thirds majority, from a list of units or from totals.
import * as z from 'zod';
import { sum } from '../money/money.ts';
import { COUNT_MODES } from '../policy/parameters/local.ts';
import { tallyBallot } from '../policy/rules/ballot.ts';
import { printMajority, VOTES } from '../policy/rules/double-majority.ts';
import {
  areaField,
  type CalculatorContext,
  dateField,
  decimalOutput,
  findingsOutput,
  householdsField,
  reportProblem,
  textField,
  unitList,
  wholeAreaField,
} from './fields.ts';

const unitsField = unitList(
  z.strictObject({
    unit: textField(),
    ownerId: textField().optional(),
    area: areaField,
    vote: z.enum(VOTES),
  }),
).check((context) => {
  if (sum(context.value.map(({ area }) => area)).isZero()) reportProblem(context, [], 'AREA_ZERO');
});

const totalsField = z
  .strictObject({
    households: householdsField,
    householdsAgreed: householdsField,
    area: wholeAreaField,
    areaAgreed: areaField,
  })
  .check((context) => {
    const { households, householdsAgreed, area, areaAgreed } = context.value;
    if (households === 0) reportProblem(context, ['households'], 'HOUSEHOLDS_ZERO');
    if (householdsAgreed > households) reportProblem(context, ['householdsAgreed'], 'AGREED_EXCEEDS_TOTAL');
    if (areaAgreed.greaterThan(area)) reportProblem(context, ['areaAgreed'], 'AGREED_EXCEEDS_TOTAL');
  });

export const ballotInput = z
  .strictObject({
    heldOn: dateField,
    countMode: z.enum(COUNT_MODES).optional(),
    units: unitsField.optional(),
    totals: totalsField.optional(),
  })
  .check((context) => {
    const { units, totals, countMode } = context.value;
    if ((units === undefined) === (totals === undefined)) reportProblem(context, ['units'], 'UNITS_OR_TOTALS');
    if (totals !== undefined && countMode !== undefined)
      reportProblem(context, ['countMode'], 'COUNT_MODE_NEEDS_UNITS');
  });
export type BallotInput = z.output<typeof ballotInput>;

const majority = <Quantity extends z.ZodType>(quantity: Quantity) =>
  z.object({ total: quantity, agreed: quantity, required: quantity, missing: quantity });

export const ballotOutput = z.object({
  passed: z.boolean(),
  households: majority(z.int()),
  area: majority(decimalOutput),
  findings: findingsOutput,
});
export type BallotOutput = z.output<typeof ballotOutput>;

export function calculateBallot(input: BallotInput, { pack }: CalculatorContext): BallotOutput {
  const { heldOn, countMode, units, totals } = input;
  const ballot = totals === undefined ? { units: units ?? [], countMode } : { totals };
  const decided = tallyBallot({ question: 'V-03', ...ballot }, heldOn, pack);
  return { passed: decided.passed, ...printMajority(decided), findings: decided.findings };
}
