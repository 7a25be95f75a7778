// The drawing-review institution tells afterwards what it found in the drawings filed (二(四)3).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';

export const recordExPostReviewInput = z.strictObject({
  report: paperInput,
  /** What is to be put right, one by one; none if the drawings are in order. */
  findings: z.array(reasonInput).max(200),
});

export const recordExPostReview = defineAct<
  'record-ex-post-review',
  z.infer<typeof recordExPostReviewInput>,
  undefined,
  { readonly numbers: readonly number[] }
>({
  name: 'record-ex-post-review',
  title: { zh: '施工图事后审查', en: 'Record ex-post review' },
  step: 5,
  clause: '二(四)3',
  input: recordExPostReviewInput,
  decide({ project, input, pack }) {
    const { drawings, exPostFindings } = project.approvals;
    if (drawings === undefined) {
      return refused('NOT_NOW', {
        zh: '施工图尚未自审备案，没有可供事后审查的图纸。',
        en: 'No drawings are filed that could be reviewed.',
      });
    }
    const numbers = input.findings.map((_, index) => exPostFindings.length + index + 1);
    const reviewed = ruleFinding(pack, 'AP-05', {
      verdict: numbers.length === 0 ? 'PASS' : 'WARN',
      code: numbers.length === 0 ? 'DRAWINGS_IN_ORDER' : 'EX_POST_FINDINGS_MADE',
      says:
        numbers.length === 0
          ? { zh: '事后审查未发现问题', en: 'The ex-post review found nothing' }
          : {
              zh: `事后审查提出 ${numbers.length} 项意见，须整改；不影响施工许可`,
              en: `The ex-post review made ${numbers.length} findings to be put right; the permit is not held up`,
            },
      figures: { numbers },
    });
    return granted({
      outcome: numbers.length === 0 ? 'in-order' : 'findings-made',
      result: { numbers },
      findings: [reviewed],
    });
  },
  apply(project, { result, on }) {
    const found = result.numbers.map((no) => ({ no, foundOn: on }));
    const exPostFindings = [...project.approvals.exPostFindings, ...found];
    return { ...project, approvals: { ...project.approvals, exPostFindings } };
  },
});
