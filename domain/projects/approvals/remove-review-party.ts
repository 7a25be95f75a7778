// A party convened by mistake, or no longer concerned, is taken out of the review; what it said before stays said (二(四)2).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { fieldsRefused, reasonInput } from '../act-input.ts';
import { isOpen, titleOfParty } from './joint-review.ts';
import { reviewPartyInput } from './review-party-input.ts';

export const removeReviewPartyInput = z.strictObject({ party: reviewPartyInput, reason: reasonInput });

export const removeReviewParty = defineAct<
  'remove-review-party',
  z.infer<typeof removeReviewPartyInput>,
  undefined,
  Nothing
>({
  name: 'remove-review-party',
  title: { zh: '移出联审单位', en: 'Remove review party' },
  step: 5,
  clause: '二(四)2',
  input: removeReviewPartyInput,
  decide({ project, input, pack }) {
    const { jointReview } = project.approvals;
    if (!isOpen(jointReview)) {
      return refused('NOT_NOW', { zh: '现在没有进行中的联审。', en: 'No joint review is open now.' });
    }
    if (!jointReview.asked.includes(input.party)) {
      return fieldsRefused([
        { path: '/party', says: { zh: '本轮没有召集该单位', en: 'This party is not convened to this round' } },
      ]);
    }
    const title = titleOfParty(input.party);
    if (jointReview.asked.length === 1) {
      return refused('GATE_SHUT', {
        zh: `本轮只有${title.zh}一家单位，移出后无人审查；请先召集其他单位。`,
        en: `${title.en} is the only party of this round: nobody would be left to review. Convene another one first.`,
      });
    }
    const removed = ruleFinding(pack, 'AP-03', {
      verdict: 'WARN',
      code: 'REVIEW_PARTY_REMOVED',
      says: { zh: `${title.zh}移出联审`, en: `${title.en} is removed from the joint review` },
      facts: { party: input.party, round: jointReview.round },
    });
    return granted({ outcome: 'removed', result: NOTHING, findings: [removed] });
  },
  apply(project, { input }) {
    const { jointReview } = project.approvals;
    const asked = jointReview.asked.filter((party) => party !== input.party);
    const removed = [...(jointReview.removed ?? []), input.party];
    return { ...project, approvals: { ...project.approvals, jointReview: { ...jointReview, asked, removed } } };
  },
});
