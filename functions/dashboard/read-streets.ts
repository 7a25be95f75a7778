// GET /api/dashboard/streets: how many projects each street has in each step, and how long the slowest has stayed there.
import type * as z from 'zod';
import { streetsSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { ageingPartition, scopeOfStreet } from '../../domain/projects/dashboard-rows.ts';
import { STEPS } from '../../domain/projects/states.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { staysIn } from './read-funnel.ts';
import { asOfNow, partitionIn, type Scope, scopeOf, scopeQuery, WATCHERS } from './scope.ts';

export const readStreets = route({
  name: 'readStreets',
  summary: { zh: '街道停留', en: 'Stay by street and step' },
  method: 'GET',
  path: '/api/dashboard/streets',
  access: WATCHERS,
  input: { query: scopeQuery },
  output: streetsSchema,
  etag: figuresTag,
  handle: async ({ query, actor }, ports) => granted(await countStreets(ports, scopeOf(actor, query))),
});

export async function countStreets(ports: Ports, { street, year }: Scope): Promise<z.input<typeof streetsSchema>> {
  const streets = street === undefined ? await streetsWithProjects(ports) : [street];
  return {
    ...asOfNow(ports),
    streets: await Promise.all(
      streets.map(async (code) => {
        const partition = partitionIn(scopeOfStreet(code), year);
        return {
          street: code,
          cells: await Promise.all(
            Object.keys(STEPS)
              .map(Number)
              .map(async (step) => ({ step, ...(await staysIn(ports, ageingPartition(partition, step))) })),
          ),
        };
      }),
    ),
  };
}

async function streetsWithProjects({ views }: Pick<Ports, 'views'>): Promise<readonly string[]> {
  const { rows } = await views.query('streets', 'all');
  return rows.map(({ sort }) => sort);
}
