// A party of 三(二) shows that it has done what the project asks of it.
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { DUTY_IDS, dutyOf } from '../../programme/duties.ts';
import { isUndischarged, openedDuties } from '../../programme/open-duties.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput } from '../act-input.ts';

export const dischargeDutyInput = z.strictObject({
  duty: z.enum(DUTY_IDS),
  dischargedOn: dayInput,
  summary: reasonInput,
  /** 审批文件、指导意见、现场记录 */
  evidence: paperInput.optional(),
});

export const dischargeDuty = defineAct<'discharge-duty', z.output<typeof dischargeDutyInput>, undefined, Nothing>({
  name: 'discharge-duty',
  title: { zh: '履行部门职责', en: 'Discharge duty' },
  step: 5,
  clause: '三(二)',
  input: dischargeDutyInput,
  decide({ project, input: { duty, dischargedOn, evidence }, actor, on, pack }) {
    const past = notAhead(on, [['/dischargedOn', dischargedOn]]);
    if (!past.ok) return past;
    const { party, title, dischargedBy } = dutyOf(duty);
    if (party !== actor.role) {
      return refused('FORBIDDEN_ROLE', {
        zh: '这项职责不是您单位的职责。',
        en: 'This duty is not one of your party.',
      });
    }
    if (dischargedBy !== undefined) {
      return refused('NOT_NOW', {
        zh: '这项职责由相应事项的办理体现，不另行登记。',
        en: 'This duty shows in the acts that discharge it, and is not recorded apart.',
      });
    }
    // Departments are one each; of the utilities every unit owes for its own lines.
    const owed = openedDuties(project).some(
      (opened) => isUndischarged(opened) && opened.duty === duty && (party !== 'UTILITY' || opened.unit === actor.unit),
    );
    if (!owed) {
      return fieldsRefused([
        {
          path: '/duty',
          says: { zh: '本项目没有这项待履行的职责', en: 'The project asks for no such duty, or it is done already' },
        },
      ]);
    }
    const discharged = ruleFinding(pack, duty, {
      verdict: 'PASS',
      code: 'DUTY_DISCHARGED',
      says: { zh: `已履行：${title.zh}`, en: `Done: ${title.en}` },
      facts: { party, dischargedOn, evidence: evidence ?? null },
    });
    return granted({ outcome: 'discharged', result: NOTHING, findings: [discharged] });
  },
  apply(project, { input: { duty, dischargedOn }, actor }) {
    const discharged = [...project.programme.discharged, { duty, party: actor.unit, on: dischargedOn }];
    return { ...project, programme: { ...project.programme, discharged } };
  },
});
