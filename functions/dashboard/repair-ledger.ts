// The ledger of repairs by hand, read and written on: who proposed and who confirmed which repair, what was found, what was
// done and what was left. A repair has two entries, so that one that a crash has cut off stands there too.
import { dateInShanghai, type Instant } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../domain/ledger.ts';
import { type Actor, SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import {
  REPAIR_TASKS,
  type RepairTask,
  repairConsequences,
  repairTaskOf,
} from '../../domain/repairs/repair-consequences.ts';
import {
  foldRepairs,
  isSameEntry,
  type RepairContent,
  type RepairEntryRef,
  type RepairHistory,
  repairsLedger,
} from '../../domain/repairs/repairs.ts';
import { askedBefore } from '../runtime/asked-before.ts';

const RULEBOOK = 'repairs@2';
const MOST_ATTEMPTS = 20;

type Stored = Pick<Ports, 'ledger' | 'clock'>;

/** Of this year and the last one. */
export async function readRepairs({ ledger, clock }: Stored): Promise<RepairHistory> {
  const year = Number(yearOf(clock.now()));
  const years = await Promise.all([year - 1, year].map((each) => ledger.read(repairsLedger(String(each)))));
  return foldRepairs(years.flat());
}

export interface WrittenRepair {
  readonly ref: RepairEntryRef;
  readonly payload: JsonObject;
}

const writtenIn = ({ repairYear = '', seq, payload }: Entry): WrittenRepair => ({
  ref: { year: repairYear, seq },
  payload,
});

/**
 * Appends what `decide` makes of the ledger as it stands; of two persons at once, the second decides anew. A request that
 * has written its entry before decides nothing.
 */
export async function appendRepair(
  { ledger, clock }: Stored,
  { actor, request }: { readonly actor: Actor; readonly request?: string | undefined },
  decide: (history: RepairHistory) => Outcome<RepairContent>,
): Promise<Outcome<WrittenRepair>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const at = clock.now();
    const year = yearOf(at);
    const ref = repairsLedger(year);
    const [before, entries] = await Promise.all([
      ledger.read(repairsLedger(String(Number(year) - 1))),
      ledger.read(ref),
    ]);
    const asked = askedBefore([...before, ...entries], request);
    if (!asked.ok) return asked;
    if (asked.value) return granted(writtenIn(asked.value));
    const content = decide(foldRepairs([...before, ...entries]));
    if (!content.ok) return content;
    const entry: Entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, {
      ...{ at, act: content.value.act, actor, payload: content.value.payload as unknown as JsonObject },
      ...{ findings: [], rulebook: RULEBOOK, calendar: '' },
      ...(request !== undefined && { request }),
    });
    if ((await ledger.append(ref, entry, repairConsequences(ref, [...entries, entry]))) === 'APPENDED') {
      return granted(writtenIn(entry));
    }
  }
  throw new Fault('CONTENTION', 'too many repairs at once');
}

const MOST_OPEN = 100;

/** Those that wait for their second person. */
export async function openRepairTasks({ views }: Pick<Ports, 'views'>): Promise<readonly RepairTask[]> {
  const { view, partition } = REPAIR_TASKS;
  return (await views.query(view, partition, { limit: MOST_OPEN })).rows.map(repairTaskOf);
}

/** The project is found otherwise than it was seen; who has answered or proposed anew in the meantime goes first. */
export async function lapseRepair(ports: Stored, projectId: string, proposal: RepairEntryRef): Promise<void> {
  await appendRepair(ports, { actor: SYSTEM }, ({ open }) => {
    const standing = open.get(projectId);
    if (standing === undefined || !isSameEntry(standing.ref, proposal)) return answeredAlready();
    return granted({ act: 'lapse-repair', payload: { projectId, proposal } });
  });
}

const answeredAlready = () =>
  refused('NOT_NOW', { zh: '这项提议已有答复。', en: 'This proposal is answered already.' });

const yearOf = (at: Instant): string => dateInShanghai(at).slice(0, 4);
