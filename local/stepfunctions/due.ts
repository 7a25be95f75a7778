// What the engine has to look at by the clock: frames and executions by their times, read from the rows.
import type { Database } from '../../adapters/sqlite/database.ts';
import { splitFrameId } from './rows.ts';

export interface Due {
  readonly at: number;
  readonly execution: number;
  /** Undefined if the execution itself has run out of time. */
  readonly frame: number | undefined;
}

export function readDue(database: Database, now: number): Due[] {
  const rows = database
    .prepare(
      `SELECT wake AS at, NULL AS execution, id AS frame FROM sfn_frame WHERE wake <= :now
       UNION ALL SELECT deadline, id, NULL FROM sfn_execution WHERE deadline <= :now ORDER BY 1, 3`,
    )
    .all({ now });
  return rows.map(({ at, execution, frame }) => {
    if (frame === null) return { at: Number(at), execution: Number(execution), frame: undefined };
    const id = splitFrameId(Number(frame));
    return { at: Number(at), execution: id.execution, frame: id.number };
  });
}

export function readNextWake(database: Database): number | undefined {
  const row = database
    .prepare(
      `SELECT min(at) AS at FROM (SELECT min(wake) AS at FROM sfn_frame WHERE wake IS NOT NULL
       UNION ALL SELECT min(deadline) FROM sfn_execution WHERE deadline IS NOT NULL)`,
    )
    .get();
  return row?.at == null ? undefined : Number(row.at);
}
