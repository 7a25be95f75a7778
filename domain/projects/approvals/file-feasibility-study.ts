// The street files the feasibility study with DRB (二(四)1).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { estimateInput } from './estimate-input.ts';

export const fileFeasibilityStudyInput = z.strictObject({
  study: paperInput,
  /** 投资估算, yuan. */
  estimate: estimateInput,
});

export const fileFeasibilityStudy = defineAct<
  'file-feasibility-study',
  z.infer<typeof fileFeasibilityStudyInput>,
  undefined,
  Nothing
>({
  name: 'file-feasibility-study',
  title: { zh: '报批可行性研究报告', en: 'File feasibility study' },
  step: 5,
  clause: '二(四)1',
  input: fileFeasibilityStudyInput,
  decide({ project, input, pack }) {
    const { feasibilityStudy, preliminaryDesign } = project.approvals;
    if (feasibilityStudy?.status === 'FILED') {
      return refused('NOT_NOW', {
        zh: '可行性研究报告已经报送，请等候区发改局批复。',
        en: 'The feasibility study is filed already; wait for the decision of the Development and Reform Bureau.',
      });
    }
    // An approved study may be filed anew while the estimate of the design is still open (政府投资条例 12).
    if (feasibilityStudy?.status === 'APPROVED' && preliminaryDesign?.status === 'APPROVED') {
      return refused('NOT_NOW', {
        zh: '初步设计和概算已经批复，不再重新报批可行性研究报告。',
        en: 'Preliminary design and estimate are approved; the feasibility study is not filed anew.',
      });
    }
    const filed = ruleFinding(pack, 'AP-02', {
      verdict: 'PASS',
      code: 'FEASIBILITY_STUDY_FILED',
      says: { zh: `可行性研究报告已报送，估算 ${input.estimate} 元`, en: `Filed, estimate ${input.estimate} yuan` },
      facts: { estimate: input.estimate },
    });
    return granted({ outcome: 'filed', result: NOTHING, findings: [filed] });
  },
  apply: (project, { input }) => ({
    ...project,
    approvals: { ...project.approvals, feasibilityStudy: { status: 'FILED', filedEstimate: input.estimate } },
  }),
  outcome({ approvals: { feasibilityStudy } }) {
    return feasibilityStudy === undefined || feasibilityStudy.status === 'RETURNED' ? undefined : 'filed';
  },
});
