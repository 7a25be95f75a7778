// The street confirms a funded project, after looking once more whether it is to be demolished (E-03).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { assessCredit } from '../funding/arrival.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';

export const confirmProjectInput = z.strictObject({
  confirmedOn: dayInput,
  inDemolitionPlan: z.boolean(),
  /** The adopted plan and its boundary, as the urban-village centre supplies them (D-14). */
  demolitionPlan: paperInput,
});

export const confirmProject = defineAct<'confirm-project', z.output<typeof confirmProjectInput>, undefined, Nothing>({
  name: 'confirm-project',
  title: { zh: '街道确定项目', en: 'Confirm project' },
  step: 4,
  clause: '二(三)4',
  input: confirmProjectInput,

  decide({ project, input: { confirmedOn, inDemolitionPlan, demolitionPlan }, on, pack }) {
    const dates = notAhead(on, [['/confirmedOn', confirmedOn]]);
    if (!dates.ok) return dates;
    const { findings: arrival } = assessCredit(project, project.funding.credited, on, pack);
    const demolition = ruleFinding(pack, 'E-03', {
      verdict: inDemolitionPlan ? 'FAIL' : 'PASS',
      code: inDemolitionPlan ? 'DEMOLITION_PLAN' : 'NOT_IN_DEMOLITION_PLAN',
      says: inDemolitionPlan
        ? {
            zh: '已纳入计划拆迁范围，不能确定，请办理资格复核',
            en: 'Within the adopted demolition plan: recheck the eligibility instead',
          }
        : { zh: '未纳入计划拆迁范围', en: 'Outside the adopted demolition plan' },
      facts: { inDemolitionPlan, source: demolitionPlan },
    });
    const gate = [...arrival, demolition];
    if (gate.some(({ verdict }) => verdict === 'FAIL')) return gateShut(gate);
    const confirmed = ruleFinding(pack, 'A-11', {
      verdict: 'PASS',
      code: 'CONFIRMED_BY_STREET',
      says: { zh: '资金到位，街道确定改造项目', en: 'Funded, and confirmed by the street' },
      facts: { confirmedOn },
    });
    return granted({ outcome: 'confirmed', result: NOTHING, findings: [...gate, confirmed] });
  },

  apply: (project, { input: { confirmedOn }, at }) =>
    moveTo({ ...project, start: { ...project.start, confirmedOn } }, 'CONFIRMED', at),

  outcome: ({ state }) => (hasReached(state, 'CONFIRMED') ? 'confirmed' : undefined),
});
