// What SQLite alone makes of the work: the very rows that the engine writes for the nine functions and the answer, in the
// same order, appended to tables without any key or index, in groups of so many states, each group made durable.
import type { StatementSync } from 'node:sqlite';
import { Database } from '../../../adapters/sqlite/database.ts';
import { keepInFlight, MACHINE_ARN, newInput, openEngine, STATES } from './nine-states.ts';

interface Row {
  readonly table: string;
  readonly values: readonly (string | number | null)[];
}

/** Keeps what is written into the tables of the engine. */
class RecordingDatabase extends Database {
  readonly rows: Row[] = [];

  override prepare(sql: string): StatementSync {
    const statement = super.prepare(sql);
    const [, verb, table] = /^\s*(INSERT INTO|UPDATE) (sfn_\w+)/.exec(sql) ?? [];
    if (!table) return statement;
    const run = (...values: (string | number | null)[]) => {
      this.rows.push({ table: `${table}_${verb?.slice(0, 6)}_${values.length}`, values });
      return statement.run(...values);
    };
    return Object.create(statement, { run: { value: run } });
  }
}

/** The rows of so many executions, one after the other. */
async function recordRows(file: string, executions: number): Promise<readonly Row[]> {
  const database = new RecordingDatabase(file);
  const engine = openEngine(
    file,
    (taskToken) => setImmediate(() => engine.sfn.sendTaskSuccess({ taskToken, output: '{"ok":true}' })),
    undefined,
    database,
  );
  database.rows.length = 0;
  await keepInFlight(1, executions, (name) => {
    const { executionArn } = engine.sfn.startExecution({ stateMachineArn: MACHINE_ARN, name, input: newInput() });
    return engine.untilClosed(executionArn);
  });
  const rows = [...database.rows];
  engine.close();
  return rows;
}

export async function measureSameRows(file: string, groupOf: number, groups: number) {
  const executions = groupOf / STATES;
  const rows = await recordRows(`${file}-recorded`, executions);
  const database = new Database(file);
  const statements = new Map<string, StatementSync>();
  for (const { table, values } of rows) {
    if (statements.has(table)) continue;
    const columns = values.map((_, i) => `c${i}`).join(', ');
    database.connection.exec(`CREATE TABLE ${table} (${columns})`);
    statements.set(table, database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`));
  }
  const started = performance.now();
  for (let group = 0; group < groups; group++) {
    database.write(() => {
      for (const { table, values } of rows) statements.get(table)?.run(...values);
    });
    await database.durable();
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  const bytes = rows.reduce((sum, { values }) => sum + values.join('').length, 0);
  return {
    perSecond: Math.round((groups * groupOf) / seconds),
    rowsOfState: Math.round((rows.length * 10) / groupOf) / 10,
    bytesOfState: Math.round(bytes / groupOf),
  };
}
