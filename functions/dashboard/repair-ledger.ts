// The ledger of repairs by hand: who let the reconciler repair which project, what was found, what was done and what was left.
// Two entries for each repair, so that one that a crash has cut off stands there too.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type Entry, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { REPAIRS } from './reconcile-projects.ts';

const RULEBOOK = 'repairs@1';
const MOST_ATTEMPTS = 20;

const repairs = z.array(z.enum(REPAIRS));
export const repairBegun = z.strictObject({
  projectId: z.string(),
  /** Of the last entry of the project when it was looked at. */
  projectSeq: z.int(),
  found: repairs,
});
export const repairEnded = z.strictObject({
  projectId: z.string(),
  /** Seq of the entry that began it, and the year of its ledger. */
  began: z.strictObject({ year: z.string(), seq: z.int() }),
  done: repairs,
  left: repairs,
  /** As it should be: closed and without execution, or open with exactly one. */
  sound: z.boolean(),
});

type Content =
  | { readonly act: 'begin-repair'; readonly payload: z.output<typeof repairBegun> }
  | { readonly act: 'end-repair'; readonly payload: z.output<typeof repairEnded> };

/** A handful in a year. */
const repairsLedger = (year: string): LedgerRef => ({ kind: 'REPAIRS', id: year });

export async function writeRepair(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  actor: Actor,
  request: string | undefined,
  { act, payload }: Content,
): Promise<{ readonly year: string; readonly seq: number }> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const at = clock.now();
    const year = dateInShanghai(at).slice(0, 4);
    const ref = repairsLedger(year);
    const head = (await ledger.read(ref)).at(-1) ?? EMPTY_HEAD;
    const entry = sealEntry(ref, head, {
      ...{ at, act, actor, payload: payload as JsonObject, findings: [], rulebook: RULEBOOK, calendar: '' },
      ...(request !== undefined && { request }),
    });
    if ((await ledger.append(ref, entry, NO_CONSEQUENCES)) === 'APPENDED') return { year, seq: entry.seq };
  }
  throw new Fault('CONTENTION', 'too many repair at once');
}

export interface Repaired extends z.output<typeof repairBegun> {
  readonly at: string;
  /** Account and party, no name. */
  readonly by: string;
  readonly role: Actor['role'];
  /** Absent where it was cut off, or is still under way. */
  readonly ended?: Pick<z.output<typeof repairEnded>, 'done' | 'left' | 'sound'> & { readonly at: string };
}

/** Those of this year and the last one, the latest first. */
export async function listRepairs({ ledger }: Pick<Ports, 'ledger'>, limit: number): Promise<readonly Repaired[]> {
  const years = (await ledger.list('REPAIRS')).slice(-2);
  const entries = await Promise.all(
    years.map(async (year) => (await ledger.read(repairsLedger(year))).map((entry) => ({ year, entry }))),
  );
  const all = entries.flat();
  const ends = new Map(
    all
      .filter(({ entry }) => entry.act === 'end-repair')
      .map(({ entry }) => {
        const { began, done, left, sound } = repairEnded.parse(entry.payload);
        return [`${began.year}/${began.seq}`, { at: entry.at, done, left, sound }] as const;
      }),
  );
  return all
    .filter(({ entry }) => entry.act === 'begin-repair')
    .map(({ year, entry }) => repairedOf(entry, ends.get(`${year}/${entry.seq}`)))
    .toReversed()
    .slice(0, limit);
}

function repairedOf({ at, actor, payload }: Entry, ended: Repaired['ended']): Repaired {
  return { at, by: actor.id, role: actor.role, ...repairBegun.parse(payload), ...(ended && { ended }) };
}
