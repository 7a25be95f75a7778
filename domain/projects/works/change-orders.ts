// Change orders: what was asked for, what became of it, and what they come to against the approved estimate (二(三)6, SU-05).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { Fault } from '../../errors.ts';
import { decimalOf, sum } from '../../money/money.ts';
import type { RulePack } from '../../policy/packs.ts';
import { valueOn } from '../../policy/parameters/dated.ts';
import type { Project } from '../project.ts';

/** Returned: to the approver of the estimate. */
export type DecidedStatus = 'REJECTED' | 'EXCEPTION' | 'RETURNED';

export interface ChangeOrder {
  /** Counted through the project, from 1. */
  readonly no: number;
  readonly status: 'REQUESTED' | DecidedStatus;
  readonly contractNo: string;
  /** Yuan, by which the contract gets dearer or cheaper. */
  readonly effect: { readonly direction: 'MORE' | 'LESS'; readonly amount: string };
  readonly changesVotedContent: boolean;
  /** Id of the person who asked: nobody decides on a change of their own. */
  readonly requestedBy: string;
}

const signedEffect = ({ effect: { direction, amount } }: ChangeOrder): Decimal =>
  direction === 'MORE' ? decimalOf(amount) : decimalOf(amount).negated();

/** By how much the exceptions approved so far make the works dearer; less than nothing if they make them cheaper. */
export const approvedEffect = (orders: readonly ChangeOrder[]): Decimal =>
  sum(orders.filter(({ status }) => status === 'EXCEPTION').map(signedEffect));

export interface EstimateAfterChange {
  readonly afterwards: Decimal;
  /** More than the tolerated share over the approved estimate: back to the original approver (政府投资条例 21, 23). */
  readonly exceeds: boolean;
}

/** Exactly the tolerated share is not over it. */
export function estimateAfter(
  order: ChangeOrder,
  { projectId, approvals, works }: Project,
  on: PlainDate,
  pack: RulePack,
): EstimateAfterChange {
  const estimate = approvals.preliminaryDesign?.approvedEstimate;
  if (estimate === undefined) throw new Fault('CORRUPT', `${projectId} is built without an approved estimate`);
  const afterwards = decimalOf(estimate).plus(approvedEffect(works.changeOrders)).plus(signedEffect(order));
  const most = decimalOf(estimate).times(valueOn(pack.estimateExcess, on).plus(1));
  return { afterwards, exceeds: afterwards.greaterThan(most) };
}
