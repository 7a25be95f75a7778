// Counts the papers of a data folder, spread over its projects.
import type { Database } from '../../adapters/sqlite/database.ts';
import type { PaperWork } from './price-work.ts';

const COUNTS = `
  SELECT count(*) AS papers, coalesce(sum(bytes), 0) AS bytes,
    count(*) FILTER (WHERE paper_class = 'ISSUED' AND media_type = 'application/pdf') AS issued,
    (SELECT count(*) FROM view_rows WHERE view_name = 'pages' AND value IS NOT NULL) AS pages
  FROM papers`;

export function paperWorkOf(database: Database, projects: number): PaperWork {
  const counted = database.prepare(COUNTS).get();
  const perProject = (total: unknown): number => Math.ceil(Number(total ?? 0) / Math.max(1, projects));
  return {
    papers: perProject(counted?.papers),
    bytes: perProject(counted?.bytes),
    issued: perProject(counted?.issued),
    scannedPages: perProject(counted?.pages),
  };
}
