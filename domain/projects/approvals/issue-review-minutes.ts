// The lead department closes a round: with the minutes when all approve, else back to the street (二(四)2).
import * as z from 'zod';
import { gateShut, granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { adverseParties, awaitedParties, isOpen, nameParties } from './joint-review.ts';

export const issueReviewMinutesInput = z.strictObject({
  heldOn: dayInput,
  /** 方案联审会议纪要; there are none of a round that did not pass. */
  minutes: paperInput.optional(),
});

export const issueReviewMinutes = defineAct<
  'issue-review-minutes',
  z.infer<typeof issueReviewMinutesInput>,
  undefined,
  Nothing
>({
  name: 'issue-review-minutes',
  title: { zh: '出具方案联审会议纪要', en: 'Issue review minutes' },
  step: 5,
  clause: '二(四)2',
  input: issueReviewMinutesInput,
  decide({ project, input, on, pack }) {
    const { jointReview } = project.approvals;
    if (!isOpen(jointReview)) {
      return refused('NOT_NOW', { zh: '现在没有进行中的联审。', en: 'No joint review is open now.' });
    }
    const past = notAhead(on, [['/heldOn', input.heldOn]]);
    if (!past.ok) return past;

    const { round } = jointReview;
    const awaited = awaitedParties(jointReview);
    if (awaited.length > 0) {
      const named = nameParties(awaited);
      return gateShut([
        ruleFinding(pack, 'AP-03', {
          verdict: 'FAIL',
          code: 'OPINIONS_MISSING',
          says: { zh: `还有单位没有提出意见：${named.zh}`, en: `opinions are still missing of ${named.en}` },
          figures: { round, awaited },
        }),
      ]);
    }
    const adverse = adverseParties(jointReview);
    if (adverse.length > 0) {
      const named = nameParties(adverse);
      const returned = ruleFinding(pack, 'AP-03', {
        verdict: 'FAIL',
        code: 'JOINT_REVIEW_RETURNED',
        says: {
          zh: `第 ${round} 轮未审定通过：${named.zh}；其他单位已同意的意见继续有效`,
          en: `Round ${round} did not pass: ${named.en}; approvals of the others stand`,
        },
        figures: { round, adverse },
      });
      return granted({ outcome: 'returned', result: NOTHING, findings: [returned] });
    }
    if (input.minutes === undefined) {
      return fieldsRefused([
        { path: '/minutes', says: { zh: '审定通过须附会议纪要', en: 'A review that passes needs its minutes' } },
      ]);
    }
    const passed = ruleFinding(pack, 'AP-03', {
      verdict: 'PASS',
      code: 'JOINT_REVIEW_PASSED',
      says: { zh: `第 ${round} 轮审定通过，已出具会议纪要`, en: `Passed in round ${round}; the minutes are issued` },
      figures: { round },
    });
    return granted({ outcome: 'passed', result: NOTHING, findings: [passed] });
  },
  apply(project, { outcome, input }) {
    const { jointReview } = project.approvals;
    const closed =
      outcome === 'passed'
        ? ({ ...jointReview, result: 'PASSED', minutesOn: input.heldOn } as const)
        : ({ ...jointReview, result: 'RETURNED' } as const);
    return { ...project, approvals: { ...project.approvals, jointReview: closed } };
  },
  outcome({ approvals: { jointReview } }) {
    if (jointReview.result === undefined) return undefined;
    return jointReview.result === 'PASSED' ? 'passed' : 'returned';
  },
});
