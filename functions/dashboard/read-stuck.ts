// GET /api/dashboard/stuck: what the last reconciliation found and repaired; stuck is meant to be empty.
import type * as z from 'zod';
import { stuckSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { yearOfProject } from '../../domain/projects/project-year.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { RECONCILIATION, type Reconciliation } from './reconcile-projects.ts';
import { asOfNow, type Scope, scopeOf, scopeQuery, WATCHERS } from './scope.ts';

export const readStuck = route({
  name: 'readStuck',
  summary: { zh: '对账结果', en: 'The last reconciliation' },
  method: 'GET',
  path: '/api/dashboard/stuck',
  access: WATCHERS,
  input: { query: scopeQuery },
  output: stuckSchema,
  etag: figuresTag,
  handle: async ({ query, actor }, ports) => granted(await findStuck(ports, scopeOf(actor, query))),
});

/** Of the whole district unless told; `checked` always is. */
export async function findStuck(
  ports: Ports,
  scope: Pick<Scope, 'street' | 'year'> = {},
): Promise<z.input<typeof stuckSchema>> {
  const { view, partition, sort } = RECONCILIATION;
  const row = await ports.views.get(view, partition, sort);
  // Written by `reconcileProjects` from a Reconciliation.
  const reconciliation = row?.value as unknown as Reconciliation | undefined;
  if (reconciliation === undefined) return asOfNow(ports);
  const { at, checked, stuck, repairs } = reconciliation;
  const named = new Set([...stuck, ...repairs.map(({ projectId }) => projectId)]);
  const within = new Set<string>();
  // A round finds few: what is asked of each costs the same however many projects there are.
  for (const projectId of named) if (await isWithin(ports, projectId, scope)) within.add(projectId);
  return {
    ...asOfNow(ports),
    reconciliation: {
      at,
      checked,
      stuck: stuck.filter((projectId) => within.has(projectId)),
      repairs: repairs.filter(({ projectId }) => within.has(projectId)).map((repair) => ({ ...repair })),
    },
  };
}

async function isWithin(
  { views }: Pick<Ports, 'views'>,
  projectId: string,
  { street, year }: Pick<Scope, 'street' | 'year'>,
): Promise<boolean> {
  if (year !== undefined && yearOfProject(projectId) !== year) return false;
  if (street === undefined) return true;
  const row = await views.get('projects', `street:${street}`, projectId);
  return row !== undefined;
}
