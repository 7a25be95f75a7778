// Read models in SQLite: one table of rows by (view, partition, sort), ordered by the UTF-8 bytes of the sort key.
import type { JsonObject } from '../../domain/json.ts';
import type { ViewRow, Views, ViewWrite } from '../../domain/ports.ts';
import type { Database } from './database.ts';

const ROWS_PER_PAGE = 100;
/** Sorts after every key that continues a prefix. */
const LAST = '\u{10ffff}';

export function sqliteViews(database: Database): Views {
  return {
    async get(view, partition, sort) {
      const row = database
        .prepare(`
          SELECT partition_key, sort_key, value, ledger, seq FROM view_rows
          WHERE view_name = ? AND partition_key = ? AND sort_key = ? AND value IS NOT NULL`)
        .get(view, partition, sort);
      return row && viewRowOf(row);
    },

    async query(view, partition, { prefix = '', cursor, limit = ROWS_PER_PAGE, newestFirst = false } = {}) {
      const passed = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
      // max and min keep a cursor of some other query inside the prefix.
      const found = database
        .prepare(`
          SELECT partition_key, sort_key, value, ledger, seq FROM view_rows
          WHERE view_name = :view AND partition_key = :partition AND value IS NOT NULL
            AND sort_key >= max(:prefix, :from) AND sort_key < min(:prefix || '${LAST}', :until)
          ORDER BY sort_key ${newestFirst ? 'DESC' : 'ASC'} LIMIT :limit`)
        .all({
          view,
          partition,
          prefix,
          from: passed === undefined || newestFirst ? '' : `${passed}\0`,
          until: passed !== undefined && newestFirst ? passed : LAST,
          limit: limit + 1,
        })
        .map(viewRowOf);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return found.length > limit && last ? { rows, cursor: Buffer.from(last.sort).toString('base64url') } : { rows };
    },

    async count(view, partition) {
      const row = database
        .prepare('SELECT live_rows FROM view_counts WHERE view_name = ? AND partition_key = ?')
        .get(view, partition);
      return Number(row?.live_rows ?? 0);
    },

    async write(writes) {
      database.write(() => writeViewRows(database, writes));
      await database.durable();
    },
  };
}

/** Writes projected rows inside the caller's transaction; rows of the same ledger never go back to an earlier entry. */
export function writeViewRows(database: Database, writes: readonly ViewWrite[]): void {
  const upsert = database.prepare(`
    INSERT INTO view_rows (view_name, partition_key, sort_key, value, ledger, seq) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value, ledger = excluded.ledger, seq = excluded.seq
    WHERE (view_rows.ledger <> excluded.ledger OR view_rows.seq < excluded.seq)
      AND NOT (? AND view_rows.value IS excluded.value)`);
  for (const { view, partition, sort, value, watermark, isUnchanged = false } of writes) {
    const text = value && JSON.stringify(value);
    upsert.run(view, partition, sort, text, watermark.ledger, watermark.seq, Number(isUnchanged));
  }
}

function viewRowOf(row: Record<string, unknown>): ViewRow {
  return {
    partition: String(row.partition_key),
    sort: String(row.sort_key),
    // Written by `writeViewRows` from a JsonObject.
    value: JSON.parse(String(row.value)) as JsonObject,
    watermark: { ledger: String(row.ledger), seq: Number(row.seq) },
  };
}
