// Compares ledger, waits and executions of every project, repairs what it can and reports what it cannot.
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Ports, RunningExecution, Wait } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { isNoticeUnderWay } from '../../domain/projects/publicity/void-of-notice.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/step-to-await.ts';
import { outcomes } from '../../domain/projects/waits.ts';
import type { Repair } from '../../domain/repairs/repairs.ts';
import { interruptVoidPublicity } from '../runtime/interrupt-void-publicity.ts';
import { requireProject } from '../runtime/load-project.ts';
import { type Log, traceOf, writeLogLine } from '../runtime/log.ts';
import { lapseRepair, openRepairTasks } from './repair-ledger.ts';

export interface Reconciliation {
  readonly at: Instant;
  readonly checked: number;
  readonly repairs: readonly { readonly projectId: string; readonly repair: Repair }[];
  /** Projects that are still not as they should be: meant to be none. */
  readonly stuck: readonly string[];
}

export const RECONCILIATION = { view: 'operations', partition: 'reconciliation', sort: '' } as const;

/** States in which the machine waits for a date, not for a person. */
const TIMED = new Set(['PUBLICITY_RUNNING', 'IN_WARRANTY']);

/** A machine needs a moment from one wait to the next; whoever is younger is not looked at. */
const SETTLED_AFTER = 60_000;

const PAGE = 100;

export async function reconcileProjects(ports: Ports, log: Log = writeLogLine): Promise<Reconciliation> {
  const at = ports.clock.now();
  const running = Map.groupBy(await ports.workflow.listRunning(), ({ execution }) => partsOf(execution).projectId);
  const waiting = Map.groupBy(await ports.workflow.listWaiting(), ({ projectId }) => projectId);
  const restartedBefore = await restartedLastTime(ports);
  const repairs: { projectId: string; repair: Repair }[] = [];
  const stuck: string[] = [];
  let checked = 0;
  for await (const projectId of projectIds(ports)) {
    checked += 1;
    try {
      const project = await upToDate(ports, projectId);
      const seen = { project, running: running.get(projectId) ?? [], waits: waiting.get(projectId) ?? [] };
      if (diagnose(seen, at).length === 0) continue;
      const found = await repairProject(ports, projectId, at);
      repairs.push(...found.map((done) => ({ projectId, repair: done })));
      const inVain = restartedBefore.has(projectId) && found.some(isRestart);
      if (inVain || !(await isSound(ports, projectId))) stuck.push(projectId);
    } catch (error) {
      // One project that cannot be read or helped must not keep the others from being helped.
      stuck.push(projectId);
      logFault(log, error);
    }
  }
  await lapseProposals(ports, log);
  const reconciliation: Reconciliation = { at, checked, repairs, stuck };
  await ports.views.write([
    {
      ...RECONCILIATION,
      value: reconciliation as unknown as JsonObject,
      watermark: { ledger: 'reconciliation', seq: epochMillisecondsOf(at) },
    },
  ]);
  return reconciliation;
}

/**
 * As its ledger has it, once it knows what the register of papers knows: whoever voided its notice was cut off before they
 * could tell it. The system writes that entry, in its own rounds only: a repair by hand touches no project's ledger.
 */
async function upToDate(ports: Ports, projectId: string): Promise<Project> {
  const project = await requireProject(ports, projectId);
  const told = isNoticeUnderWay(project) && (await interruptVoidPublicity(ports, projectId));
  return told ? requireProject(ports, projectId) : project;
}

/** A proposal to repair by hand holds for what was seen: where a round or an act has changed that, nobody need answer it. */
async function lapseProposals(ports: Ports, log: Log): Promise<void> {
  for (const { projectId, found, proposal } of await openRepairTasks(ports)) {
    try {
      const now = await diagnoseProject(ports, await requireProject(ports, projectId));
      if (now.join() !== found.join()) await lapseRepair(ports, projectId, proposal);
    } catch (error) {
      logFault(log, error);
    }
  }
}

function logFault(log: Log, error: unknown): void {
  const code = error instanceof Fault ? error.code : 'INTERNAL';
  log({ level: 'error', code, requestId: 'reconciler', route: 'reconcileProjects', ...traceOf(error) });
}

const isRestart = (repair: Repair): boolean => repair === 'STARTED' || repair === 'REOPENED';

/** An execution that was started by the last round and is gone by this one fails by itself: starting it again is no help. */
async function restartedLastTime(ports: Pick<Ports, 'views'>): Promise<ReadonlySet<string>> {
  const { view, partition, sort } = RECONCILIATION;
  const row = await ports.views.get(view, partition, sort);
  // Written by `reconcileProjects` from a Reconciliation.
  const last = row?.value as unknown as Reconciliation | undefined;
  return new Set(last?.repairs.filter((done) => isRestart(done.repair)).map(({ projectId }) => projectId));
}

interface Seen {
  readonly project: Project;
  readonly running: readonly RunningExecution[];
  readonly waits: readonly Wait[];
}

/** What has to be done, in that order; nothing if all is as it should be. */
function diagnose({ project, running, waits }: Seen, at: Instant): readonly Repair[] {
  if (isClosed(project.state)) return running.map(() => 'ENDED_ORPHAN');
  const settled = outcomes(project);
  const late = waits.some(({ wait }) => settled[wait] !== undefined);
  const [newest, ...older] = newestFirst(running);
  return [
    ...(late ? (['RESOLVED_LATE'] as const) : []),
    ...older.map(() => 'ENDED_ORPHAN' as const),
    ...(newest === undefined ? (['STARTED'] as const) : []),
    ...(newest && isForgotten(newest, project, waits, at) ? (['REOPENED'] as const) : []),
  ];
}

/** Nobody is waited for, though somebody should be: the token is lost. The ledger says all that a new execution needs. */
function isForgotten(
  { execution, startedAt }: RunningExecution,
  project: Project,
  waits: readonly Wait[],
  at: Instant,
) {
  const isWaiting = waits.some((wait) => partsOf(wait.execution).generation === partsOf(execution).generation);
  const isFresh = [startedAt, project.since].some(
    (moment) => epochMillisecondsOf(at) - epochMillisecondsOf(moment) < SETTLED_AFTER,
  );
  return !isWaiting && !isFresh && !TIMED.has(project.state);
}

/** What a repair would do now; does nothing. */
export async function diagnoseProject(ports: Ports, project: Project): Promise<readonly Repair[]> {
  const [running, waits] = await Promise.all([
    ports.workflow.listRunning(project.projectId),
    ports.workflow.listWaiting(project.projectId),
  ]);
  return diagnose({ project, running, waits }, ports.clock.now());
}

/** Looks again before it does anything: since the lists were read somebody may have acted. */
export async function repairProject(ports: Ports, projectId: string, at: Instant): Promise<readonly Repair[]> {
  const [project, running, waits] = await Promise.all([
    requireProject(ports, projectId),
    ports.workflow.listRunning(projectId),
    ports.workflow.listWaiting(projectId),
  ]);
  const repairs = diagnose({ project, running, waits }, at);
  if (repairs.includes('RESOLVED_LATE')) {
    await ports.workflow.signal([{ kind: 'RESOLVE', projectId, outcomes: outcomes(project) }]);
  }
  const startsAgain = repairs.some(isRestart);
  const [newest] = newestFirst(running);
  for (const { execution } of running) {
    if (execution !== newest?.execution || startsAgain || isClosed(project.state)) {
      await ports.workflow.stop(execution, 'ended by the reconciler');
    }
  }
  if (startsAgain) {
    const generation = (await ports.workflow.latestGeneration(projectId)) + 1;
    await ports.workflow.signal([{ kind: 'START', projectId, step: stepToAwait(project), generation }]);
  }
  return repairs;
}

const newestFirst = (running: readonly RunningExecution[]): readonly RunningExecution[] =>
  running.toSorted((a, b) => partsOf(b.execution).generation - partsOf(a.execution).generation);

/** After a repair: closed and without execution, or open with exactly one. */
export async function isSound(ports: Ports, projectId: string): Promise<boolean> {
  const [{ state }, running] = await Promise.all([
    requireProject(ports, projectId),
    ports.workflow.listRunning(projectId),
  ]);
  return running.length === (isClosed(state) ? 0 : 1);
}

/** Project and generation in the name or ARN of an execution, `projectId-step-generation`. */
function partsOf(execution: string): { projectId: string; generation: number } {
  const [, projectId = '', generation] = /([^:]+)-\d+-(\d+)$/.exec(execution) ?? [];
  return { projectId, generation: Number(generation) };
}

/** Loading is synchronous on one machine: between two pages, those who act get their turn. */
async function* projectIds(ports: Pick<Ports, 'ledger'>): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await ports.ledger.list('PROJECT', { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    yield* page;
    cursor = page.at(-1);
    if (page.length < PAGE || cursor === undefined) return;
    await letOthersWork();
  }
}
