// Erases uploads that nobody has filed, imported or named in an act for so long that nobody will. On AWS the intake bucket
// does so by its lifecycle.
import type { Database } from '../adapters/sqlite/database.ts';
import { epochMillisecondsOf, instantOf } from '../domain/calendar/plain-date.ts';
import { UNUSED_UPLOAD } from '../domain/paper/retention.ts';
import type { Ports } from '../domain/ports.ts';

const HASH = /[0-9a-f]{64}/g;

/** How many were erased. */
export async function eraseUnusedUploads(ports: Ports, database: Database): Promise<number> {
  const before = instantOf(epochMillisecondsOf(ports.clock.now()) - UNUSED_UPLOAD * 86_400_000);
  const unused = new Set(
    database
      .prepare(`SELECT sha256 FROM papers WHERE paper_class = 'UPLOAD' AND erased_at IS NULL AND stored_at < ?`)
      .all(before)
      .map(({ sha256 }) => String(sha256)),
  );
  if (unused.size === 0) return 0;
  // The record of an upload names it, and is no use of it.
  for (const sql of [
    'SELECT entry AS text FROM entries',
    `SELECT value AS text FROM view_rows WHERE value IS NOT NULL AND view_name <> 'uploads'`,
  ]) {
    for (const { text } of database.prepare(sql).iterate()) {
      for (const [hash] of String(text).matchAll(HASH)) unused.delete(hash);
    }
  }
  for (const sha256 of await filedStacks(ports, database)) unused.delete(sha256);
  for (const sha256 of unused) await ports.papers.erase(sha256);
  return unused.size;
}

/** A stack is the original of the pages that were filed from it. */
async function filedStacks({ views }: Ports, database: Database): Promise<readonly string[]> {
  const rows = database
    .prepare(`SELECT DISTINCT partition_key AS upload FROM view_rows WHERE view_name = 'pages' AND value IS NOT NULL`)
    .all();
  const records = await Promise.all(rows.map(({ upload }) => views.get('uploads', String(upload), 'upload')));
  return records.flatMap((record) => (typeof record?.value.sha256 === 'string' ? [record.value.sha256] : []));
}
