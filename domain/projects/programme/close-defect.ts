// A defect has been repaired, and the record of the repair is on file (二(三)8).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { openDefects } from './defects.ts';

export const closeDefectInput = z.strictObject({
  no: z.int().positive(),
  repairedOn: dayInput,
  /** 维修记录, signed by who reported it. */
  record: paperInput,
});

export const closeDefect = defineAct<'close-defect', z.output<typeof closeDefectInput>, undefined, Nothing>({
  name: 'close-defect',
  title: { zh: '维修完成', en: 'Close defect' },
  step: 8,
  clause: '二(三)8',
  input: closeDefectInput,
  decide({ project, input: { no, repairedOn }, on, pack }) {
    const past = notAhead(on, [['/repairedOn', repairedOn]]);
    if (!past.ok) return past;
    const defect = openDefects(project.programme.defects).find((open) => open.no === no);
    if (defect === undefined) {
      return fieldsRefused([{ path: '/no', says: { zh: '没有这一项待维修', en: 'There is no such open defect' } }]);
    }
    if (repairedOn < defect.reportedOn) {
      return fieldsRefused([
        { path: '/repairedOn', says: { zh: '不得早于报修日期', en: 'Must not be earlier than the report' } },
      ]);
    }
    const closed = ruleFinding(pack, 'H-04', {
      verdict: 'PASS',
      code: 'DEFECT_CLOSED',
      says: { zh: `报修第 ${no} 项已修复`, en: `Defect ${no} is repaired` },
      facts: { part: defect.part, reportedOn: defect.reportedOn, repairedOn },
      figures: { no, responsible: defect.responsible },
    });
    return granted({ outcome: 'closed', result: NOTHING, findings: [closed] });
  },
  apply(project, { input: { no, repairedOn } }) {
    const defects = project.programme.defects.map((defect) =>
      defect.no === no ? { ...defect, closedOn: repairedOn } : defect,
    );
    return { ...project, programme: { ...project.programme, defects } };
  },
});
