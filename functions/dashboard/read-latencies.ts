// GET /api/dashboard/latencies: how far notices are behind, and by which calendar is counted.
import { latenciesSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { asOfNow, WATCHERS } from './scope.ts';

export const readLatencies = route({
  name: 'readLatencies',
  summary: { zh: '系统实况', en: 'How far the system is behind' },
  method: 'GET',
  path: '/api/dashboard/latencies',
  access: WATCHERS,
  output: latenciesSchema,
  etag: figuresTag,
  async handle(_request, ports) {
    const [undelivered, oldest, calendar] = await Promise.all([
      ports.outbox.pending(),
      ports.outbox.oldest(),
      currentCalendar(ports),
    ]);
    return granted({
      ...asOfNow(ports),
      undelivered,
      ...(oldest !== undefined && { oldestUndelivered: oldest }),
      calendar: calendar.version,
    });
  },
});
