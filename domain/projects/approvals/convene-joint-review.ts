// The lead department convenes the joint review, asks further parties in an open round, or opens the next round (二(四)2).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, paperInput } from '../act-input.ts';
import { adverseParties, isOpen, type JointReview, nameParties, reviewPartyInput } from './joint-review.ts';

export const conveneJointReviewInput = z.strictObject({
  /** In a further round those that returned the plan are asked by themselves; here stand those asked besides. */
  parties: z.array(reviewPartyInput).max(40),
  notice: paperInput.optional(),
});

type ConveneJointReview = z.infer<typeof conveneJointReviewInput>;

/** Asked: everybody whose opinion the round wants from now on. */
type Convened = Pick<JointReview, 'round' | 'asked'>;

export const conveneJointReview = defineAct<'convene-joint-review', ConveneJointReview, undefined, Convened>({
  name: 'convene-joint-review',
  title: { zh: '召集方案联审', en: 'Convene joint review' },
  step: 5,
  clause: '二(四)2',
  input: conveneJointReviewInput,
  decide({ project, input, pack }) {
    const { jointReview } = project.approvals;
    if (jointReview.result === 'PASSED') {
      return refused('NOT_NOW', {
        zh: '方案联审已经审定通过。',
        en: 'The joint review has passed already.',
      });
    }
    const round = isOpen(jointReview) ? jointReview.round : jointReview.round + 1;
    const asked = [...new Set([...stillAsked(jointReview), ...input.parties])];
    if (asked.length === 0) {
      return fieldsRefused([
        { path: '/parties', says: { zh: '请至少召集一家单位', en: 'Convene at least one party' } },
      ]);
    }
    const named = nameParties(asked);
    const convened = ruleFinding(pack, 'AP-03', {
      verdict: 'PASS',
      code: 'JOINT_REVIEW_CONVENED',
      says: { zh: `第 ${round} 轮联审：${named.zh}`, en: `Round ${round} of the joint review: ${named.en}` },
      figures: { round, asked },
    });
    return granted({ outcome: 'convened', result: { round, asked }, findings: [convened] });
  },
  apply(project, { result }) {
    const { opinions } = project.approvals.jointReview;
    return { ...project, approvals: { ...project.approvals, jointReview: { ...result, opinions } } };
  },
  outcome({ approvals: { jointReview } }) {
    return isOpen(jointReview) || jointReview.result === 'PASSED' ? 'convened' : undefined;
  },
});

/** In an open round all asked so far; after a returned one those that still sit in the review and were against it. */
function stillAsked(review: JointReview): JointReview['asked'] {
  if (isOpen(review)) return review.asked;
  return adverseParties(review).filter((party) => review.asked.includes(party));
}
