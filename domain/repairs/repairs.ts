// Repairs of a project's workflow by hand: what can be repaired, the entries of their ledger, and their fold. One person of
// the renovation office proposes what a dry run showed, another one confirms it; then the reconciler does exactly that.
import * as z from 'zod';
import type { Instant } from '../calendar/plain-date.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import type { Actor } from '../parties.ts';

export const REPAIRS = ['STARTED', 'ENDED_ORPHAN', 'RESOLVED_LATE', 'REOPENED'] as const;
export type Repair = (typeof REPAIRS)[number];

export const repairsSchema = z.array(z.enum(REPAIRS)).readonly();

/** An entry of this ledger: a proposal of 31 December is answered in the ledger of the next year. */
export const repairEntrySchema = z.strictObject({ year: z.string().regex(/^20\d{2}$/), seq: z.int().positive() });
export type RepairEntryRef = z.output<typeof repairEntrySchema>;

/** A dry run, as it was seen. */
const seen = {
  projectId: z.string(),
  /** Of the last entry of the project when it was looked at. */
  projectSeq: z.int(),
  found: repairsSchema,
};

/** Payloads by their acts. A proposal lapses by itself when the project is found otherwise than it was seen. */
export const REPAIR_PAYLOADS = {
  'propose-repair': z.strictObject(seen),
  'decline-repair': z.strictObject({ projectId: z.string(), proposal: repairEntrySchema }),
  'lapse-repair': z.strictObject({ projectId: z.string(), proposal: repairEntrySchema }),
  /** Entries from before a second person was asked have no proposal. */
  'begin-repair': z.strictObject({ ...seen, proposal: repairEntrySchema.optional() }),
  'end-repair': z.strictObject({
    projectId: z.string(),
    /** The entry that began it. */
    began: repairEntrySchema,
    done: repairsSchema,
    left: repairsSchema,
    /** As it should be: closed and without execution, or open with exactly one. */
    sound: z.boolean(),
  }),
} as const;

export type RepairAct = keyof typeof REPAIR_PAYLOADS;
export type RepairContent = {
  readonly [Act in RepairAct]: { readonly act: Act; readonly payload: z.output<(typeof REPAIR_PAYLOADS)[Act]> };
}[RepairAct];

/** A handful in a year. */
export const repairsLedger = (year: string): LedgerRef => ({ kind: 'REPAIRS', id: year });

/** Proposed by one person and not answered yet. */
export interface RepairProposal {
  readonly ref: RepairEntryRef;
  readonly at: Instant;
  /** Account, no name: somebody else of the office confirms. */
  readonly by: string;
  readonly projectId: string;
  readonly projectSeq: number;
  readonly found: readonly Repair[];
}

/** What was begun, and how it ended. */
export interface Repaired {
  readonly at: Instant;
  /** Accounts, no names: who proposed it (absent before a second person was asked, 0058), and who confirmed. */
  readonly proposedBy?: string;
  readonly by: string;
  readonly role: Actor['role'];
  readonly projectId: string;
  readonly projectSeq: number;
  readonly found: readonly Repair[];
  /** Absent where it was cut off, or is still under way. */
  readonly ended?: {
    readonly at: Instant;
    readonly done: readonly Repair[];
    readonly left: readonly Repair[];
    readonly sound: boolean;
  };
}

export interface RepairHistory {
  /** By project: at most one is open for each, the latest. */
  readonly open: ReadonlyMap<string, RepairProposal>;
  /** In the order in which they were begun. */
  readonly repaired: readonly Repaired[];
}

const nameOf = ({ year, seq }: RepairEntryRef): string => `${year}/${seq}`;
export const isSameEntry = (one: RepairEntryRef, other: RepairEntryRef): boolean => nameOf(one) === nameOf(other);

/** Of the entries of one year or of several, in their order. */
export function foldRepairs(entries: readonly Entry[]): RepairHistory {
  const proposals = new Map<string, RepairProposal>();
  const open = new Map<string, RepairProposal>();
  const repaired = new Map<string, Repaired>();
  for (const entry of entries) {
    const { at, actor, seq, payload } = entry;
    const ref = { year: entry.repairYear ?? '', seq };
    switch (entry.act as RepairAct) {
      case 'propose-repair': {
        const proposal = { ref, at, by: actor.id, ...REPAIR_PAYLOADS['propose-repair'].parse(payload) };
        proposals.set(nameOf(ref), proposal);
        open.set(proposal.projectId, proposal);
        break;
      }
      case 'decline-repair':
      case 'lapse-repair':
        open.delete(REPAIR_PAYLOADS['decline-repair'].parse(payload).projectId);
        break;
      case 'begin-repair': {
        const { proposal, ...begun } = REPAIR_PAYLOADS['begin-repair'].parse(payload);
        const proposed = proposal && proposals.get(nameOf(proposal));
        open.delete(begun.projectId);
        repaired.set(nameOf(ref), {
          ...{ at, by: actor.id, role: actor.role, ...begun },
          ...(proposed && { proposedBy: proposed.by }),
        });
        break;
      }
      case 'end-repair': {
        const { began, done, left, sound } = REPAIR_PAYLOADS['end-repair'].parse(payload);
        const begun = repaired.get(nameOf(began));
        // A beginning older than the years that were read is not listed, nor is its end.
        if (begun) repaired.set(nameOf(began), { ...begun, ended: { at, done, left, sound } });
        break;
      }
    }
  }
  return { open, repaired: [...repaired.values()] };
}
