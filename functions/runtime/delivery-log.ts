// What became of every notice for every recipient, by the day it was written: numbers and acts, no addresses, no words.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai, type Instant } from '../../domain/calendar/plain-date.ts';
import { ROLES } from '../../domain/parties.ts';
import type { Ports, ViewRow, ViewWrite } from '../../domain/ports.ts';

const VIEW = 'deliveries-by-day';

/** `SWITCHED`: not tried any more, because another channel was chosen. */
export const DELIVERY_STATES = ['DELIVERED', 'FAILED', 'PENDING', 'SWITCHED'] as const;

export const loggedDelivery = z.object({
  noticeId: z.string(),
  subject: bilingual,
  /** Of a desk, never of a person. */
  recipient: z.string(),
  role: z.enum(ROLES),
  unit: z.string().optional(),
  channel: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  writtenAt: z.string(),
  /** Of the last attempt. */
  at: z.string(),
  code: z.string().optional(),
});
export type LoggedDelivery = z.output<typeof loggedDelivery>;

/** Template of the message with which somebody sends a notice again, by the same channel or by another one. */
export const SENT_AGAIN = 'sent-again';

/** What a notice is written from again: template and values of its message, numbers and dates only. */
const sentMessage = z.object({ template: z.string(), values: z.record(z.string(), z.string()) });
export type SentMessage = z.output<typeof sentMessage>;

/** The view of `deliver`: rows of a notice by recipient, and by channel where another one was chosen. */
export const DELIVERIES = 'deliveries';
const attempted = z.object({
  writtenAt: z.string().optional(),
  notBefore: z.string().optional(),
  askedAt: z.string().optional(),
  message: sentMessage.optional(),
});

/** Where the row of a channel that was chosen afterwards stands; the first one stands under the recipient alone. */
export const placeOf = (recipient: string, channel: string): string => `${recipient}/${channel}`;

export interface DeliveryOfNotice extends LoggedDelivery {
  /** When it is tried next. */
  readonly notBefore?: string | undefined;
  /** When somebody last chose this channel for the desk. */
  readonly askedAt?: string | undefined;
  readonly place: string;
  /** Of the row, that the next one goes on from. */
  readonly seq: number;
  /** Unknown of notices that were sent before it was kept. */
  readonly message?: SentMessage | undefined;
}

/** The two rows of a delivery: under its notice, and under its day. */
export function writesOfDelivery(delivery: DeliveryOfNotice): readonly ViewWrite[] {
  const { place, seq, notBefore, askedAt, message, ...logged } = delivery;
  const { noticeId, writtenAt, state, attempts, at, code } = logged;
  const watermark = { ledger: `${DELIVERIES}/${noticeId}/${place}`, seq };
  const value = withoutAbsent({ state, attempts, at, writtenAt, code, notBefore, askedAt, message });
  return [
    { view: DELIVERIES, partition: noticeId, sort: place, value, watermark },
    writeOfDelivery(logged, watermark, place),
  ];
}

export const writeOfDelivery = (
  delivery: LoggedDelivery,
  watermark: ViewWrite['watermark'],
  place = delivery.recipient,
): ViewWrite => ({
  view: VIEW,
  partition: dateInShanghai(delivery.writtenAt as Instant),
  sort: logKey({ ...delivery, place }),
  value: withoutAbsent(delivery),
  watermark,
});

/** Optional fields that are absent are no JSON. */
const withoutAbsent = (row: object) => JSON.parse(JSON.stringify(row));

/** What became of one notice, for each desk that it was meant for and each channel that was tried: a digest goes to all desks. */
export async function deliveriesOfNotice(
  { views }: Pick<Ports, 'views'>,
  noticeId: string,
): Promise<readonly DeliveryOfNotice[]> {
  const rows: ViewRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(DELIVERIES, noticeId, cursor === undefined ? {} : { cursor });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  const found = rows.map(async ({ sort: place, value, watermark: { seq } }) => {
    const { writtenAt, ...kept } = attempted.parse(value);
    if (writtenAt === undefined) return [];
    const row = await views.get(VIEW, dateInShanghai(writtenAt as Instant), logKey({ noticeId, place, writtenAt }));
    return row === undefined ? [] : [{ ...loggedDelivery.parse(row.value), ...kept, place, seq }];
  });
  return (await Promise.all(found)).flat();
}

const logKey = ({ noticeId, place, writtenAt }: Pick<DeliveryOfNotice, 'noticeId' | 'place' | 'writtenAt'>) =>
  `${writtenAt}/${noticeId}/${place}`;

export interface DeliveriesOfDay {
  readonly deliveries: readonly LoggedDelivery[];
  readonly cursor?: string;
}

interface PageOfDay {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Of those who do not see everything. */
  readonly isOwn?: (delivery: LoggedDelivery) => boolean;
}

/** The latest first. */
export async function listDeliveries(
  ports: Pick<Ports, 'views'>,
  day: string,
  { isOwn, ...page }: PageOfDay,
): Promise<DeliveriesOfDay> {
  return isOwn === undefined ? readDeliveries(ports, day, page) : listOwnDeliveries(ports, day, { ...page, isOwn });
}

async function readDeliveries(
  { views }: Pick<Ports, 'views'>,
  day: string,
  { limit, cursor: from }: Pick<PageOfDay, 'limit' | 'cursor'>,
): Promise<DeliveriesOfDay> {
  const { rows, cursor } = await views.query(VIEW, day, {
    ...{ limit, newestFirst: true },
    ...(from !== undefined && { cursor: from }),
  });
  return {
    deliveries: rows.map(({ value }) => loggedDelivery.parse(value)),
    ...(cursor !== undefined && { cursor }),
  };
}

/**
 * Reads on until a page is full of own ones. A cursor tells the row it goes on from, so the one that is handed out is always
 * that of an own row, and there is none where the rest of the day is others'.
 */
async function listOwnDeliveries(
  ports: Pick<Ports, 'views'>,
  day: string,
  { limit, cursor: from, isOwn }: PageOfDay & Required<Pick<PageOfDay, 'isOwn'>>,
): Promise<DeliveriesOfDay> {
  const own: LoggedDelivery[] = [];
  let last = { from, rows: 0 };
  let cursor = from;
  do {
    const page = await readDeliveries(ports, day, { limit, cursor });
    for (const [index, delivery] of page.deliveries.entries()) {
      if (!isOwn(delivery)) continue;
      if (own.length === limit) {
        const upToLast = await readDeliveries(ports, day, { limit: last.rows, cursor: last.from });
        return { ...upToLast, deliveries: own };
      }
      own.push(delivery);
      last = { from: cursor, rows: index + 1 };
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { deliveries: own };
}
