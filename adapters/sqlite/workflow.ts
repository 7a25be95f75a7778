// The workflow on one machine: waits with their tokens in SQLite, over the embedded Step Functions in the same file.
import { type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import type { RunningExecution, Signal, Wait, Workflow } from '../../domain/ports.ts';
import type { Database } from './database.ts';

/**
 * What is needed of a Step Functions in the same process. All calls are synchronous: made inside `database.write`, they
 * commit with the ledger entry. Errors are thrown under the names that AWS gives them.
 */
export interface Engine {
  startExecution(request: { stateMachineArn: string; name: string; input: string }): unknown;
  sendTaskSuccess(request: { taskToken: string; output: string }): unknown;
  stopExecution(request: { executionArn: string; cause: string }): unknown;
  describeExecution(request: { executionArn: string }): ExecutionSummary;
  listExecutions(request: { stateMachineArn: string; statusFilter: 'RUNNING'; nextToken?: string }): {
    readonly executions: readonly ExecutionSummary[];
    readonly nextToken?: string | undefined;
  };
}

interface ExecutionSummary {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly status: string;
  readonly startDate: Date;
}

export function sqliteWorkflow(database: Database, engine: Engine, renovationMachineArn: string): Workflow {
  const applySignals = signalsTo(database, engine, renovationMachineArn);

  const listAll = (): ExecutionSummary[] => {
    const running: ExecutionSummary[] = [];
    let nextToken: string | undefined;
    do {
      const page = engine.listExecutions({
        stateMachineArn: renovationMachineArn,
        statusFilter: 'RUNNING',
        ...(nextToken !== undefined && { nextToken }),
      });
      running.push(...page.executions);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return running;
  };

  /** Asks for the starts of the project one by one: a listing would grow with the number of all projects. */
  const listOf = (projectId: string): ExecutionSummary[] =>
    database
      .prepare('SELECT execution FROM starts WHERE project_id = ? ORDER BY generation')
      .all(projectId)
      .map(({ execution }) => engine.describeExecution({ executionArn: String(execution) }))
      .filter(({ status }) => status === 'RUNNING');

  return {
    async open({ projectId, wait, execution, openedAt }, taskToken) {
      database.write(() =>
        database
          .prepare(`
            INSERT OR REPLACE INTO waits (execution, wait, project_id, token, opened_at) VALUES (?, ?, ?, ?, ?)`)
          .run(execution, wait, projectId, taskToken, openedAt),
      );
      await database.durable();
    },

    async signal(signals) {
      database.write(() => applySignals(signals));
      await database.durable();
    },

    async stop(execution, reason) {
      database.write(() => {
        const { projectId, generation } = partsOf(execution);
        forgetWaits(database, projectId, (waiting) => waiting === generation);
        unless(['ExecutionDoesNotExist'], () => engine.stopExecution({ executionArn: execution, cause: reason }));
      });
      await database.durable();
    },

    async listWaiting(projectId) {
      const columns = 'SELECT project_id, wait, execution, opened_at FROM waits';
      const rows =
        projectId === undefined
          ? database.prepare(`${columns} ORDER BY project_id, wait`).all()
          : database.prepare(`${columns} WHERE project_id = ? ORDER BY wait`).all(projectId);
      return rows.map(
        (row): Wait => ({
          projectId: String(row.project_id),
          wait: String(row.wait),
          execution: String(row.execution),
          openedAt: String(row.opened_at) as Instant,
        }),
      );
    },

    async listRunning(projectId) {
      const running = projectId === undefined ? listAll() : listOf(projectId);
      return running.map(
        ({ executionArn, stateMachineArn, startDate }): RunningExecution => ({
          execution: executionArn,
          machine: stateMachineArn,
          startedAt: instantOf(startDate.getTime()),
        }),
      );
    },

    async latestGeneration(projectId) {
      const row = database.prepare('SELECT max(generation) AS latest FROM starts WHERE project_id = ?').get(projectId);
      return Number(row?.latest ?? 0);
    },
  };
}

/** Gives signals to the engine inside the caller's transaction. */
export function signalsTo(database: Database, engine: Engine, renovationMachineArn: string) {
  const start = ({ projectId, step, generation }: Extract<Signal, { kind: 'START' }>) => {
    const name = `${projectId}-${step}-${generation}`;
    unless(['ExecutionAlreadyExists'], () =>
      engine.startExecution({
        stateMachineArn: renovationMachineArn,
        name,
        input: JSON.stringify({ projectId, step, generation }),
      }),
    );
    database
      .prepare('INSERT INTO starts (project_id, generation, execution) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(projectId, generation, `${renovationMachineArn.replace(':stateMachine:', ':execution:')}:${name}`);
    // The generation before has timed out or was stopped: nobody can answer its waits any more.
    forgetWaits(database, projectId, (waiting) => waiting < generation);
  };

  const resolve = ({ projectId, outcomes }: Extract<Signal, { kind: 'RESOLVE' }>) => {
    for (const [wait, outcome] of Object.entries(outcomes)) {
      const opened = database
        .prepare('DELETE FROM waits WHERE project_id = ? AND wait = ? RETURNING token')
        .all(projectId, wait);
      for (const { token } of opened) {
        // A wait that timed out has already gone on by itself; its renewal looks into the ledger.
        unless(['TaskTimedOut', 'TaskDoesNotExist'], () =>
          engine.sendTaskSuccess({ taskToken: String(token), output: JSON.stringify({ outcome }) }),
        );
      }
    }
  };

  return (signals: readonly Signal[]): void => {
    for (const signal of signals) signal.kind === 'START' ? start(signal) : resolve(signal);
  };
}

/**
 * Waits stand in the machines of the steps, which the renovation machine starts and which end with it. Their names,
 * `projectId-step-generation`, have project and generation in common with its own.
 */
function forgetWaits(database: Database, projectId: string, isOver: (generation: number) => boolean): void {
  const opened = database.prepare('SELECT DISTINCT execution FROM waits WHERE project_id = ?').all(projectId);
  for (const { execution } of opened) {
    if (isOver(partsOf(String(execution)).generation)) {
      database.prepare('DELETE FROM waits WHERE execution = ?').run(String(execution));
    }
  }
}

/** Project and generation in the name or ARN of an execution. */
function partsOf(execution: string): { projectId: string; generation: number } {
  const [, projectId = '', generation] = /([^:]+)-\d+-(\d+)$/.exec(execution) ?? [];
  return { projectId, generation: Number(generation) };
}

/** Runs the call; takes the named errors for an answer that needs nothing more. */
function unless<T>(errorNames: readonly string[], call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && errorNames.includes(error.name)) return undefined;
    throw error;
  }
}
