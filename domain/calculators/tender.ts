// 试算 · open tender or small works, for a project and for each of its contracts.
import * as z from 'zod';
import { printAmount } from '../money/money.ts';
import { CONTRACT_TYPES } from '../policy/parameters/law.ts';
import { routeTenders } from '../policy/rules/tender.ts';
import {
  amountField,
  type CalculatorContext,
  decimalOutput,
  findingsOutput,
  MOST_LINES,
  reportProblem,
} from './fields.ts';
import { messageOf } from './problems.ts';

export const tenderInput = z
  .strictObject({
    fiscal: amountField,
    total: amountField,
    contracts: z
      .array(z.strictObject({ type: z.enum(CONTRACT_TYPES), amount: amountField }))
      .min(1, { error: messageOf('LIST_EMPTY') })
      .max(MOST_LINES, { error: messageOf('LIST_TOO_LONG') }),
  })
  .check((context) => {
    const { fiscal, total } = context.value;
    if (fiscal.greaterThan(total)) reportProblem(context, ['fiscal'], 'FISCAL_EXCEEDS_TOTAL');
  });
export type TenderInput = z.output<typeof tenderInput>;

const route = z.enum(['OPEN_TENDER', 'SMALL_WORKS']);

export const tenderOutput = z.object({
  route,
  perContract: z.array(
    z.object({ type: z.enum(CONTRACT_TYPES), amount: decimalOutput, threshold: decimalOutput, route }),
  ),
  findings: findingsOutput,
});
export type TenderOutput = z.output<typeof tenderOutput>;

export function calculateTender(input: TenderInput, { pack, on }: CalculatorContext): TenderOutput {
  const tenders = routeTenders(input, on, pack);
  return {
    route: tenders.route,
    perContract: tenders.perContract.map((contract) => ({
      ...contract,
      amount: printAmount(contract.amount),
      threshold: printAmount(contract.threshold),
    })),
    findings: tenders.findings,
  };
}
