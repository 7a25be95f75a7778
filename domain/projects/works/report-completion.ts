// The works are completed: nothing is left open on site or in the drawings (二(三)6, 二(三)7 “项目完工后”).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { type Finding, failures } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead } from '../act-input.ts';
import { exPostFindingsAreClosed } from '../approvals/ex-post-findings.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import type { WorksRecord } from './record.ts';
import { problemsAreResolved } from './site-problems.ts';

export const reportCompletionInput = z.strictObject({ completedOn: dayInput });

export const reportCompletion = defineAct<
  'report-completion',
  z.infer<typeof reportCompletionInput>,
  undefined,
  Nothing
>({
  name: 'report-completion',
  title: { zh: '报告完工', en: 'Report completion' },
  step: 6,
  clause: '二(三)6',
  input: reportCompletionInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/completedOn', input.completedOn]]);
    if (!past.ok) return past;
    const { approvals, works } = project;
    if (works.startedOn !== undefined && input.completedOn < works.startedOn) {
      return fieldsRefused([
        { path: '/completedOn', says: { zh: '不得早于开工日期', en: 'Must not be earlier than the start of works' } },
      ]);
    }
    const findings = [
      problemsAreResolved(works.problems, pack),
      exPostFindingsAreClosed(approvals.exPostFindings, pack),
      auditIsEngaged(works, pack),
    ];
    if (failures(findings).length > 0) return gateShut(findings);
    return granted({ outcome: 'completed', result: NOTHING, findings });
  },
  apply: (project, { input, at }) =>
    moveTo({ ...project, works: { ...project.works, completedOn: input.completedOn } }, 'COMPLETED', at),
  outcome: ({ state }) => (hasReached(state, 'COMPLETED') ? 'completed' : undefined),
});

function auditIsEngaged({ trackingAudit }: WorksRecord, pack: RulePack): Finding {
  const engaged = trackingAudit !== undefined;
  return ruleFinding(pack, 'SU-04', {
    verdict: engaged ? 'PASS' : 'WARN',
    code: engaged ? 'TRACKING_AUDIT_ENGAGED' : 'TRACKING_AUDIT_MISSING',
    says: engaged
      ? { zh: '已委托过程跟踪审计', en: 'The tracking audit is engaged' }
      : { zh: '未见过程跟踪审计委托记录', en: 'No tracking audit was engaged' },
  });
}
