// The rows of the executions, running and closed, as they are looked up and listed.
import type { Database } from '../../adapters/sqlite/database.ts';
import type { ExecutionRecord, ExecutionStatus } from './frames.ts';
import { type ExecutionRow, executionRecord, SCHEMA } from './rows.ts';

export class ExecutionRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.connection.exec(SCHEMA);
  }

  get(id: number): ExecutionRecord | undefined {
    return this.#one('SELECT * FROM sfn_execution WHERE id = ?', id);
  }

  find(machine: string, name: string): ExecutionRecord | undefined {
    return this.#one('SELECT * FROM sfn_execution WHERE machine = ? AND name = ?', machine, name);
  }

  /** The executions of a machine that started before the given one, the latest first. */
  list(machine: string, status: ExecutionStatus | undefined, before: number, limit: number): ExecutionRecord[] {
    const rows =
      status === undefined
        ? this.#database
            .prepare('SELECT * FROM sfn_execution WHERE machine = ? AND id < ? ORDER BY id DESC LIMIT ?')
            .all(machine, before, limit)
        : this.#database
            .prepare('SELECT * FROM sfn_execution WHERE machine = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?')
            .all(machine, status, before, limit);
    // Rows of our own table.
    return (rows as unknown as ExecutionRow[]).map(executionRecord);
  }

  #one(sql: string, ...parameters: (string | number)[]): ExecutionRecord | undefined {
    // A row of our own table.
    const row = this.#database.prepare(sql).get(...parameters) as unknown as ExecutionRow | undefined;
    return row && executionRecord(row);
  }
}
