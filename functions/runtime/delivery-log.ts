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
  const { noticeId, recipient, writtenAt } = delivery;
  return {
    view: VIEW,
    partition: dateInShanghai(writtenAt as Instant),
    sort: `${writtenAt}/${noticeId}/${recipient}`,
    // Optional fields that are absent are no JSON.
    value: JSON.parse(JSON.stringify(delivery)),
    watermark,
  };
}

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
