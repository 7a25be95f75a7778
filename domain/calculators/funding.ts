// 试算 · who pays what of a plan: self-raised funds, subsidy base, capped subsidy, excess.
import * as z from 'zod';
import { PACK_IDS, PACKS } from '../policy/packs.ts';
import { computeFunding, type FundingFacts, printFunding } from '../policy/rules/funding.ts';
import {
  amountField,
  type CalculatorContext,
  decimalOutput,
  findingsOutput,
  MOST_LINES,
  textField,
  wholeAreaField,
} from './fields.ts';
import { messageOf } from './problems.ts';

const excludedField = z
  .array(z.strictObject({ name: textField(), cost: amountField, citation: textField('CITATION_MISSING') }))
  .max(MOST_LINES, { error: messageOf('LIST_TOO_LONG') });

export const fundingInput = z.strictObject({
  direct: z.strictObject({
    mandatory: amountField,
    basic: amountField,
    improvement: amountField,
    upgrade: amountField,
  }),
  otherCosts: amountField,
  contingency: amountField,
  areaByPropertyRight: wholeAreaField,
  excluded: excludedField.optional(),
  pack: z.enum(PACK_IDS).optional(),
});
export type FundingInput = z.output<typeof fundingInput>;

export const fundingOutput = z.object({
  total: decimalOutput,
  selfRaised: decimalOutput,
  subsidyBase: decimalOutput,
  subsidy: decimalOutput,
  excess: decimalOutput,
  residents: decimalOutput,
  /** Four decimals, for show: the cap is compared as amounts. */
  perSquareMetre: decimalOutput,
  findings: findingsOutput,
});
export type FundingOutput = z.output<typeof fundingOutput>;

export function fundingFactsOf(input: FundingInput, stage: FundingFacts['stage']): FundingFacts {
  const { direct, otherCosts, contingency, areaByPropertyRight, excluded } = input;
  return {
    direct: {
      MANDATORY: direct.mandatory,
      BASIC: direct.basic,
      IMPROVEMENT: direct.improvement,
      UPGRADE: direct.upgrade,
    },
    otherCosts,
    contingency,
    areaByPropertyRight,
    excluded,
    stage,
  };
}

export function calculateFunding(input: FundingInput, context: CalculatorContext): FundingOutput {
  const pack = input.pack === undefined ? context.pack : PACKS[input.pack];
  const funding = computeFunding(fundingFactsOf(input, 'ESTIMATE'), context.on, pack);
  return {
    ...printFunding(funding),
    perSquareMetre: funding.perSquareMetre.toFixed(4),
    findings: funding.findings,
  };
}
