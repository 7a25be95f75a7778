// Packs the histories of closed executions, each into one row of a quarter of its size: they are kept for years and
// hardly ever read. Apart from the work on executions, which packing at once would slow down by half.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from '../../adapters/sqlite/database.ts';

/** The stored chunks of a history, packed or not, in order. */
export function readChunks(database: Database, execution: number): string[] {
  const rows = database.prepare('SELECT events FROM sfn_history WHERE execution = ? ORDER BY last').all(execution);
  return rows.map(({ events }) => (events instanceof Uint8Array ? inflateRawSync(events).toString() : String(events)));
}

/** Packs at most so many histories, the oldest first, and returns how many it has packed. */
export function packHistories(database: Database, limit: number): number {
  const closed = database
    .prepare(`SELECT id FROM sfn_execution WHERE packed = 0 AND status <> 'RUNNING' ORDER BY id LIMIT ?`)
    .all(limit);
  database.write(() => {
    for (const { id } of closed) pack(database, Number(id));
  });
  return closed.length;
}

function pack(database: Database, execution: number): void {
  const chunks = readChunks(database, execution);
  const events = deflateRawSync(`[${chunks.map((chunk) => chunk.slice(1, -1)).join(',')}]`);
  const last = database.prepare('SELECT max(last) AS last FROM sfn_history WHERE execution = ?').get(execution)?.last;
  database.prepare('DELETE FROM sfn_history WHERE execution = ?').run(execution);
  database.prepare('INSERT INTO sfn_history VALUES (?, ?, ?)').run(execution, last ?? 0, events);
  database.prepare('UPDATE sfn_execution SET packed = 1 WHERE id = ?').run(execution);
}
