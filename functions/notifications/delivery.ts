// Whether a notice has reached a recipient: one row for each pair and channel, so that an outage of one channel repeats
// nothing on another.
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { DELIVERIES, DELIVERY_STATES, type LoggedDelivery, writesOfDelivery } from '../runtime/delivery-log.ts';
import type { Channels } from './channels/open-channels.ts';
import type { Notice } from './notices.ts';
import type { Recipient } from './settings.ts';

const delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  at: z.string(),
  writtenAt: z.string().exactOptional(),
  /** Why it is not delivered. */
  code: z.string().exactOptional(),
  notBefore: z.string().exactOptional(),
  askedAt: z.string().exactOptional(),
});

export type Delivery = z.output<typeof delivery>;

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 1_800;
/** Whatever could not be told in two days stands in the digest and in the task list. */
const GIVEN_UP_AFTER = 48 * 3_600_000;

/** A delivery that somebody asked for: where its row stands, and how often it had been tried when they saw it. */
export interface AskedFor {
  readonly place: string;
  readonly afterAttempts: number;
}

/** Whether there is something to send now: it is not settled, and its next attempt does not lie ahead. */
function isDue(before: Delivery | undefined, now: Instant, asked?: AskedFor): boolean {
  if (before === undefined) return true;
  if (before.state === 'PENDING') return (before.notBefore ?? '') <= now;
  return before.state !== 'DELIVERED' && asked !== undefined && before.attempts <= asked.afterAttempts;
}

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
  asked?: AskedFor,
): Promise<Delivery> {
  const place = asked?.place ?? recipient.id;
  const row = await views.get(DELIVERIES, notice.id, place);
  const before = row && delivery.parse(row.value);
  const now = clock.now();
  if (before !== undefined && !isDue(before, now, asked)) return before;
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
  const { id, role, unit, channel: via } = recipient;
  const { state, code, notBefore } = after;
  const logged: LoggedDelivery = {
    ...{ noticeId: notice.id, subject: notice.subject, recipient: id, role, channel: via, state, attempts, at: now },
    // The day of a row stays, however often it is tried again.
    writtenAt: before?.writtenAt ?? enqueuedAt,
    ...(unit !== undefined && { unit }),
    ...(code !== undefined && { code }),
  };
  const seq = (row?.watermark.seq ?? 0) + 1;
  const { message } = notice;
  await views.write(writesOfDelivery({ ...logged, place, seq, notBefore, askedAt: before?.askedAt, message }));
  return after;
}

const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
