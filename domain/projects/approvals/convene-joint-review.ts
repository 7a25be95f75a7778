// The lead department convenes the joint review, asks further parties in an open round, or opens the next round (二(四)2).
import * as z from 'zod';
import { type FieldProblem, granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { partiesFor } from '../../programme/open-duties.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, paperInput } from '../act-input.ts';
import type { Project } from '../project.ts';
import {
  adverseParties,
  hasApproved,
  isOpen,
  type JointReview,
  nameParties,
  type ReviewParty,
  titleOfParty,
} from './joint-review.ts';
import { reviewPartyInput } from './review-party-input.ts';

export const conveneJointReviewInput = z.strictObject({
  /**
   * Those whose duties of 三(二) the declared contents call for; none named means all of them. In a further round those
   * that returned the plan are asked by themselves; here stand those asked besides.
   */
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
    const concerned = partiesConcerned(project);
    const named = input.parties.length === 0 && jointReview.round === 0 ? (concerned ?? []) : input.parties;
    const asked = [...new Set([...stillAsked(jointReview), ...named])];
    if (asked.length === 0) {
      return fieldsRefused([
        { path: '/parties', says: { zh: '请至少召集一家单位', en: 'Convene at least one party' } },
      ]);
    }
    const problems = concerned ? notExactly(concerned, input.parties, asked, jointReview) : [];
    if (problems.length > 0) return fieldsRefused(problems);
    const titles = nameParties(asked);
    const convened = ruleFinding(pack, 'AP-03', {
      verdict: 'PASS',
      code: 'JOINT_REVIEW_CONVENED',
      says: { zh: `第 ${round} 轮联审：${titles.zh}`, en: `Round ${round} of the joint review: ${titles.en}` },
      figures: { round, asked },
    });
    const unfounded = ruleFinding(pack, 'AP-03', {
      verdict: 'WARN',
      code: 'CONTENTS_NOT_DECLARED',
      says: {
        zh: '街道尚未申报改造涉及事项，召集单位无从核对',
        en: 'The street has not declared what the works touch: nobody can tell if these are the parties concerned',
      },
    });
    const findings = concerned ? [convened] : [convened, unfounded];
    return granted({ outcome: 'convened', result: { round, asked }, findings });
  },
  apply(project, { result }) {
    const { opinions, removed = [] } = project.approvals.jointReview;
    const stillRemoved = removed.filter((party) => !result.asked.includes(party));
    const jointReview = { ...result, opinions, ...(stillRemoved.length > 0 && { removed: stillRemoved }) };
    return { ...project, approvals: { ...project.approvals, jointReview } };
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

/** Undefined until the street has said what the works touch. */
const partiesConcerned = (project: Project): readonly ReviewParty[] | undefined =>
  project.programme.contents && partiesFor(project);

/** “相关单位”: nobody too many, and nobody left out who has not approved already or was removed with a reason. */
function notExactly(
  concerned: readonly ReviewParty[],
  named: readonly ReviewParty[],
  asked: readonly ReviewParty[],
  review: JointReview,
): readonly FieldProblem[] {
  const unconcerned = named.flatMap((party, index): FieldProblem[] => {
    if (concerned.includes(party)) return [];
    const { zh, en } = titleOfParty(party);
    return [
      {
        path: `/parties/${index}`,
        says: { zh: `本项目不涉及${zh}的职责`, en: `The project touches no duty of this party: ${en}` },
      },
    ];
  });
  const missing = concerned.filter(
    (party) => !asked.includes(party) && !hasApproved(review, party) && !review.removed?.includes(party),
  );
  if (missing.length === 0) return unconcerned;
  const { zh, en } = nameParties(missing);
  return [...unconcerned, { path: '/parties', says: { zh: `还须召集：${zh}`, en: `To be convened as well: ${en}` } }];
}
