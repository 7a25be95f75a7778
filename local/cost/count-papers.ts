// Counts the papers of a data folder, and the part of them that falls to a project.
import type { Database } from '../../adapters/sqlite/database.ts';
import type { PaperWork } from './price-work.ts';

const COUNTS = `
  SELECT count(*) AS papers, coalesce(sum(bytes), 0) AS bytes,
    count(*) FILTER (WHERE paper_class = 'ISSUED' AND media_type = 'application/pdf') AS issued,
    (SELECT count(*) FROM view_rows WHERE view_name = 'pages' AND value IS NOT NULL) AS pages
  FROM papers`;

/** `share`: of a project in all that was done; a paper is not asked whose it is. */
export function paperWorkOf(database: Database, share: number): PaperWork {
  const counted = database.prepare(COUNTS).get();
  const perProject = (total: unknown): number => Math.ceil(Number(total ?? 0) * share);
  return {
    papers: perProject(counted?.papers),
    bytes: perProject(counted?.bytes),
    issued: perProject(counted?.issued),
    scannedPages: perProject(counted?.pages),
  };
}
