// The street reports the confirmed project to the leading group.
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';

export const reportProjectInput = z.strictObject({
  reportedOn: dayInput,
  /** X1, the report. */
  document: paperInput,
});

export const reportProject = defineAct<'report-project', z.output<typeof reportProjectInput>, undefined, Nothing>({
  name: 'report-project',
  title: { zh: '上报领导小组', en: 'Report project' },
  step: 4,
  clause: '二(三)4',
  input: reportProjectInput,

  decide({ input: { reportedOn, document }, on, pack }) {
    const dates = notAhead(on, [['/reportedOn', reportedOn]]);
    if (!dates.ok) return dates;
    const reported = ruleFinding(pack, 'A-11', {
      verdict: 'PASS',
      code: 'REPORTED_TO_LEADING_GROUP',
      says: { zh: '已上报区老旧小区改造工作领导小组', en: 'Reported to the leading group' },
      facts: { reportedOn, document },
    });
    return granted({ outcome: 'reported', result: NOTHING, findings: [reported] });
  },

  apply: (project, { input: { reportedOn }, at }) =>
    moveTo({ ...project, start: { ...project.start, reportedOn } }, 'REPORTED', at),

  outcome: ({ state }) => (hasReached(state, 'REPORTED') ? 'reported' : undefined),
});
