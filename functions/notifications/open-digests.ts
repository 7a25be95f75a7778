// Digests that have not arrived: a row for each desk until it has been told, or until the day is over. The digest of the next
// day says anew whatever is still to be done, so an older one is given up, and the log of its day says so.
import * as z from 'zod';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import type { Ports, ViewRow, ViewWrite } from '../../domain/ports.ts';
import { type DeliveryOfNotice, deliveriesOfNotice, writesOfDelivery } from '../runtime/delivery-log.ts';
import type { Delivery } from './delivery.ts';

const VIEW = 'open-digests';
const ALL = 'all';
const openDigest = z.object({ noticeId: z.string() });

/** Why a digest is not tried any more. */
export const DAY_OVER = 'DAY_OVER';

/** By desk. */
export type OpenDigests = ReadonlyMap<string, string>;

/** Those that are open now; what is left of earlier days is given up on the way. */
export async function closeEarlierDigests(
  ports: Pick<Ports, 'views' | 'clock'>,
  ofToday: string,
): Promise<OpenDigests> {
  const rows: ViewRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.views.query(VIEW, ALL, cursor === undefined ? {} : { cursor });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  const open = rows.map(({ sort: recipient, value }) => ({ recipient, ...openDigest.parse(value) }));
  const now = ports.clock.now();
  const over = Map.groupBy(
    open.filter(({ noticeId }) => noticeId !== ofToday),
    ({ noticeId }) => noticeId,
  );
  for (const [noticeId, desks] of over) {
    const known = await deliveriesOfNotice(ports, noticeId);
    const given = desks.flatMap(({ recipient }) => known.find(({ place }) => place === recipient) ?? []);
    await ports.views.write([
      ...given.filter(isLeftAlone).flatMap(giveUp),
      ...desks.map(({ recipient }) => rowOf(recipient, undefined, now)),
    ]);
  }
  return new Map(
    open.filter(({ noticeId }) => noticeId === ofToday).map(({ recipient, noticeId }) => [recipient, noticeId]),
  );
}

/** What becomes of one that somebody asked for again is told by the message that they sent. */
const isLeftAlone = ({ state, askedAt }: DeliveryOfNotice): boolean => state === 'PENDING' && askedAt === undefined;

function giveUp({ notBefore: _, ...kept }: DeliveryOfNotice): readonly ViewWrite[] {
  return writesOfDelivery({ ...kept, state: 'FAILED', code: DAY_OVER, seq: kept.seq + 1 });
}

/** Remembers the one that did not arrive, forgets the one that did. */
export async function noteDigest(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  { noticeId, recipient, state }: Pick<Delivery, 'state'> & { readonly noticeId: string; readonly recipient: string },
  open: OpenDigests,
): Promise<void> {
  const isOpen = state === 'PENDING';
  if (isOpen === (open.get(recipient) === noticeId)) return;
  await views.write([rowOf(recipient, isOpen ? noticeId : undefined, clock.now())]);
}

const rowOf = (recipient: string, noticeId: string | undefined, now: Instant): ViewWrite => ({
  ...{ view: VIEW, partition: ALL, sort: recipient },
  value: noticeId === undefined ? null : { noticeId },
  watermark: { ledger: `${VIEW}/${recipient}`, seq: epochMillisecondsOf(now) },
});
