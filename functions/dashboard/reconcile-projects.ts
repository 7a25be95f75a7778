// Compares ledger, waits and executions of every project, repairs what it can and reports what it cannot.
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { epochMillisecondsOf } from '../../domain/calendar/plain-date.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Ports, RunningExecution, Wait } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { outcomes, stepToAwait } from '../../domain/projects/waits.ts';
import { loadProject } from '../runtime/load-project.ts';

export type Repair = 'STARTED' | 'ENDED_ORPHAN' | 'RESOLVED_LATE' | 'REOPENED';

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

const PAGE = 500;

export async function reconcileProjects(ports: Ports): Promise<Reconciliation> {
  const at = ports.clock.now();
  const running = groupByProject(await ports.workflow.listRunning());
  const waiting = Map.groupBy(await ports.workflow.listWaiting(), ({ projectId }) => projectId);
  const repairs: { projectId: string; repair: Repair }[] = [];
  const stuck: string[] = [];
  let checked = 0;
  for await (const projectId of projectIds(ports)) {
    const project = await loadProject(ports, projectId);
    if (project === undefined) continue;
    checked += 1;
    const found = await repair(ports, project, running.get(projectId) ?? [], waiting.get(projectId) ?? [], at);
    repairs.push(...found.map((done) => ({ projectId, repair: done })));
    if (found.length > 0 && !(await isSound(ports, projectId))) stuck.push(projectId);
  }
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

async function repair(
  ports: Ports,
  project: Project,
  running: readonly RunningExecution[],
  waits: readonly Wait[],
  at: Instant,
): Promise<readonly Repair[]> {
  const { projectId, state } = project;
  if (isClosed(state)) return endAll(ports, running, 'the project is closed');

  const settled = outcomes(project);
  const late = waits.filter(({ wait }) => settled[wait] !== undefined);
  if (late.length > 0) {
    await ports.workflow.signal([{ kind: 'RESOLVE', projectId, outcomes: settled }]);
    return ['RESOLVED_LATE'];
  }
  if (running.length === 0) {
    await startNext(ports, project);
    return ['STARTED'];
  }
  const [newest, ...older] = running.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  const ended = await endAll(ports, older, 'a newer execution runs');
  const young = newest !== undefined && epochMillisecondsOf(at) - epochMillisecondsOf(newest.startedAt) < SETTLED_AFTER;
  const recent = epochMillisecondsOf(at) - epochMillisecondsOf(project.since) < SETTLED_AFTER;
  if (waits.length > 0 || TIMED.has(state) || young || recent) return ended;
  // Nobody is waited for, though somebody should be: the token is lost. The ledger says all that a new execution needs.
  await endAll(ports, running, 'its token was lost');
  await startNext(ports, project);
  return [...ended, 'REOPENED'];
}

async function startNext(ports: Ports, project: Project): Promise<void> {
  const { projectId } = project;
  const generation = (await ports.workflow.latestGeneration(projectId)) + 1;
  await ports.workflow.signal([{ kind: 'START', projectId, step: stepToAwait(project), generation }]);
}

async function endAll(
  ports: Ports,
  executions: readonly RunningExecution[],
  reason: string,
): Promise<readonly Repair[]> {
  for (const { execution } of executions) await ports.workflow.stop(execution, reason);
  return executions.map(() => 'ENDED_ORPHAN' as const);
}

/** After a repair: closed and without execution, or open with exactly one. */
async function isSound(ports: Ports, projectId: string): Promise<boolean> {
  const [project, running] = await Promise.all([loadProject(ports, projectId), ports.workflow.listRunning(projectId)]);
  return project !== undefined && running.length === (isClosed(project.state) ? 0 : 1);
}

const EXECUTION_OF_PROJECT = /([^:]+)-\d+-\d+$/;

function groupByProject(executions: readonly RunningExecution[]): ReadonlyMap<string, readonly RunningExecution[]> {
  return Map.groupBy(executions, ({ execution }) => EXECUTION_OF_PROJECT.exec(execution)?.[1] ?? '');
}

async function* projectIds(ports: Pick<Ports, 'ledger'>): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await ports.ledger.list('PROJECT', { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    yield* page;
    cursor = page.at(-1);
    if (page.length < PAGE || cursor === undefined) return;
  }
}
