// The employer engages the audit that tracks the works and their payments (二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { hasReached } from '../states.ts';

export const engageTrackingAuditInput = z.strictObject({ engagedOn: dayInput, engagement: paperInput });

export const engageTrackingAudit = defineAct<
  'engage-tracking-audit',
  z.infer<typeof engageTrackingAuditInput>,
  undefined,
  Nothing
>({
  name: 'engage-tracking-audit',
  title: { zh: '委托过程跟踪审计', en: 'Engage tracking audit' },
  step: 6,
  clause: '二(三)6',
  input: engageTrackingAuditInput,
  decide({ input: { engagedOn }, on, pack }) {
    const past = notAhead(on, [['/engagedOn', engagedOn]]);
    if (!past.ok) return past;
    const engaged = ruleFinding(pack, 'SU-04', {
      verdict: 'PASS',
      code: 'TRACKING_AUDIT_ENGAGED',
      says: { zh: '已委托过程跟踪审计', en: 'The tracking audit is engaged' },
      facts: { engagedOn },
    });
    return granted({ outcome: 'engaged', result: NOTHING, findings: [engaged] });
  },
  apply: (project, { input: { engagedOn } }) => ({
    ...project,
    works: { ...project.works, trackingAudit: { engagedOn } },
  }),
  // Works that were completed without it are not waited for; the report of completion warns.
  outcome: ({ works, state }) => (works.trackingAudit || hasReached(state, 'COMPLETED') ? 'engaged' : undefined),
});
