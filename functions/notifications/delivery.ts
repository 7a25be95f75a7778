// Whether a notice has reached a recipient: one row for each pair, so that an outage of one channel repeats nothing on another.
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { DELIVERIES, writeOfDelivery } from '../runtime/delivery-log.ts';
import type { Channels } from './channels/open-channels.ts';
import type { Notice } from './notices.ts';
import type { Recipient } from './settings.ts';

const delivery = z.object({
  state: z.enum(['DELIVERED', 'FAILED', 'PENDING']),
  attempts: z.int(),
  at: z.string(),
  /** Why it is not delivered. */
  code: z.string().exactOptional(),
  notBefore: z.string().exactOptional(),
});

export type Delivery = z.output<typeof delivery>;

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 1_800;
/** Whatever could not be told in two days stands in the digest and in the task list. */
const GIVEN_UP_AFTER = 48 * 3_600_000;

/** Whether there is something to send now: it is not settled, and its next attempt does not lie ahead. */
const isDue = (before: Delivery | undefined, now: Instant): boolean =>
  before === undefined || (before.state === 'PENDING' && (before.notBefore ?? '') <= now);

/** For what is costly to write: whether `deliver` would send it. */
export async function isDeliveryDue(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  recipient: Recipient,
  noticeId: string,
): Promise<boolean> {
  const row = await views.get(DELIVERIES, noticeId, recipient.id);
  return isDue(row && delivery.parse(row.value), clock.now());
}

/** Sends once to one recipient, unless that was settled before or its next attempt lies ahead. */
export async function deliver(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  channels: Channels,
  recipient: Recipient,
  notice: Notice,
  enqueuedAt: Instant,
): Promise<Delivery> {
  const row = await views.get(DELIVERIES, notice.id, recipient.id);
  const before = row && delivery.parse(row.value);
  const now = clock.now();
  if (before !== undefined && !isDue(before, now)) return before;
  const channel = channels.get(recipient.channel);
  if (channel === undefined) throw new Fault('INTERNAL', `no channel ${recipient.channel}`);

  const sent = await channel.send(notice, recipient);
  const attempts = (before?.attempts ?? 0) + 1;
  const after = ((): Delivery => {
    if (sent.result === 'DELIVERED') return { state: 'DELIVERED', attempts, at: now };
    const late = epochMillisecondsOf(now) - epochMillisecondsOf(enqueuedAt) >= GIVEN_UP_AFTER;
    if (sent.result === 'REFUSED' || late) return { state: 'FAILED', attempts, at: now, code: sent.code };
    const pause = sent.notBeforeSeconds ?? pauseAfter(attempts);
    const notBefore = instantOf(epochMillisecondsOf(now) + pause * 1000);
    return { state: 'PENDING', attempts, at: now, code: sent.code, notBefore };
  })();
  const watermark = { ledger: `${DELIVERIES}/${notice.id}/${recipient.id}`, seq: (row?.watermark.seq ?? 0) + 1 };
  const { id, role, unit, channel: via } = recipient;
  const { state, code } = after;
  const logged = {
    ...{ noticeId: notice.id, subject: notice.subject, recipient: id, role, channel: via, state, attempts, at: now },
    ...{ writtenAt: enqueuedAt, ...(unit !== undefined && { unit }), ...(code !== undefined && { code }) },
  };
  await views.write([
    { view: DELIVERIES, partition: notice.id, sort: id, value: { ...after, writtenAt: enqueuedAt }, watermark },
    writeOfDelivery(logged, watermark),
  ]);
  return after;
}

const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
