// Tells the queue for the start: funded projects without a subsidy yet, in the order of I-04.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { approvedPlanOf } from '../../domain/projects/funding/arrival.ts';
import { rankProjects } from '../../domain/projects/funding/priority-queue.ts';
import type { Project } from '../../domain/projects/project.ts';
import { requireProject } from '../runtime/load-project.ts';

export interface Queued {
  readonly rank: number;
  /** By the day the money was complete, or, where nothing is raised, by the application. */
  readonly rankedBy: 'FUNDED_ON' | 'APPLIED_ON';
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly state: string;
  readonly subsidy: string;
}

export async function readQueue(ports: Pick<Ports, 'ledger' | 'views'>): Promise<Outcome<readonly Queued[]>> {
  const projects = await readQueuedProjects(ports);
  const byId = new Map(projects.map((project) => [project.projectId, project]));
  return granted(
    rankProjects(projects).flatMap(({ rank, rankedBy, projectId }) => {
      const project = byId.get(projectId);
      if (project === undefined) return [];
      const { name, street } = project.neighbourhood;
      const { subsidy } = approvedPlanOf(project).funding;
      return { rank, rankedBy, projectId, name, street, state: project.state, subsidy };
    }),
  );
}

/** All that have their own money together and no subsidy yet, from their ledgers. */
export async function readQueuedProjects(ports: Pick<Ports, 'ledger' | 'views'>): Promise<readonly Project[]> {
  const projects: Project[] = [];
  for await (const projectId of queuedIds(ports)) projects.push(await requireProject(ports, projectId));
  return projects;
}

async function* queuedIds({ views }: Pick<Ports, 'views'>): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await views.query('priority', 'queue', cursor === undefined ? {} : { cursor });
    yield* page.rows.map(({ value }) => String(value.projectId));
    cursor = page.cursor;
  } while (cursor !== undefined);
}
