// Recomputes every decision of a project from what it was decided on, and reports each that comes out differently.

import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { shippedCalendar } from '../../domain/calendar/working-days.ts';
import { canonicalJson } from '../../domain/json.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../domain/ledger.ts';
import { PACKS } from '../../domain/policy/packs.ts';
import type { Ports } from '../../domain/ports.ts';
import { isActName } from '../../domain/projects/act-names.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import { newProject, type Project } from '../../domain/projects/project.ts';
import { CALENDAR_LEDGER, foldCalendar } from '../runtime/current-calendar.ts';
import type { ActTable } from '../runtime/human-act.ts';
import { areErasedOnRecord } from '../runtime/privacy-ledger.ts';

/** What the recomputed decision lacked or had otherwise. */
export const DIFFERENCE_REASONS = [
  ...(['CHAIN', 'UNKNOWN_ACT', 'UNKNOWN_RULEBOOK', 'UNKNOWN_CALENDAR'] as const),
  ...(['FACTS', 'REFUSED', 'DECISION'] as const),
] as const;

export interface Difference {
  readonly projectId: string;
  readonly seq: number;
  readonly act: string;
  readonly reason: (typeof DIFFERENCE_REASONS)[number];
}

/** One entry, and the project as it stood after it. */
export interface ReplayedEntry {
  readonly entry: Entry;
  readonly after: Project;
  readonly reason?: Difference['reason'];
}

export interface Replayed {
  readonly decisions: number;
  readonly differences: readonly Difference[];
  /** Entries that stand as they were decided: what they rested on was erased when its time was over, and is on record so. */
  readonly erased: readonly number[];
  /** As far as something could be decided on top of what came before; none where the chain is broken. */
  readonly entries: readonly ReplayedEntry[];
}

export async function replayDecisions(ports: Ports, acts: ActTable, projectId: string): Promise<Replayed> {
  const ref: LedgerRef = { kind: 'PROJECT', id: projectId };
  const entries = await ports.ledger.read(ref);
  const broken = findChainBreak(ref, entries);
  if (broken)
    return {
      decisions: 0,
      differences: [{ projectId, seq: broken.seq, act: '', reason: 'CHAIN' }],
      erased: [],
      entries: [],
    };

  const calendars = await calendarsByVersion(ports);
  const watched = watchMissingPapers(ports);
  const differences: Difference[] = [];
  const erased: number[] = [];
  const replayed: ReplayedEntry[] = [];
  let project: Project | undefined;
  for (const entry of entries) {
    const found = await recompute(watched.ports, acts, calendars, project, entry);
    const wasErased = found === 'FACTS' && (await areErasedOnRecord(ports, watched.takeMissing()));
    if (wasErased) erased.push(entry.seq);
    const reason = wasErased ? undefined : found;
    if (reason) differences.push({ projectId, seq: entry.seq, act: entry.act, reason });
    try {
      project = applyEntry(project, entry);
      replayed.push({ entry, after: project, ...(reason && { reason }) });
    } catch (error) {
      if (!reason) throw error;
      // Nothing can be decided again on top of an entry that no act of ours has written.
      break;
    }
  }
  return { decisions: entries.length, differences, erased, entries: replayed };
}

/** The same ports, and which papers were asked for in vain since somebody took note of it. */
function watchMissingPapers(ports: Ports): { readonly ports: Ports; takeMissing(): readonly string[] } {
  const missing: string[] = [];
  const { papers } = ports;
  const get: Ports['papers']['get'] = async (sha256) => {
    const bytes = await papers.get(sha256);
    if (bytes === undefined) missing.push(sha256);
    return bytes;
  };
  return { ports: { ...ports, papers: { ...papers, get } }, takeMissing: () => missing.splice(0) };
}

/** Every calendar that ever was in force: the shipped one and what each entry of the calendar ledger made of it. */
async function calendarsByVersion(ports: Pick<Ports, 'ledger'>): Promise<ReadonlyMap<string, Calendar>> {
  const entries = await ports.ledger.read(CALENDAR_LEDGER);
  const calendars = [shippedCalendar, ...entries.map((_, index) => foldCalendar(entries.slice(0, index + 1)))];
  return new Map(calendars.map((calendar) => [calendar.version, calendar]));
}

async function recompute(
  ports: Ports,
  acts: ActTable,
  calendars: ReadonlyMap<string, Calendar>,
  before: Project | undefined,
  entry: Entry,
): Promise<Difference['reason'] | undefined> {
  const human = isActName(entry.act) ? acts[entry.act] : undefined;
  if (human === undefined) return 'UNKNOWN_ACT';
  const pack = Object.values(PACKS).find(({ version }) => version === entry.rulebook);
  if (pack === undefined) return 'UNKNOWN_RULEBOOK';
  const calendar = calendars.get(entry.calendar);
  if (calendar === undefined) return 'UNKNOWN_CALENDAR';

  const { payload, actor, at } = entry;
  const input = human.act.input.safeParse(payload.input);
  if (!input.success) return 'REFUSED';
  const project = before ?? openingProject(entry, input.data);
  const facts = await human.gather(ports, { project, input: input.data, actor });
  if (!facts.ok) return 'FACTS';
  const on = dateInShanghai(at);
  const decision = human.act.decide({ project, input: input.data, facts: facts.value, actor, at, on, pack, calendar });
  if (!decision.ok) return 'REFUSED';
  const { outcome, result, findings } = decision.value;
  const same =
    canonicalJson({ outcome, result, findings }) ===
    canonicalJson({
      outcome: payload.outcome,
      result: payload.result,
      findings: entry.findings,
    });
  return same ? undefined : 'DECISION';
}

function openingProject(entry: Entry, input: unknown): Project {
  const { neighbourhood } = input as Pick<Project, 'neighbourhood'>;
  const { projectId = '', at, rulebook, seq, hash } = entry;
  return newProject({
    projectId,
    neighbourhood,
    pack: rulebook.split('@')[0] ?? '',
    openedAt: at,
    head: { seq, hash },
  });
}
