// The employer files the completion with the acceptance report and the contractor's warranty, and nothing else (二(四)7).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { doneInTime } from '../../policy/rules/deadlines.ts';
import { filingIsComplete } from '../../policy/rules/filings.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { acceptanceOf } from './acceptance.ts';

export const fileCompletionInput = z.strictObject({
  /** 工程竣工验收报告、施工单位签署的工程质量保修书 */
  documents: z.strictObject({ K6: paperInput, K7: paperInput }).partial(),
});

export const fileCompletion = defineAct<'file-completion', z.infer<typeof fileCompletionInput>, undefined, Nothing>({
  name: 'file-completion',
  title: { zh: '竣工验收备案', en: 'File completion' },
  step: 7,
  clause: '二(四)7',
  input: fileCompletionInput,
  decide({ project, input, on, pack, calendar }) {
    if (project.works.completionFiling) {
      return refused('NOT_NOW', { zh: '竣工验收备案已经办结。', en: 'The completion is filed already.' });
    }
    const provided = Object.keys(input.documents).map((code) => ({ code }));
    const complete = filingIsComplete({ filing: 'COMPLETION', provided }, on, pack);
    if (failures(complete).length > 0) {
      return granted({ outcome: 'returned', result: NOTHING, findings: complete });
    }
    const limit = {
      limit: 'completionFiling',
      acceptedOn: acceptanceOf(project).acceptedOn,
      doneOn: on,
      calendar,
    } as const;
    return granted({ outcome: 'accepted', result: NOTHING, findings: [...complete, ...doneInTime(limit, on, pack)] });
  },
  apply: (project, { outcome, on }) =>
    outcome === 'accepted' ? { ...project, works: { ...project.works, completionFiling: { filedOn: on } } } : project,
  // Returned papers keep whoever waits here waiting: they are handed in again.
  outcome: ({ works }) => (works.completionFiling ? 'accepted' : undefined),
});
