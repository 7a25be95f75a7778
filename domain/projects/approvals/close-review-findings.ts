// The street shows that findings of the ex-post review have been put right (二(四)3).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { fieldsRefused, paperInput } from '../act-input.ts';
import { exPostFindingsAreClosed, openFindings } from './ex-post-findings.ts';

export const closeReviewFindingsInput = z.strictObject({
  numbers: z.array(z.int().positive()).min(1).max(200),
  /** What shows it: changed drawings, the institution's second look. */
  remedy: paperInput,
});

export const closeReviewFindings = defineAct<
  'close-review-findings',
  z.infer<typeof closeReviewFindingsInput>,
  undefined,
  Nothing
>({
  name: 'close-review-findings',
  title: { zh: '整改施工图审查意见', en: 'Close review findings' },
  step: 5,
  clause: '二(四)3',
  input: closeReviewFindingsInput,
  decide({ project, input, pack }) {
    const { exPostFindings } = project.approvals;
    const open = openFindings(exPostFindings).map(({ no }) => no);
    const problems = input.numbers.flatMap((no, index) =>
      open.includes(no)
        ? []
        : [{ path: `/numbers/${index}`, says: { zh: '没有这一项未整改意见', en: 'There is no such open finding' } }],
    );
    if (problems.length > 0) return fieldsRefused(problems);
    const left = exPostFindings.filter(({ no }) => !input.numbers.includes(no));
    const remaining = exPostFindingsAreClosed(left, pack);
    const outcome = remaining.verdict === 'PASS' ? 'all-closed' : 'closed';
    const findings = [remaining.verdict === 'PASS' ? remaining : { ...remaining, verdict: 'WARN' as const }];
    return granted({ outcome, result: NOTHING, findings });
  },
  apply(project, { input, on }) {
    const exPostFindings = project.approvals.exPostFindings.map((finding) =>
      input.numbers.includes(finding.no) ? { ...finding, closedOn: on } : finding,
    );
    return { ...project, approvals: { ...project.approvals, exPostFindings } };
  },
});
