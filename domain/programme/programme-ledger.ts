// The ledger of a programme year: the round, places given and moved, meetings and their tasks, criteria, circulars.
import { budgetYearInput } from '../budget/budget.ts';
import { Fault } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef } from '../ledger.ts';
import type { Role } from '../parties.ts';
import { type CircularRecord, circularAfter } from './circulars.ts';
import { type CriteriaSet, setCriteriaInput } from './criteria.ts';
import { finishTaskPayload, type Meeting, recordedMeeting, type Task, tasksOfMeeting } from './meetings.ts';
import { decidePlaceInput, openRoundInput, type Place, type Round } from './rounds.ts';

/** Who writes which entry. A task is finished by its owner, whoever that is. */
export const PROGRAMME_ACTS = {
  'open-round': ['RENOVATION_OFFICE'],
  'decide-place': ['RENOVATION_OFFICE', 'LEADING_GROUP'],
  'record-meeting': ['RENOVATION_OFFICE'],
  'finish-task': 'OWNER',
  'set-criteria': ['RENOVATION_OFFICE', 'LEADING_GROUP'],
  'draft-circular': ['RENOVATION_OFFICE'],
  'edit-circular': ['RENOVATION_OFFICE'],
  'propose-circular': ['RENOVATION_OFFICE'],
  'return-circular': ['RENOVATION_OFFICE'],
  'issue-circular': ['RENOVATION_OFFICE'],
} as const satisfies Record<string, readonly Role[] | 'OWNER'>;

export type ProgrammeAct = keyof typeof PROGRAMME_ACTS;

export const programmeYearInput = budgetYearInput;
export const programmeLedger = (year: string): LedgerRef => ({ kind: 'PROGRAMME', id: year });

/** One entry of the programme's ledger, as answers refer to it. */
export interface ProgrammeRef {
  readonly programmeYear: string;
  readonly seq: number;
}

/** What an entry says, before it is sealed. */
export interface ProgrammeEntry {
  readonly act: ProgrammeAct;
  readonly payload: JsonObject;
}

export interface Programme {
  readonly year: string;
  readonly head: Head;
  readonly round?: Round;
  /** The last decision on each project. */
  readonly places: ReadonlyMap<string, Place>;
  readonly meetings: readonly Meeting[];
  readonly tasks: readonly Task[];
  readonly criteria?: CriteriaSet;
  readonly circulars: readonly CircularRecord[];
}

export const emptyProgramme = (year: string): Programme => ({
  year,
  head: EMPTY_HEAD,
  places: new Map(),
  meetings: [],
  tasks: [],
  circulars: [],
});

export function foldProgramme(year: string, entries: readonly Entry[], from = emptyProgramme(year)): Programme {
  return entries.reduce(
    (before, entry) => ({ ...applyEntry(before, entry), head: { seq: entry.seq, hash: entry.hash } }),
    from,
  );
}

function applyEntry(before: Programme, entry: Entry): Programme {
  const { act, payload, seq } = entry;
  switch (act) {
    case 'open-round':
      return { ...before, round: { ...openRoundInput.parse(payload), seq } };
    case 'decide-place': {
      const place = { ...decidePlaceInput.parse(payload), seq };
      return { ...before, places: new Map([...before.places, [place.projectId, place]]) };
    }
    case 'record-meeting': {
      const meeting = recordedMeeting(payload, { no: before.meetings.length + 1, seq });
      const tasks = tasksOfMeeting(meeting, before.tasks.length);
      return { ...before, meetings: [...before.meetings, meeting], tasks: [...before.tasks, ...tasks] };
    }
    case 'finish-task': {
      const { no, finishedOn } = finishTaskPayload.parse(payload);
      const finished = (task: Task): Task => ({ ...task, finishedOn, seqs: [...task.seqs, seq] });
      return { ...before, tasks: before.tasks.map((task) => (task.no === no ? finished(task) : task)) };
    }
    case 'set-criteria':
      return { ...before, criteria: { ...setCriteriaInput.parse(payload), seq } };
    case 'draft-circular':
    case 'edit-circular':
    case 'propose-circular':
    case 'return-circular':
    case 'issue-circular':
      return { ...before, circulars: circularAfter(before.circulars, entry) };
    default:
      throw new Fault('CORRUPT', `entry ${seq} is not an entry of a programme year`);
  }
}
