// GET /api/health: whether the system runs, what it waits for, and what is stuck; no login.
import { healthSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { type Route, route } from '../runtime/route.ts';
import { RECONCILIATION } from './reconcile-projects.ts';

export const readHealth = (about: { version: string; clockKind: 'real' | 'virtual' }): Route =>
  route({
    name: 'readHealth',
    summary: { zh: '运行状况', en: 'Health' },
    method: 'GET',
    path: '/api/health',
    access: 'PUBLIC',
    output: healthSchema,
    async handle(_request, ports) {
      const { view, partition, sort } = RECONCILIATION;
      const [waiting, row] = await Promise.all([ports.workflow.listWaiting(), ports.views.get(view, partition, sort)]);
      const stuck = Array.isArray(row?.value.stuck) ? row.value.stuck.length : 0;
      return granted({
        status: stuck === 0 ? 'ok' : 'degraded',
        version: about.version,
        clock: { now: ports.clock.now(), kind: about.clockKind },
        waiting: waiting.length,
        stuck,
      });
    },
  });
