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

/** What appends the rows of so many groups, and what they are. */
async function openSameRows(file: string, groupOf: number) {
  const rows = await recordRows(`${file}-recorded`, groupOf / STATES);
  const database = new Database(file);
  const statements = new Map<string, StatementSync>();
  for (const { table, values } of rows) {
    if (statements.has(table)) continue;
    const columns = values.map((_, i) => `c${i}`).join(', ');
    database.connection.exec(`CREATE TABLE ${table} (${columns})`);
    statements.set(table, database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`));
  }
  return {
    rowsOfState: Math.round((rows.length * 10) / groupOf) / 10,
    bytesOfState: Math.round(rows.reduce((sum, { values }) => sum + values.join('').length, 0) / groupOf),
    async append(groups: number) {
      for (let group = 0; group < groups; group++) {
        database.write(() => {
          for (const { table, values } of rows) statements.get(table)?.run(...values);
        });
        await database.durable();
      }
    },
    close: () => database.close(),
  };
}

const SLICES = 12;
/** Enough that the first and the last of a slice, which have less beside them, hardly count. */
const WAVES = 8;

/**
 * The engine and SQLite alone in turns of a fraction of a second: what else the machine does meets both. States a second of
 * SQLite alone, and the share of it that the engine makes with so many in flight.
 */
export async function measureShare(file: string, groupOf: number, inFlight: number) {
  const alone = await openSameRows(`${file}-alone`, groupOf);
  const engine = openEngine(file, (taskToken) =>
    setImmediate(() => engine.sfn.sendTaskSuccess({ taskToken, output: '{"ok":true}' })),
  );
  const run = (name: string) => {
    const { executionArn } = engine.sfn.startExecution({ stateMachineArn: MACHINE_ARN, name, input: newInput() });
    return engine.untilClosed(executionArn);
  };
  const executions = inFlight * WAVES;
  const states = executions * STATES;
  const seconds = { engine: 0, alone: 0 };
  // The first slice is to get warm, as a server is.
  for (let slice = 0; slice <= SLICES; slice++) {
    const started = performance.now();
    await keepInFlight(inFlight, executions, (name) => run(`${slice}-${name}`));
    const between = performance.now();
    await alone.append(states / groupOf);
    if (slice === 0) continue;
    seconds.engine += (between - started) / 1000;
    seconds.alone += (performance.now() - between) / 1000;
  }
  engine.close();
  alone.close();
  const { rowsOfState, bytesOfState } = alone;
  return {
    perSecond: Math.round((states * SLICES) / seconds.alone),
    share: seconds.alone / seconds.engine,
    rowsOfState,
    bytesOfState,
  };
}
