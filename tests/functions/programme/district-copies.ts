// The same ledgers again under other numbers, as long as wanted: every entry sealed anew and projected as it is appended.
import type { Entry } from '../../../domain/ledger.ts';
import { EMPTY_HEAD, sealEntry } from '../../../domain/ledger.ts';
import type { Ports } from '../../../domain/ports.ts';
import { applyEntry } from '../../../domain/projects/fold.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';

/** Appends the entries of one project as those of another, row by row as an installation that lives through them. */
export async function appendCopy(ports: Ports, entries: readonly Entry[], projectId: string): Promise<Project> {
  const ref = { kind: 'PROJECT', id: projectId } as const;
  let project: Project | undefined;
  for (const { seq: _seq, hash: _hash, prevHash: _prevHash, projectId: _projectId, ...content } of entries) {
    const entry = sealEntry(ref, project?.head ?? EMPTY_HEAD, content);
    const after = applyEntry(project, entry);
    await ports.ledger.append(ref, entry, { views: projectionOf(project, after), messages: [], signals: [] });
    project = after;
  }
  if (project === undefined) throw new Error('no entries');
  return project;
}

/** Live rows of projects, without the watermark: a row that several projects share bears that of whoever wrote last. */
export const ROWS_OF_PROJECTS = `
  SELECT view_name, partition_key, sort_key, value FROM view_rows
  WHERE value IS NOT NULL AND ledger LIKE 'PROJECT/%' ORDER BY 1, 2, 3`;
