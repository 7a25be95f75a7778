// DRB approves the feasibility study with an amount of investment, or returns it (二(四)1).
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import {
  decidedApproval,
  type InvestmentDecision,
  investmentDecisionInput,
  outcomeOfApproval,
} from './investment-decision.ts';
import type { InvestmentApproval } from './record.ts';

export const decideFeasibilityStudy = defineAct<
  'decide-feasibility-study',
  InvestmentDecision,
  undefined,
  InvestmentApproval
>({
  name: 'decide-feasibility-study',
  title: { zh: '批复可行性研究报告', en: 'Decide feasibility study' },
  step: 5,
  clause: '二(四)1',
  input: investmentDecisionInput,
  decide({ project, input, on, pack }) {
    const { feasibilityStudy } = project.approvals;
    if (feasibilityStudy?.status !== 'FILED') {
      return refused('NOT_NOW', {
        zh: '没有待批复的可行性研究报告。',
        en: 'There is no feasibility study waiting for a decision.',
      });
    }
    const approved = input.decision === 'APPROVED';
    const decided = ruleFinding(pack, 'AP-02', {
      verdict: approved ? 'PASS' : 'FAIL',
      code: approved ? 'FEASIBILITY_STUDY_APPROVED' : 'FEASIBILITY_STUDY_RETURNED',
      says: approved
        ? {
            zh: `可行性研究报告已批复，投资 ${input.approvedEstimate} 元`,
            en: `The feasibility study is approved at ${input.approvedEstimate} yuan`,
          }
        : { zh: '可行性研究报告退回修改', en: 'The feasibility study is returned' },
      facts: { filedEstimate: feasibilityStudy.filedEstimate },
    });
    return granted({
      outcome: approved ? 'approved' : 'returned',
      result: decidedApproval(feasibilityStudy, input, on),
      findings: [decided],
    });
  },
  apply: (project, { result }) => ({ ...project, approvals: { ...project.approvals, feasibilityStudy: result } }),
  outcome: ({ approvals }) => outcomeOfApproval(approvals.feasibilityStudy),
});
