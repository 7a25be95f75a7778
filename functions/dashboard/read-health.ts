// GET /api/health: whether the system runs, what it waits for, and what is stuck; no login.
import { healthSchema } from '../../domain/api.ts';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import type { ViewRow } from '../../domain/ports.ts';
import { type Route, route } from '../runtime/route.ts';
import { RECONCILIATION } from './reconcile-projects.ts';

/** Three rounds of the reconciler: when it has been silent for so long, its "nothing is stuck" is worth nothing. */
const SILENT_AFTER = 45 * 60_000;

const isSilent = ({ value }: ViewRow, now: Instant): boolean =>
  // Written by `reconcileProjects`.
  epochMillisecondsOf(now) - epochMillisecondsOf(value.at as Instant) > SILENT_AFTER;

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
      const now = ports.clock.now();
      return granted({
        status: stuck === 0 && !(row && isSilent(row, now)) ? 'ok' : 'degraded',
        version: about.version,
        clock: { now, kind: about.clockKind },
        waiting: waiting.length,
        stuck,
      });
    },
  });
