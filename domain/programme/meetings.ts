// Regular meetings (工作例会, 三(四) I-06): what was decided becomes tasks with an owner and a date, open until they are done.
import * as z from 'zod';
import { projectIdSchema } from '../api.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { type Actor, ROLES, type Role } from '../parties.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput } from '../projects/act-input.ts';
import type { Programme, ProgrammeEntry } from './programme-ledger.ts';

const decision = z.strictObject({
  text: reasonInput,
  owner: z.strictObject({ role: z.enum(ROLES), unit: z.string().trim().min(1).max(40) }),
  dueOn: dayInput,
  projectId: projectIdSchema.optional(),
});

export const recordMeetingInput = z.strictObject({
  heldOn: dayInput,
  subject: z.string().trim().min(2).max(80),
  /** 会议纪要 (C3) */
  minutes: paperInput,
  decisions: z.array(decision).min(1).max(40),
});

export interface Meeting {
  /** Counted through the year, from 1. */
  readonly no: number;
  readonly seq: number;
  readonly heldOn: PlainDate;
  readonly subject: string;
  readonly minutes: string;
  readonly decisions: z.output<typeof recordMeetingInput>['decisions'];
}

export interface Task {
  /** Counted through the year, from 1. */
  readonly no: number;
  readonly meeting: number;
  readonly text: string;
  readonly owner: { readonly role: Role; readonly unit: string };
  readonly since: PlainDate;
  readonly dueOn: PlainDate;
  readonly projectId?: string | undefined;
  readonly finishedOn?: PlainDate;
  readonly seqs: readonly number[];
}

export const finishTaskInput = z.strictObject({
  finishedOn: dayInput,
  result: reasonInput,
  evidence: paperInput.optional(),
});
export const finishTaskPayload = finishTaskInput.extend({ no: z.int().positive() });

export const recordedMeeting = (payload: JsonObject, at: Pick<Meeting, 'no' | 'seq'>): Meeting => ({
  ...recordMeetingInput.parse(payload),
  ...at,
});

export const tasksOfMeeting = ({ no, seq, heldOn, decisions }: Meeting, numbered: number): readonly Task[] =>
  decisions.map((decided, index) => ({
    ...decided,
    no: numbered + index + 1,
    meeting: no,
    since: heldOn,
    seqs: [seq],
  }));

export function decideRecordMeeting(
  input: z.output<typeof recordMeetingInput>,
  on: PlainDate,
): Outcome<ProgrammeEntry> {
  const past = notAhead(on, [['/heldOn', input.heldOn]]);
  if (!past.ok) return past;
  const early = input.decisions.flatMap(({ dueOn }, index) =>
    dueOn < input.heldOn
      ? [
          {
            path: `/decisions/${index}/dueOn`,
            says: { zh: '期限早于会议日期', en: 'Is due before the meeting was held' },
          },
        ]
      : [],
  );
  if (early.length > 0) return fieldsRefused(early);
  const decisions = input.decisions.map(({ projectId, ...decided }) => ({
    ...decided,
    ...(projectId !== undefined && { projectId }),
  }));
  return granted({ act: 'record-meeting', payload: { ...input, decisions } });
}

export function decideFinishTask(
  programme: Programme,
  no: number,
  { evidence, ...input }: z.output<typeof finishTaskInput>,
  actor: Actor,
  on: PlainDate,
): Outcome<ProgrammeEntry> {
  const past = notAhead(on, [['/finishedOn', input.finishedOn]]);
  if (!past.ok) return past;
  const task = programme.tasks.find((open) => open.no === no && open.finishedOn === undefined);
  if (task === undefined) {
    return refused('NOT_FOUND', { zh: '没有这一项待办任务。', en: 'There is no such open task.' });
  }
  if (task.owner.role !== actor.role || task.owner.unit !== actor.unit) {
    return refused('FORBIDDEN_ROLE', {
      zh: '该任务由会议指定的单位办理。',
      en: 'The task is for the party that the meeting named.',
    });
  }
  return granted({ act: 'finish-task', payload: { no, ...input, ...(evidence !== undefined && { evidence }) } });
}

export const openTasks = ({ tasks }: Programme): readonly Task[] =>
  tasks.filter(({ finishedOn }) => finishedOn === undefined);
