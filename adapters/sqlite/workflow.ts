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
  listExecutions(request: { stateMachineArn: string; statusFilter: 'RUNNING'; nextToken?: string }): {
    readonly executions: readonly {
      readonly executionArn: string;
      readonly name: string;
      readonly startDate: number;
    }[];
    readonly nextToken?: string | undefined;
  };
}

/** Names a start so that repeating it is no second start. */
const executionName = (projectId: string, step: number, generation: number) => `${projectId}-${step}-${generation}`;
const EXECUTION_NAME = /^(?<projectId>.+)-\d+-\d+$/;

export function sqliteWorkflow(database: Database, engine: Engine, renovationMachineArn: string): Workflow {
  const applySignals = signalsTo(database, engine, renovationMachineArn);

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
        database.prepare('DELETE FROM waits WHERE execution = ?').run(execution);
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
      const running: RunningExecution[] = [];
      let nextToken: string | undefined;
      do {
        const page = engine.listExecutions({
          stateMachineArn: renovationMachineArn,
          statusFilter: 'RUNNING',
          ...(nextToken !== undefined && { nextToken }),
        });
        for (const { executionArn, name, startDate } of page.executions) {
          if (projectId !== undefined && EXECUTION_NAME.exec(name)?.groups?.projectId !== projectId) continue;
          running.push({
            execution: executionArn,
            machine: renovationMachineArn,
            startedAt: instantOf(startDate * 1000),
          });
        }
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return running;
    },

    async latestGeneration(projectId) {
      const row = database.prepare('SELECT generation FROM generations WHERE project_id = ?').get(projectId);
      return Number(row?.generation ?? 0);
    },
  };
}

/** Gives signals to the engine inside the caller's transaction. */
export function signalsTo(database: Database, engine: Engine, renovationMachineArn: string) {
  const start = ({ projectId, step, generation }: Extract<Signal, { kind: 'START' }>) => {
    unless(['ExecutionAlreadyExists'], () =>
      engine.startExecution({
        stateMachineArn: renovationMachineArn,
        name: executionName(projectId, step, generation),
        input: JSON.stringify({ projectId, step, generation }),
      }),
    );
    database
      .prepare(`
        INSERT INTO generations (project_id, generation) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET generation = max(generation, excluded.generation)`)
      .run(projectId, generation);
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

/** Runs the call; takes the named errors for an answer that needs nothing more. */
function unless(errorNames: readonly string[], call: () => unknown): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof Error && errorNames.includes(error.name))) throw error;
  }
}
