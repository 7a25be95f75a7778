// What DRB decides on a study or a design: approves it with an amount, or returns it with a reason (二(四)1).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { estimateInput } from './estimate-input.ts';
import type { InvestmentApproval } from './record.ts';

export const investmentDecisionInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('APPROVED'), approval: paperInput, approvedEstimate: estimateInput }),
  z.strictObject({ decision: z.literal('RETURNED'), reason: reasonInput }),
]);
export type InvestmentDecision = z.infer<typeof investmentDecisionInput>;

export function decidedApproval(
  { filedEstimate }: InvestmentApproval,
  input: InvestmentDecision,
  on: PlainDate,
): InvestmentApproval {
  if (input.decision === 'RETURNED') return { status: 'RETURNED', filedEstimate };
  return { status: 'APPROVED', filedEstimate, approvedEstimate: input.approvedEstimate, approvedOn: on };
}

/** What the machine waiting for the decision is told. */
export function outcomeOfApproval(approval: InvestmentApproval | undefined): string | undefined {
  switch (approval?.status) {
    case 'APPROVED':
      return 'approved';
    case 'RETURNED':
      return 'returned';
    case 'FILED':
    case undefined:
      return undefined;
  }
}
