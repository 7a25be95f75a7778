// Loads a project: the stored snapshot plus the entries that came after it, so that the cost does not grow with age.
import { Fault } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';

/** The project as its ledger has it now; undefined if there is no such project. */
export async function loadProject(
  ports: Pick<Ports, 'ledger' | 'views'>,
  projectId: string,
): Promise<Project | undefined> {
  const row = await ports.views.get('project', projectId, '');
  // The snapshot was written by the projection from the fold itself.
  const snapshot = row?.value as unknown as Project | undefined;
  const after = await ports.ledger.read({ kind: 'PROJECT', id: projectId }, snapshot?.head.seq ?? 0);
  if (after.length === 0) return snapshot;
  // Only now: the fold knows every act, and a step that finds the snapshot up to date starts without them.
  const { foldProject } = await import('../../domain/projects/fold.ts');
  return foldProject(after, snapshot);
}

/** The project; a step that is handed an unknown number is a fault, not a refusal. */
export async function requireProject(ports: Pick<Ports, 'ledger' | 'views'>, projectId: string): Promise<Project> {
  const project = await loadProject(ports, projectId);
  if (project === undefined) throw new Fault('CORRUPT', `no ledger for project ${projectId}`);
  return project;
}
