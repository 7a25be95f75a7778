// GET /api/notices: what was told to whom on a day and whether it arrived; a street sees what went to its own desks.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { listDeliveries, loggedDelivery } from '../runtime/delivery-log.ts';
import { route } from '../runtime/route.ts';

const PAGE = 100;

export const listNotices = route({
  name: 'listNotices',
  summary: { zh: '通知与送达', en: 'Notices of a day and whether they arrived' },
  method: 'GET',
  path: '/api/notices',
  access: ['STREET', 'RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'],
  input: { query: z.strictObject({ day: z.iso.date().optional(), cursor: z.string().max(500).optional() }) },
  output: z.object({ day: z.string(), deliveries: z.array(loggedDelivery).readonly(), cursor: z.string().optional() }),
  async handle({ query, actor }, ports) {
    const day = query.day ?? dateInShanghai(ports.clock.now());
    const { deliveries, cursor } = await listDeliveries(ports, day, { limit: PAGE, cursor: query.cursor });
    const own = actor.role === 'STREET' ? deliveries.filter(({ unit }) => unit === actor.unit) : deliveries;
    return granted({ day, deliveries: own, ...(cursor !== undefined && { cursor }) });
  },
});
