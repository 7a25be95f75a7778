// What became of every notice for every recipient, by the day it was written: numbers and acts, no addresses, no words.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai, type Instant } from '../../domain/calendar/plain-date.ts';
import { ROLES } from '../../domain/parties.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';

const VIEW = 'deliveries-by-day';

export const loggedDelivery = z.object({
  noticeId: z.string(),
  subject: bilingual,
  /** Of a desk, never of a person. */
  recipient: z.string(),
  role: z.enum(ROLES),
  unit: z.string().optional(),
  channel: z.string(),
  state: z.enum(['DELIVERED', 'FAILED', 'PENDING']),
  attempts: z.int(),
  writtenAt: z.string(),
  /** Of the last attempt. */
  at: z.string(),
  code: z.string().optional(),
});
export type LoggedDelivery = z.output<typeof loggedDelivery>;

export function writeOfDelivery(delivery: LoggedDelivery, watermark: ViewWrite['watermark']): ViewWrite {
  const { writtenAt } = delivery;
  return {
    view: VIEW,
    partition: dateInShanghai(writtenAt as Instant),
    sort: logKey(delivery),
    // Optional fields that are absent are no JSON.
    value: JSON.parse(JSON.stringify(delivery)),
    watermark,
  };
}

/** The view of `deliver`: a row for each recipient of a notice, of which this is read here. */
export const DELIVERIES = 'deliveries';
const attempted = z.object({ writtenAt: z.string().optional(), notBefore: z.string().optional() });

export interface DeliveryOfNotice extends LoggedDelivery {
  /** When it is tried next. */
  readonly notBefore?: string | undefined;
}

/** What became of one notice, for each desk that it was meant for. */
export async function deliveriesOfNotice(
  { views }: Pick<Ports, 'views'>,
  noticeId: string,
): Promise<readonly DeliveryOfNotice[]> {
  const { rows } = await views.query(DELIVERIES, noticeId);
  const found = rows.map(async ({ sort: recipient, value }) => {
    const { writtenAt, notBefore } = attempted.parse(value);
    if (writtenAt === undefined) return [];
    const row = await views.get(VIEW, dateInShanghai(writtenAt as Instant), logKey({ noticeId, recipient, writtenAt }));
    return row === undefined ? [] : [{ ...loggedDelivery.parse(row.value), notBefore }];
  });
  return (await Promise.all(found)).flat();
}

const logKey = ({ noticeId, recipient, writtenAt }: Pick<LoggedDelivery, 'noticeId' | 'recipient' | 'writtenAt'>) =>
  `${writtenAt}/${noticeId}/${recipient}`;

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
