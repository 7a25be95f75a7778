// All that follows from an entry of the ledger of repairs: a proposal is a task of the office and a message to it, until the
// second person answers or the project is found otherwise.
import * as z from 'zod';
import { dateInShanghai } from '../calendar/plain-date.ts';
import type { JsonObject } from '../json.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import { type Consequences, NO_CONSEQUENCES, type ViewRow } from '../ports.ts';
import { REPAIR_PAYLOADS, type RepairAct, type RepairEntryRef, repairEntrySchema, repairsSchema } from './repairs.ts';

/** Open proposals, by project. */
export const REPAIR_TASKS = { view: 'repair-tasks', partition: 'RENOVATION_OFFICE#RENOVATION_OFFICE' } as const;

const repairTask = z.object({
  projectId: z.string(),
  found: repairsSchema,
  proposal: repairEntrySchema,
  /** Id of who proposed: somebody else confirms. */
  by: z.string(),
  proposedOn: z.string(),
  /** The same day: a project that stands still keeps a neighbourhood waiting. A target, no rule. */
  dueOn: z.string(),
});
export type RepairTask = z.output<typeof repairTask>;

export const repairTaskOf = (row: ViewRow): RepairTask => repairTask.parse(row.value);

/** Of the last of these entries. */
export function repairConsequences(_ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const entry = entries.at(-1);
  return entry === undefined ? NO_CONSEQUENCES : followingFrom(entry);
}

/** Of all: the row of each project as the last of its entries leaves it, and every message. */
export function allOfRepairs(_ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const each = entries.map(followingFrom);
  const rows = new Map(each.flatMap(({ views }) => views).map((write) => [write.sort, write]));
  return { views: [...rows.values()], messages: each.flatMap(({ messages }) => messages), signals: [] };
}

function followingFrom(entry: Entry): Consequences {
  const { act, payload, at, actor } = entry;
  const ref: RepairEntryRef = { year: entry.repairYear ?? '', seq: entry.seq };
  const watermark = { ledger: `REPAIRS/${ref.year}`, seq: ref.seq };
  switch (act as RepairAct) {
    case 'propose-repair': {
      const { projectId, found } = REPAIR_PAYLOADS['propose-repair'].parse(payload);
      const day = dateInShanghai(at);
      const task: RepairTask = { projectId, found, proposal: ref, by: actor.id, proposedOn: day, dueOn: day };
      return {
        views: [{ ...REPAIR_TASKS, sort: projectId, value: task as unknown as JsonObject, watermark }],
        messages: [
          {
            messageId: `repair-${projectId}-${ref.year}-${ref.seq}`,
            to: { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' },
            template: 'repair-proposed',
            values: { projectId, dueOn: day },
          },
        ],
        signals: [],
      };
    }
    case 'decline-repair':
    case 'lapse-repair':
    case 'begin-repair': {
      const { projectId } = z.object({ projectId: z.string() }).parse(payload);
      return { views: [{ ...REPAIR_TASKS, sort: projectId, value: null, watermark }], messages: [], signals: [] };
    }
    case 'end-repair':
      return { views: [], messages: [], signals: [] };
  }
}
