// 原则上不允许工程变更: a change is rejected unless reasoned, approved and kept within what was voted and approved (SU-05).
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export interface ChangeOrder {
  readonly reason?: string | undefined;
  /** The text does not say who; the reading is street and tracking auditor, reported to the district office. */
  readonly approvedByStreet: boolean;
  readonly approvedByTrackingAuditor: boolean;
  /** Changes what owners voted on: a new ballot (V-03). */
  readonly changesVotedContent: boolean;
  /** Larger changes go to the original approver (政府投资条例 21), costs over the estimate are adjusted by procedure (23). */
  readonly needsOriginalApprover: boolean;
  readonly exceedsEstimate: boolean;
}

export const changeIsAllowed: Question<ChangeOrder> = (change, _on, pack) => {
  const reasoned = change.reason !== undefined && change.reason !== '';
  const approved = reasoned && change.approvedByStreet && change.approvedByTrackingAuditor;
  const facts = { ...change, reason: change.reason ?? null };
  const decision = approved
    ? ruleFinding(pack, 'SU-05', {
        verdict: 'WARN',
        code: 'EXCEPTION_APPROVED',
        says: {
          zh: '例外同意工程变更，须报区旧改办',
          en: 'Approved as an exception; to be reported to the district office',
        },
        facts,
      })
    : ruleFinding(pack, 'SU-05', {
        verdict: 'FAIL',
        code: 'REJECTED_BY_PRINCIPLE',
        says: {
          zh: '原则上不允许工程变更；例外须有理由并经街道和跟踪审计同意',
          en: 'Changes are not allowed in principle; an exception needs a reason, the street and the tracking auditor',
        },
        facts,
      });
  return [decision, ...findFurtherDecisions(change, pack)];
};

function findFurtherDecisions(change: ChangeOrder, pack: RulePack): Finding[] {
  const findings: Finding[] = [];
  if (change.changesVotedContent) {
    const says = {
      zh: '改变了业主表决的内容，须重新表决、公示',
      en: 'Changes what owners voted on: vote and publicise again',
    };
    findings.push(ruleFinding(pack, 'SU-05', { verdict: 'NEEDS_DECISION', code: 'NEW_BALLOT_NEEDED', says }));
  }
  if (change.needsOriginalApprover) {
    const says = { zh: '变更较大，须报原审批部门', en: 'A larger change: to the original approver' };
    findings.push(ruleFinding(pack, 'SU-05', { verdict: 'NEEDS_DECISION', code: 'ORIGINAL_APPROVER_NEEDED', says }));
  }
  if (change.exceedsEstimate) {
    const says = { zh: '超出核定概算，须先办理概算调整', en: 'Over the approved estimate: adjust it first' };
    findings.push(ruleFinding(pack, 'SU-05', { verdict: 'NEEDS_DECISION', code: 'ESTIMATE_ADJUSTMENT_NEEDED', says }));
  }
  return findings;
}
