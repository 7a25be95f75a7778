// Looks at a data folder after a drill: what was answered must be there, once, and everything must agree with everything.
import { sqliteOutbox } from '../../adapters/sqlite/outbox.ts';
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/plain-date.ts';
import { findChainBreak, LEDGER_KINDS } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';
import { foldProject } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { reconcileProjects } from '../../functions/dashboard/reconcile-projects.ts';
import { startNotifier } from '../../local/notifier.ts';
import { openSystem } from '../../local/system.ts';
import { rebuiltRows, storedRows } from '../support/journey/view-rows.ts';
import type { Acknowledged } from './street-at-work.ts';

export interface Verdict {
  readonly projects: number;
  readonly entries: number;
  readonly papers: number;
  readonly messages: number;
  /** Answered acts that are not in the ledger where they should be, or stand there twice. */
  readonly lost: readonly string[];
  readonly brokenChains: readonly string[];
  /** Rows of read models that are not what the ledgers make of them. */
  readonly wrongRows: number;
  /** Repairs that the reconciler had to make, and projects that it could not help. */
  readonly repairs: readonly string[];
  readonly stuck: readonly string[];
  /** Papers whose bytes are gone or changed. */
  readonly damagedPapers: readonly string[];
  /** Messages that nobody has been told after the last round. */
  readonly untold: readonly string[];
  readonly integrity: string;
  /** How each project stands, without what differs from one to the next: names, hashes, instants. */
  readonly ends: ReadonlyMap<string, string>;
}

/** A machine needs a moment, a dead sender's lease runs out, a repair is looked at again: later than all of these. */
const LATER = 30 * 60_000;

/** `complete`: everything that was written was answered, so that the ledger holds nothing else. */
export async function judge(folder: string, acknowledged: Acknowledged, complete: boolean): Promise<Verdict> {
  const opened = await openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  const { stored, close, idle } = opened.value;
  await idle();
  const later = instantOf(epochMillisecondsOf(opened.value.ports.clock.now()) + LATER);
  const clock = { now: () => later };
  const ports: Ports = { ...opened.value.ports, clock, outbox: sqliteOutbox(stored.database, clock) };
  try {
    const { repairs, stuck } = await reconcileProjects(ports, () => {});
    await idle();
    const ids = await ports.ledger.list('PROJECT');
    const lost = await lostActs(ports, acknowledged, complete);
    const ends = new Map<string, string>();
    let entries = 0;
    for (const id of ids) {
      const ref = { kind: 'PROJECT', id } as const;
      const read = await ports.ledger.read(ref);
      entries += read.length;
      const project = foldProject(read);
      const waits = (await ports.workflow.listWaiting(id)).map(({ wait }) => wait);
      if (project) ends.set(id, endOf(project, waits));
    }
    const kept = new Set(storedRows(stored.database));
    const made = new Set(await rebuiltRows(ports));
    const wrongRows = [...kept, ...made].filter((row) => !kept.has(row) || !made.has(row)).length;
    return {
      projects: ids.length,
      entries,
      lost,
      brokenChains: await brokenChains(ports),
      wrongRows,
      repairs: repairs.map(({ projectId, repair }) => `${projectId} ${repair}`),
      stuck,
      ...(await lookAtPapers(ports, stored.database)),
      ...(await tellTheRest(ports, folder, stored.database, complete)),
      integrity: String(stored.database.prepare('PRAGMA integrity_check').get()?.integrity_check),
      ends,
    };
  } finally {
    close();
  }
}

/** Of every kind of ledger. */
async function brokenChains({ ledger }: Ports): Promise<string[]> {
  const broken: string[] = [];
  for (const kind of LEDGER_KINDS) {
    for (const id of await ledger.list(kind)) {
      const ref = { kind, id };
      if (findChainBreak(ref, await ledger.read(ref)) !== undefined) broken.push(`${kind} ${id}`);
    }
  }
  return broken;
}

async function lostActs(ports: Ports, acknowledged: Acknowledged, complete: boolean): Promise<string[]> {
  const lost: string[] = [];
  for (const [projectId, acts] of acknowledged) {
    const entries = (await ports.ledger.read({ kind: 'PROJECT', id: projectId })).map(({ act }) => act);
    // What was on its way may be there as well, behind what was answered.
    const compared = complete ? entries : entries.slice(0, acts.length);
    if (compared.join() !== acts.join()) lost.push(`${projectId}: ${acts.join()} / ${entries.join()}`);
    if (new Set(entries).size !== entries.length) lost.push(`${projectId} twice: ${entries.join()}`);
  }
  return lost;
}

type Rows = Parameters<typeof storedRows>[0];

async function lookAtPapers(ports: Ports, database: Rows) {
  const rows = database.prepare('SELECT sha256 FROM papers WHERE erased_at IS NULL').all();
  const damagedPapers: string[] = [];
  for (const { sha256 } of rows) {
    const bytes = await ports.papers.get(String(sha256)).catch(() => undefined);
    if (bytes === undefined) damagedPapers.push(String(sha256));
  }
  return { papers: rows.length, damagedPapers };
}

/** Leases of senders that died are over by now: one more round, and everything that anybody waits for has been sent. */
async function tellTheRest(ports: Ports, folder: string, database: Rows, complete: boolean) {
  // The copy of a moment still has to send what the folder has sent since; twice would be a burden and prove nothing.
  if (!complete) return { messages: 0, untold: [] };
  const notifier = await startNotifier({ ports, folder, rehearsal: false, log: () => {} });
  if (!notifier.ok) throw new Error(notifier.refusal.says.en);
  await notifier.value.round();
  await notifier.value.close();
  const rows = database.prepare('SELECT message_id, state, detail, attempts FROM outbox').all();
  const untold = rows.filter(({ state }) => state !== 'DELIVERED').map((row) => Object.values(row).join(' '));
  return { messages: rows.length, untold };
}

function endOf(project: Project, waits: readonly string[]): string {
  const { projectId, neighbourhood, ...rest } = project;
  return (
    JSON.stringify({ ...rest, waits: waits.toSorted() })
      .replaceAll(projectId, 'PROJECT')
      .replaceAll(neighbourhood.name, 'NAME')
      .replaceAll(/[0-9a-f]{64}/g, 'HASH')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
      // The day on which an entry was written: a drill may begin before midnight and end after it.
      .replaceAll(/"on":"\d{4}-\d\d-\d\d"/g, '"on":"DAY"')
      .replaceAll(neighbourhood.code, 'CODE')
      .replaceAll(neighbourhood.community, 'COMMUNITY')
      .replaceAll(neighbourhood.street, 'STREET')
      .replaceAll(/"(street|community)-\d\d/g, '"$1')
  );
}
