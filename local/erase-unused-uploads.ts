// Erases uploads that nobody has filed, imported or named in an act for so long that nobody will, with the pictures of their
// pages. On AWS `adapters/aws/unused-uploads.ts` does so.
import type { Database } from '../adapters/sqlite/database.ts';
import { epochMillisecondsOf, instantOf } from '../domain/calendar/plain-date.ts';
import { UNUSED_UPLOAD } from '../domain/paper/retention.ts';
import type { Ports } from '../domain/ports.ts';

const HASH = /[0-9a-f]{64}/g;

/** How many papers were erased. */
export async function eraseUnusedUploads(ports: Ports, database: Database): Promise<number> {
  const before = instantOf(epochMillisecondsOf(ports.clock.now()) - UNUSED_UPLOAD * 86_400_000);
  const uploads = hashesOf(database, UPLOADS, before);
  // Their own records name uploads, and are no use of them; those of pages are looked at by themselves.
  leaveOutNamed(uploads, database, NAMED_IN_VIEWS);
  leaveOutNamed(uploads, database, NAMED_IN_ENTRIES);
  for (const sha256 of hashesOf(database, FILED_STACKS)) uploads.delete(sha256);
  for (const sha256 of uploads) await ports.papers.erase(sha256);

  const pictures = hashesOf(database, PICTURES_LEFT);
  leaveOutNamed(pictures, database, NAMED_IN_ENTRIES);
  for (const sha256 of pictures) await ports.papers.erase(sha256);
  return uploads.size + pictures.size;
}

const NAMED_IN_ENTRIES = 'SELECT entry AS text FROM entries';
const NAMED_IN_VIEWS = `
  SELECT value AS text FROM view_rows WHERE value IS NOT NULL AND view_name NOT IN ('uploads', 'pages')`;

/** A photo that was handed in as a stack is the picture of its page as well, and protected as such. */
const UPLOADS = `
  SELECT sha256 FROM papers WHERE erased_at IS NULL AND stored_at < ? AND (
    paper_class = 'UPLOAD' OR sha256 IN (
      SELECT json_extract(upload.value, '$.sha256')
      FROM view_rows AS upload
      JOIN view_rows AS page ON page.view_name = 'pages' AND page.partition_key = upload.partition_key
      WHERE upload.view_name = 'uploads' AND upload.sort_key = 'upload'))`;

/** On the file of a project: a blank back has no name. */
const IS_FILED = `json_extract(page.value, '$.state') = 'FILED' AND json_extract(page.value, '$.name') IS NOT NULL`;

/** A stack is the original of the pages that were filed from it, and goes with the last of them. */
const FILED_STACKS = `
  SELECT DISTINCT json_extract(upload.value, '$.sha256') AS sha256
  FROM view_rows AS page
  JOIN view_rows AS upload
    ON upload.view_name = 'uploads' AND upload.partition_key = page.partition_key AND upload.sort_key = 'upload'
  LEFT JOIN papers AS picture ON picture.sha256 = json_extract(page.value, '$.picture')
  WHERE page.view_name = 'pages' AND ${IS_FILED} AND picture.erased_at IS NULL`;

/** Pages that were never filed, of a stack that is gone. */
const PICTURES_LEFT = `
  SELECT picture.sha256
  FROM view_rows AS page
  JOIN view_rows AS upload
    ON upload.view_name = 'uploads' AND upload.partition_key = page.partition_key AND upload.sort_key = 'upload'
  JOIN papers AS stack ON stack.sha256 = json_extract(upload.value, '$.sha256')
  JOIN papers AS picture ON picture.sha256 = json_extract(page.value, '$.picture')
  WHERE page.view_name = 'pages' AND NOT (${IS_FILED})
    AND stack.erased_at IS NOT NULL AND picture.erased_at IS NULL`;

const hashesOf = (database: Database, sql: string, ...values: string[]): Set<string> =>
  new Set(
    database
      .prepare(sql)
      .all(...values)
      .map(({ sha256 }) => String(sha256)),
  );

function leaveOutNamed(hashes: Set<string>, database: Database, sql: string): void {
  if (hashes.size === 0) return;
  for (const { text } of database.prepare(sql).iterate()) {
    for (const [hash] of String(text).matchAll(HASH)) hashes.delete(hash);
  }
}
