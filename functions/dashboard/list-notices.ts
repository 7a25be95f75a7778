// GET /api/notices: what was told to whom on a day and whether it arrived; a street sees what went to its own desks.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { listDeliveries } from '../runtime/delivery-log.ts';
import { readOffers } from '../runtime/offered-channels.ts';
import { route } from '../runtime/route.ts';
import { isOwn, NOTICE_READERS, noticeRow, noticeRowOf } from './notice-rows.ts';

const PAGE = 100;

export const listNotices = route({
  name: 'listNotices',
  summary: { zh: '通知与送达', en: 'Notices of a day and whether they arrived' },
  method: 'GET',
  path: '/api/notices',
  access: NOTICE_READERS,
  input: { query: z.strictObject({ day: z.iso.date().optional(), cursor: z.string().max(500).optional() }) },
  output: z.object({ day: z.string(), deliveries: z.array(noticeRow).readonly(), cursor: z.string().optional() }),
  async handle({ query, actor }, ports) {
    const day = query.day ?? dateInShanghai(ports.clock.now());
    const [page, offers] = await Promise.all([
      listDeliveries(ports, day, { limit: PAGE, cursor: query.cursor }),
      readOffers(ports),
    ]);
    const { cursor } = page;
    const deliveries = page.deliveries
      .filter((delivery) => isOwn(actor, delivery))
      .map((delivery) => noticeRowOf(delivery, offers, actor));
    return granted({ day, deliveries, ...(cursor !== undefined && { cursor }) });
  },
});
