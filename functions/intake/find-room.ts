// POST /api/rooms/find: the projects of one's own in whose roster a door stands; no owner is shown, and the door is in no address.
import * as z from 'zod';
import { foundSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { type Actor, belongsTo } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { type Project, stepOf } from '../../domain/projects/project.ts';
import { unitOf } from '../../domain/roster/roster.ts';
import { typedDoor } from '../../domain/roster/typed-door.ts';
import { loadRosterHistory } from '../runtime/append-roster-entry.ts';
import { route } from '../runtime/route.ts';
import { unitsOf } from './people.ts';

const SHOWN = 8;
const PAGE = 100;
/** Communities and neighbourhoods are numbered within their street. */
const STREET_DIGITS = 9;

export const findRoom = route({
  name: 'findRoom',
  summary: { zh: '按房号查找项目', en: 'Find the projects of one’s own that have a door' },
  method: 'POST',
  path: '/api/rooms/find',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  secret: true,
  input: { body: z.strictObject({ door: z.string().trim().min(1).max(40) }) },
  output: foundSchema,
  async handle({ body, actor }, ports) {
    const door = typedDoor(body.door);
    const projects: Project[] = [];
    if (door === undefined || door === 'UNFINISHED') return granted({ projects: [] });
    for await (const project of ownProjects(ports, actor)) {
      if (await hasDoor(ports, project, unitOf(door))) projects.push(project);
      if (projects.length === SHOWN) break;
    }
    return granted({
      projects: projects.map((project) => ({
        projectId: project.projectId,
        name: project.neighbourhood.name,
        street: project.neighbourhood.street,
        step: stepOf(project),
        state: project.state,
      })),
    });
  },
});

async function* ownProjects({ views }: Ports, actor: Actor): AsyncGenerator<Project> {
  let cursor: string | undefined;
  do {
    const page = await views.query('register', actor.unit.slice(0, STREET_DIGITS), {
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    // Written by the projection from the fold itself.
    for (const { value } of page.rows) {
      const project = value as unknown as Project;
      if (belongsTo(actor, project.neighbourhood)) yield project;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** In the roster in force; one that was erased on time has no doors any more. */
async function hasDoor(ports: Ports, { neighbourhood }: Project, unit: string): Promise<boolean> {
  const inForce = (await loadRosterHistory(ports, neighbourhood.code)).imports.at(-1);
  const units = inForce && (await unitsOf(ports, inForce));
  return units?.some((each) => each.unit === unit) ?? false;
}
