// 试算 · 多退少补: what is refunded or collected on the final accounts, for the neighbourhood and for each unit.
import * as z from 'zod';
import { printAmount, sum } from '../money/money.ts';
import { PACKS } from '../policy/packs.ts';
import { computeFunding } from '../policy/rules/funding.ts';
import { settle } from '../policy/rules/settlement.ts';
import {
  amountField,
  areaField,
  type CalculatorContext,
  decimalOutput,
  findingsOutput,
  reportProblem,
  textField,
  unitList,
} from './fields.ts';
import { fundingFactsOf, fundingInput } from './funding.ts';

export const settlementInput = z.strictObject({
  paid: amountField,
  final: fundingInput,
  owners: unitList(z.strictObject({ unit: textField(), area: areaField }))
    .check((context) => {
      if (sum(context.value.map(({ area }) => area)).isZero()) reportProblem(context, [], 'AREA_ZERO');
    })
    .optional(),
});
export type SettlementInput = z.output<typeof settlementInput>;

export const settlementOutput = z.object({
  due: decimalOutput,
  /** due − paid; negative is a refund. */
  delta: decimalOutput,
  direction: z.enum(['REFUND', 'COLLECT', 'NONE']),
  shares: z.array(z.object({ unit: z.string(), amount: decimalOutput })).optional(),
  findings: findingsOutput,
});
export type SettlementOutput = z.output<typeof settlementOutput>;

export function calculateSettlement(input: SettlementInput, context: CalculatorContext): SettlementOutput {
  const pack = input.final.pack === undefined ? context.pack : PACKS[input.final.pack];
  const funding = computeFunding(fundingFactsOf(input.final, 'FINAL'), context.on, pack);
  const settlement = settle({ due: funding.residents, paid: input.paid, owners: input.owners }, pack);
  return {
    due: printAmount(settlement.due),
    delta: printAmount(settlement.delta),
    direction: settlement.direction,
    ...(settlement.shares === undefined
      ? {}
      : { shares: settlement.shares.map(({ unit, amount }) => ({ unit, amount: printAmount(amount) })) }),
    findings: [...funding.findings, ...settlement.findings],
  };
}
