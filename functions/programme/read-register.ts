// Reads all projects of the district, or of one street, from the rows that the projection keeps of them.
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';

const PAGE = 200;

/** In the order of their numbers. */
export async function readRegister(ports: Pick<Ports, 'views'>, street?: string): Promise<readonly Project[]> {
  const streets = street === undefined ? await streetsWithProjects(ports) : [street];
  const projects = await Promise.all(streets.map((code) => projectsOf(ports, code)));
  return projects.flat().toSorted((one, other) => (one.projectId < other.projectId ? -1 : 1));
}

async function streetsWithProjects({ views }: Pick<Ports, 'views'>): Promise<readonly string[]> {
  const { rows } = await views.query('streets', 'all');
  return rows.map(({ sort }) => sort);
}

async function projectsOf({ views }: Pick<Ports, 'views'>, street: string): Promise<readonly Project[]> {
  const projects: Project[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query('register', street, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    // Written by the projection from the fold itself.
    projects.push(...page.rows.map(({ value }) => value as unknown as Project));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return projects;
}
