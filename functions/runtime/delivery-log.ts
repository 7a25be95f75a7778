// What became of every notice for every recipient, by the day it was written: numbers and acts, no addresses, no words.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai, type Instant } from '../../domain/calendar/plain-date.ts';
import { ROLES } from '../../domain/parties.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';

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

/** What became of one notice, for each desk that it was meant for and each channel that was tried. */
export async function deliveriesOfNotice(
  { views }: Pick<Ports, 'views'>,
  noticeId: string,
): Promise<readonly DeliveryOfNotice[]> {
  const { rows } = await views.query(DELIVERIES, noticeId);
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

/** The latest first. */
export async function listDeliveries(
  { views }: Pick<Ports, 'views'>,
  day: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<DeliveriesOfDay> {
  const { limit } = page;
  const { rows, cursor } = await views.query(VIEW, day, {
    limit,
    newestFirst: true,
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  });
  return {
    deliveries: rows.map(({ value }) => loggedDelivery.parse(value)),
    ...(cursor !== undefined && { cursor }),
  };
}
