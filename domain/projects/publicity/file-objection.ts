// Somebody objects while the notice hangs: recorded by number, unit hash and paper, and mediated by the body (二(三)3, PB-05).
import * as z from 'zod';
import { sha256Schema } from '../../api.ts';
import { granted, type Outcome, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { type Deciding, defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { countPeriod } from './period.ts';

export const RAISED_BY = ['OWNER', 'OTHER_RESIDENT'] as const;

export const fileObjectionInput = z.strictObject({
  objectionId: z.string().regex(/^[A-Za-z0-9-]{4,40}$/),
  /** Keyed hash of the unit; the ledger never holds a room number. */
  unit: sha256Schema,
  raisedBy: z.enum(RAISED_BY),
  raisedOn: dayInput,
  /** What was written, in the vault. */
  paper: paperInput,
});

type FileObjectionInput = z.output<typeof fileObjectionInput>;

export const fileObjection = defineAct<'file-objection', FileObjectionInput, undefined, Nothing>({
  name: 'file-objection',
  title: { zh: '提出异议', en: 'File objection' },
  step: 3,
  clause: '二(三)3',
  input: fileObjectionInput,
  decide(deciding) {
    const { project, input, pack } = deciding;
    const inTime = checkDay(deciding);
    if (!inTime.ok) return inTime;
    if (project.publicity.objections.some(({ objectionId }) => objectionId === input.objectionId)) {
      const says = { zh: '该编号已用于另一件异议', en: 'Another objection has this number' };
      return fieldsRefused([{ path: '/objectionId', says }]);
    }
    const owner = input.raisedBy === 'OWNER';
    const received = ruleFinding(pack, 'PB-05', {
      verdict: 'WARN',
      code: owner ? 'OBJECTION_RECEIVED' : 'OBJECTION_OF_NON_OWNER',
      says: owner
        ? { zh: '业主提出异议，由业委会或自治小组牵头协商调解', en: 'An owner objects; the body leads the mediation' }
        : {
            zh: '非业主居民提出异议，照样记录和调解，不计入业主异议',
            en: 'A resident who is no owner objects: recorded and mediated, not counted',
          },
      facts: { objectionId: input.objectionId, raisedOn: input.raisedOn },
    });
    return granted({ outcome: 'received', result: NOTHING, findings: [received] });
  },
  apply(project, { input: { objectionId, unit, raisedBy, raisedOn } }) {
    const objections = [...project.publicity.objections, { objectionId, unit, raisedBy, raisedOn }];
    return { ...project, publicity: { ...project.publicity, objections } };
  },
});

/** In person on the day itself; the body may enter later what was handed to it in time. */
function checkDay(deciding: Deciding<FileObjectionInput, undefined>): Outcome<undefined> {
  const { project, input, actor, on, calendar, pack } = deciding;
  const { runsFrom, endsOn } = project.publicity;
  const raisedOn = actor.role === 'RESIDENT' ? on : input.raisedOn;
  const ahead = notAhead(on, [['/raisedOn', input.raisedOn]]);
  if (!ahead.ok) return ahead;
  const period = runsFrom && countPeriod(runsFrom, endsOn, calendar, pack).period;
  if (period?.status !== 'FIXED' || raisedOn <= period.endsOn) return granted(undefined);
  return refused(
    'NOT_NOW',
    {
      zh: `公示已于 ${period.endsOn} 24时届满，不再接收异议；可向属地街道反映。`,
      en: `Publicity ended on ${period.endsOn} at 24:00, and objections are no longer taken; turn to the street office.`,
    },
    { clause: '二(三)3' },
  );
}
