// A defect shows after the acceptance: the contractor's within the warranty of the part, the owners' after it (二(三)8, H-04).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, reasonInput } from '../act-input.ts';
import { acceptanceOf } from '../works/acceptance.ts';
import { DEFECT_PARTS, type Defect, responsibleFor } from './defects.ts';

export const reportDefectInput = z.strictObject({
  part: z.enum(DEFECT_PARTS),
  summary: reasonInput,
  reportedOn: dayInput,
});

export const reportDefect = defineAct<
  'report-defect',
  z.output<typeof reportDefectInput>,
  undefined,
  Pick<Defect, 'no' | 'responsible'>
>({
  name: 'report-defect',
  title: { zh: '报修', en: 'Report defect' },
  step: 8,
  clause: '二(三)8',
  input: reportDefectInput,
  decide({ project, input: { part, reportedOn }, on, pack }) {
    const past = notAhead(on, [['/reportedOn', reportedOn]]);
    if (!past.ok) return past;
    const { acceptedOn, warranties } = acceptanceOf(project);
    if (reportedOn < acceptedOn) {
      return fieldsRefused([
        { path: '/reportedOn', says: { zh: '不得早于验收合格之日', en: 'Must not be earlier than the acceptance' } },
      ]);
    }
    const no = project.programme.defects.length + 1;
    const responsible = responsibleFor(part, reportedOn, warranties);
    const reported = ruleFinding(pack, 'H-04', {
      verdict: 'WARN',
      code: responsible === 'CONTRACTOR' ? 'DEFECT_IN_WARRANTY' : 'DEFECT_AFTER_WARRANTY',
      says:
        responsible === 'CONTRACTOR'
          ? { zh: `报修第 ${no} 项，由施工单位保修`, en: `Defect ${no} is for the contractor to repair` }
          : { zh: `报修第 ${no} 项，保修期已满，由业主维护`, en: `Defect ${no} is the owners’: the warranty is over` },
      facts: { part, reportedOn },
      figures: { no, responsible },
    });
    return granted({ outcome: 'reported', result: { no, responsible }, findings: [reported] });
  },
  apply(project, { input: { part, reportedOn }, result, seq }) {
    const defects = [...project.programme.defects, { ...result, part, reportedOn, seq }];
    return { ...project, programme: { ...project.programme, defects } };
  },
});
