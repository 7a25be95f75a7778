// DRB approves the preliminary design with its budget estimate, or returns it (二(四)1). An estimate more than 10 % over
// the study goes back, whatever DRB meant to decide (政府投资条例 12).
import { gateShut, granted, refused } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { estimateWithinFeasibility } from '../../policy/rules/estimate.ts';
import { defineAct } from '../act.ts';
import {
  decidedApproval,
  type InvestmentDecision,
  investmentDecisionInput,
  outcomeOfApproval,
} from './investment-decision.ts';
import type { ApprovalsRecord, InvestmentApproval } from './record.ts';

export const decidePreliminaryDesign = defineAct<
  'decide-preliminary-design',
  InvestmentDecision,
  undefined,
  InvestmentApproval
>({
  name: 'decide-preliminary-design',
  title: { zh: '批复初步设计及概算', en: 'Decide preliminary design' },
  step: 5,
  clause: '二(四)1',
  input: investmentDecisionInput,
  decide({ project, input, on, pack }) {
    const { preliminaryDesign, feasibilityStudy } = project.approvals;
    if (preliminaryDesign?.status !== 'FILED') {
      return refused('NOT_NOW', {
        zh: '没有待批复的初步设计。',
        en: 'There is no preliminary design waiting for a decision.',
      });
    }
    if (input.decision === 'RETURNED') {
      const returned = ruleFinding(pack, 'AP-02', {
        verdict: 'FAIL',
        code: 'PRELIMINARY_DESIGN_RETURNED',
        says: { zh: '初步设计退回修改', en: 'The preliminary design is returned' },
      });
      return granted({
        outcome: 'returned',
        result: decidedApproval(preliminaryDesign, input, on),
        findings: [returned],
      });
    }
    if (feasibilityStudy?.approvedEstimate === undefined) {
      return gateShut([
        ruleFinding(pack, 'AP-02', {
          verdict: 'FAIL',
          code: 'FEASIBILITY_STUDY_NOT_APPROVED',
          says: { zh: '可行性研究报告尚未批复', en: 'the feasibility study is not approved' },
        }),
      ]);
    }
    const compared = estimateWithinFeasibility(
      {
        feasibility: decimalOf(feasibilityStudy.approvedEstimate),
        estimate: decimalOf(input.approvedEstimate),
      },
      on,
      pack,
    );
    const within = compared.every(({ verdict }) => verdict === 'PASS');
    return granted({
      outcome: within ? 'approved' : 'returned',
      result: within
        ? decidedApproval(preliminaryDesign, input, on)
        : { status: 'RETURNED', filedEstimate: preliminaryDesign.filedEstimate },
      findings: [...compared, reviewedBefore(project.approvals, pack)],
    });
  },
  apply: (project, { result }) => ({ ...project, approvals: { ...project.approvals, preliminaryDesign: result } }),
  outcome: ({ approvals }) => outcomeOfApproval(approvals.preliminaryDesign),
});

/** The text does not say which comes first: the minutes before the approval are recommended. */
function reviewedBefore({ jointReview }: ApprovalsRecord, pack: RulePack): Finding {
  const reviewed = jointReview.result === 'PASSED';
  return ruleFinding(pack, 'AP-03', {
    verdict: reviewed ? 'PASS' : 'WARN',
    code: reviewed ? 'REVIEWED_BEFORE_APPROVAL' : 'APPROVED_BEFORE_REVIEW',
    says: reviewed
      ? { zh: '批复前已出具联审会议纪要', en: 'The minutes of the joint review came first' }
      : { zh: '批复前宜先出具联审会议纪要', en: 'Better after the minutes of the joint review' },
  });
}
