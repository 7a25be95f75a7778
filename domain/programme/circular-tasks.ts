// All that follows from an entry of a programme year: a circular that one person has proposed is a task of the office and a
// message to it, until another one issues or returns it, or somebody changes its words.
import * as z from 'zod';
import { addDays } from '../calendar/plain-date.ts';
import type { JsonObject } from '../json.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import { type Consequences, type Message, NO_CONSEQUENCES, type ViewRow, type ViewWrite } from '../ports.ts';
import type { CircularProposal, CircularRecord } from './circulars.ts';
import { foldProgramme } from './programme-ledger.ts';

/** Open proposals, by year and number. */
export const CIRCULAR_TASKS = { view: 'circular-tasks', partition: 'RENOVATION_OFFICE#RENOVATION_OFFICE' } as const;

/** A target of the district, no rule: a monthly circular that waits longer is of last month. */
const DAYS_TO_ANSWER = 3;

const circularTask = z.object({
  year: z.string(),
  no: z.int(),
  month: z.string(),
  title: z.string(),
  /** Seq of the proposal, and the id of who made it: somebody else issues. */
  proposal: z.int(),
  by: z.string(),
  proposedOn: z.string(),
  dueOn: z.string(),
});
export type CircularTask = z.output<typeof circularTask>;

export const circularTaskOf = (row: ViewRow): CircularTask => circularTask.parse(row.value);

/** Acts that make or end a proposal. */
const ANSWERED_BY: readonly string[] = ['propose-circular', 'edit-circular', 'return-circular', 'issue-circular'];
const numberIn = z.object({ no: z.int() });

/** Of the last of these entries. */
export function programmeConsequences({ id: year }: LedgerRef, entries: readonly Entry[]): Consequences {
  const entry = entries.at(-1);
  if (entry === undefined || !ANSWERED_BY.includes(entry.act)) return NO_CONSEQUENCES;
  const { no } = numberIn.parse(entry.payload);
  const circular = foldProgramme(year, entries).circulars.find((each) => each.no === no);
  if (circular === undefined) return NO_CONSEQUENCES;
  return {
    views: [rowOf(year, circular, entry.seq)],
    messages:
      entry.act === 'propose-circular' && circular.proposed ? [messageOf(year, circular, circular.proposed)] : [],
    signals: [],
  };
}

/** Of all: the row of each circular as the last of its entries leaves it, and every message. */
export function allOfProgramme(ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const each = entries
    .map((_, index) => entries.slice(0, index + 1))
    .filter((upTo) => ANSWERED_BY.includes(upTo.at(-1)?.act ?? ''))
    .map((upTo) => programmeConsequences(ref, upTo));
  const rows = new Map(each.flatMap(({ views }) => views).map((write) => [write.sort, write]));
  return { views: [...rows.values()], messages: each.flatMap(({ messages }) => messages), signals: [] };
}

function rowOf(year: string, { no, month, title, proposed, issued }: CircularRecord, seq: number): ViewWrite {
  const task: CircularTask | undefined =
    proposed === undefined || issued !== undefined
      ? undefined
      : {
          ...{ year, no, month, title, proposal: proposed.seq, by: proposed.by },
          ...{ proposedOn: proposed.on, dueOn: dueOf(proposed) },
        };
  return {
    ...CIRCULAR_TASKS,
    sort: `${year}-${no}`,
    value: task === undefined ? null : (task as unknown as JsonObject),
    watermark: { ledger: `PROGRAMME/${year}`, seq },
  };
}

const dueOf = ({ on }: CircularProposal): string => addDays(on, DAYS_TO_ANSWER);

/** Its number and month: its words are read in the pages. */
const messageOf = (year: string, { no, month }: CircularRecord, proposed: CircularProposal): Message => ({
  messageId: `circular-${year}-${no}-${proposed.seq}`,
  to: { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' },
  template: 'circular-proposed',
  values: { year, no: String(no), month, dueOn: dueOf(proposed) },
});
