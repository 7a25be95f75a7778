// GET /api/dashboard/stuck: what the last reconciliation found and repaired; stuck is meant to be empty.
import type * as z from 'zod';
import { stuckSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { RECONCILIATION, type Reconciliation } from './reconcile-projects.ts';
import { asOfNow, WATCHERS } from './scope.ts';

export const readStuck = route({
  name: 'readStuck',
  summary: { zh: '对账结果', en: 'The last reconciliation' },
  method: 'GET',
  path: '/api/dashboard/stuck',
  access: WATCHERS,
  output: stuckSchema,
  etag: figuresTag,
  handle: async (_request, ports) => granted(await findStuck(ports)),
});

export async function findStuck(ports: Ports): Promise<z.input<typeof stuckSchema>> {
  const { view, partition, sort } = RECONCILIATION;
  const row = await ports.views.get(view, partition, sort);
  // Written by `reconcileProjects` from a Reconciliation.
  const reconciliation = row?.value as unknown as Reconciliation | undefined;
  return {
    ...asOfNow(ports),
    ...(reconciliation && {
      reconciliation: reconciliation as unknown as z.input<typeof stuckSchema>['reconciliation'],
    }),
  };
}
