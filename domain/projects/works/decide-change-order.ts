// A change is rejected by principle; an exception needs a reason, the tracking auditor and a cost within the approved
// estimate, and is never decided by who asked for it (二(三)6).
import * as z from 'zod';
import { gateShut, granted, refused } from '../../errors.ts';
import { printAmount } from '../../money/money.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { changeIsAllowed } from '../../policy/rules/change-order.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, paperInput, reasonInput } from '../act-input.ts';
import { ANOTHER_DECIDES_CHANGE } from '../another-person.ts';
import { type DecidedStatus, estimateAfter } from './change-orders.ts';

export const decideChangeOrderInput = z.discriminatedUnion('decision', [
  z.strictObject({ no: z.int().positive(), decision: z.literal('REJECTED') }),
  z.strictObject({
    no: z.int().positive(),
    decision: z.literal('EXCEPTION'),
    reason: reasonInput,
    /** What the tracking auditor says of it. */
    auditorOpinion: paperInput,
  }),
]);

const OUTCOMES = {
  REJECTED: 'rejected-by-principle',
  EXCEPTION: 'exception-approved',
  RETURNED: 'sent-to-original-approver',
} as const satisfies Record<DecidedStatus, string>;

export const decideChangeOrder = defineAct<
  'decide-change-order',
  z.infer<typeof decideChangeOrderInput>,
  undefined,
  { readonly status: DecidedStatus; readonly afterwards: string }
>({
  name: 'decide-change-order',
  title: { zh: '决定工程变更', en: 'Decide change order' },
  step: 6,
  clause: '二(三)6',
  input: decideChangeOrderInput,
  decide({ project, input, actor, on, pack }) {
    const order = project.works.changeOrders.find(({ no, status }) => no === input.no && status === 'REQUESTED');
    if (order === undefined) {
      return fieldsRefused([
        { path: '/no', says: { zh: '没有这一项待决定的工程变更', en: 'There is no such change order to decide' } },
      ]);
    }
    if (order.requestedBy === actor.id) {
      return refused('FORBIDDEN_ROLE', ANOTHER_DECIDES_CHANGE);
    }
    const exception = input.decision === 'EXCEPTION';
    const cost = estimateAfter(order, project, on, pack);
    const asked = changeIsAllowed(
      {
        reason: exception ? input.reason : undefined,
        approvedByStreet: true,
        approvedByTrackingAuditor: exception,
        changesVotedContent: order.changesVotedContent,
        needsOriginalApprover: cost.exceeds,
        exceedsEstimate: cost.exceeds,
      },
      on,
      pack,
    );
    if (exception && order.changesVotedContent) {
      return gateShut([
        ruleFinding(pack, 'SU-05', {
          verdict: 'NEEDS_DECISION',
          code: 'NEW_BALLOT_NEEDED',
          says: {
            zh: '改变了业主表决的内容，请办理“修订方案”，重新表决、公示',
            en: 'it changes what owners voted on: revise the plan, then vote and publicise again',
          },
        }),
      ]);
    }
    const status: DecidedStatus = exception ? (cost.exceeds ? 'RETURNED' : 'EXCEPTION') : 'REJECTED';
    // What goes to the original approver is neither approved nor rejected here.
    const findings = status === 'RETURNED' ? asked.filter(({ verdict }) => verdict === 'NEEDS_DECISION') : asked;
    const result = { status, afterwards: printAmount(cost.afterwards) };
    return granted({ outcome: OUTCOMES[status], result, findings });
  },
  apply(project, { input, result: { status } }) {
    const changeOrders = project.works.changeOrders.map((order) =>
      order.no === input.no ? { ...order, status } : order,
    );
    return { ...project, works: { ...project.works, changeOrders } };
  },
});
