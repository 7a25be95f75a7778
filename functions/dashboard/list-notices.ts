// GET /api/notices: what was told to whom on a day and whether it arrived; whoever
// is no watcher of the whole district sees what went to the desks of their own unit.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { listDeliveries } from '../runtime/delivery-log.ts';
import { readOffers } from '../runtime/offered-channels.ts';
import { route } from '../runtime/route.ts';
import { isOwn, noticeRow, noticeRowOf, readsAll } from './notice-rows.ts';

const PAGE = 100;

export const listNotices = route({
  name: 'listNotices',
  summary: { zh: '通知与送达', en: 'Notices of a day and whether they arrived' },
  method: 'GET',
  path: '/api/notices',
  access: readersOf('notices'),
  input: { query: z.strictObject({ day: z.iso.date().optional(), cursor: z.string().max(500).optional() }) },
  output: z.object({ day: z.string(), deliveries: z.array(noticeRow).readonly(), cursor: z.string().optional() }),
  async handle({ query, actor }, ports) {
    const day = query.day ?? dateInShanghai(ports.clock.now());
    const [page, offers] = await Promise.all([
      listDeliveries(ports, day, {
        ...{ limit: PAGE, cursor: query.cursor },
        ...(!readsAll(actor.role) && { isOwn: (delivery) => isOwn(actor, delivery) }),
      }),
      readOffers(ports),
    ]);
    const { cursor } = page;
    const deliveries = page.deliveries.map((delivery) => noticeRowOf(delivery, offers, actor));
    return granted({ day, deliveries, ...(cursor !== undefined && { cursor }) });
  },
});
