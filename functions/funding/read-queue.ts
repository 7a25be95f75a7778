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
  const projects = new Map<string, Project>();
  for await (const projectId of queuedIds(ports)) projects.set(projectId, await requireProject(ports, projectId));
  return granted(
    rankProjects([...projects.values()]).flatMap(({ rank, rankedBy, projectId }) => {
      const project = projects.get(projectId);
      if (project === undefined) return [];
      const { name, street } = project.neighbourhood;
      const { subsidy } = approvedPlanOf(project).funding;
      return { rank, rankedBy, projectId, name, street, state: project.state, subsidy };
    }),
  );
}

async function* queuedIds({ views }: Pick<Ports, 'views'>): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await views.query('priority', 'queue', cursor === undefined ? {} : { cursor });
    yield* page.rows.map(({ value }) => String(value.projectId));
    cursor = page.cursor;
  } while (cursor !== undefined);
}
