// The employer asks for a change of the works, which is not allowed in principle (原则上不允许工程变更, 二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { amountInput, paperInput, reasonInput, referenceInput } from '../act-input.ts';
import { contractOf, noSuchContract } from './contracts.ts';

export const requestChangeOrderInput = z.strictObject({
  contractNo: referenceInput,
  reason: reasonInput,
  /** Yuan, by which the contract gets dearer or cheaper. */
  effect: z.strictObject({ direction: z.enum(['MORE', 'LESS']), amount: amountInput }),
  /** Owners voted on what is changed: a new ballot (二(三)3). */
  changesVotedContent: z.boolean(),
  /** 工程变更申请表 */
  request: paperInput,
});

export const requestChangeOrder = defineAct<
  'request-change-order',
  z.infer<typeof requestChangeOrderInput>,
  undefined,
  { readonly no: number }
>({
  name: 'request-change-order',
  title: { zh: '申请工程变更', en: 'Request change order' },
  step: 6,
  clause: '二(三)6',
  input: requestChangeOrderInput,
  decide({ project, input, pack }) {
    if (contractOf(project, input.contractNo) === undefined) return noSuchContract();
    const no = project.works.changeOrders.length + 1;
    const requested = ruleFinding(pack, 'SU-05', {
      verdict: 'NEEDS_DECISION',
      code: 'CHANGE_ORDER_REQUESTED',
      says: {
        zh: `工程变更第 ${no} 项待决定，原则上不允许`,
        en: `Change order ${no} is to be decided; it is not allowed in principle`,
      },
      facts: { effect: input.effect, changesVotedContent: input.changesVotedContent },
      figures: { no },
    });
    return granted({ outcome: 'requested', result: { no }, findings: [requested] });
  },
  apply(project, { input: { contractNo, effect, changesVotedContent }, result: { no }, actor }) {
    const order = { no, status: 'REQUESTED', contractNo, effect, changesVotedContent, requestedBy: actor.id } as const;
    return { ...project, works: { ...project.works, changeOrders: [...project.works.changeOrders, order] } };
  },
});
