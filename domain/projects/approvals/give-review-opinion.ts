// A convened party says once per round what it makes of the plan (二(四)2).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { type GivenOpinion, hasApproved, isOpen, type Opinion, partyOf, titleOfParty } from './joint-review.ts';

export const giveReviewOpinionInput = z.discriminatedUnion('opinion', [
  z.strictObject({ opinion: z.literal('APPROVE'), sheet: paperInput.optional() }),
  z.strictObject({ opinion: z.literal('RETURN'), reason: reasonInput, sheet: paperInput.optional() }),
  z.strictObject({ opinion: z.literal('REJECT'), reason: reasonInput, sheet: paperInput.optional() }),
]);

const WORDS = {
  APPROVE: { outcome: 'approved', zh: '同意', en: 'approves' },
  RETURN: { outcome: 'returned', zh: '退回修改', en: 'returns the plan' },
  REJECT: { outcome: 'rejected', zh: '不同意', en: 'rejects the plan' },
} as const satisfies Record<Opinion, { outcome: string; zh: string; en: string }>;

export const giveReviewOpinion = defineAct<
  'give-review-opinion',
  z.infer<typeof giveReviewOpinionInput>,
  undefined,
  Pick<GivenOpinion, 'party' | 'round'>
>({
  name: 'give-review-opinion',
  title: { zh: '提出联审意见', en: 'Give review opinion' },
  step: 5,
  clause: '二(四)2',
  input: giveReviewOpinionInput,
  decide({ project, input, actor, pack }) {
    const { jointReview } = project.approvals;
    if (!isOpen(jointReview)) {
      return refused('NOT_NOW', {
        zh: '现在没有进行中的联审。',
        en: 'No joint review is open now.',
      });
    }
    const party = jointReview.asked.find((asked) => asked === partyOf(actor));
    if (party === undefined) {
      return hasApproved(jointReview, partyOf(actor))
        ? refused('NOT_NOW', {
            zh: '您单位已同意，意见继续有效，本轮不再征求。',
            en: 'Your party has approved; its opinion stands and is not asked for in this round.',
          })
        : refused('FORBIDDEN_ROLE', {
            zh: '本次联审没有召集您单位。',
            en: 'Your party was not convened to this joint review.',
          });
    }
    const { round } = jointReview;
    if (jointReview.opinions.some((given) => given.party === party && given.round === round)) {
      return refused('NOT_NOW', {
        zh: `您单位在第 ${round} 轮已经提出意见，每轮一次。`,
        en: `Your party has given its opinion in round ${round} already, which is asked once.`,
      });
    }
    const { outcome, zh, en } = WORDS[input.opinion];
    const title = titleOfParty(party);
    const given = ruleFinding(pack, 'AP-03', {
      verdict: input.opinion === 'APPROVE' ? 'PASS' : 'FAIL',
      code: `OPINION_${input.opinion}`,
      says: { zh: `${title.zh}${zh}`, en: `${title.en} ${en}` },
      facts: { party, round },
    });
    return granted({ outcome, result: { party, round }, findings: [given] });
  },
  apply(project, { input, result }) {
    const { jointReview } = project.approvals;
    const opinions = [...jointReview.opinions, { ...result, opinion: input.opinion }];
    return { ...project, approvals: { ...project.approvals, jointReview: { ...jointReview, opinions } } };
  },
});
