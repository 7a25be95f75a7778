// Tells one message to everybody whom the settings name for it, and says whether it is settled.
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import type { OutboxItem, Ports } from '../../domain/ports.ts';
import type { Channels } from './channels/open-channels.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { Letterhead } from './letterhead.ts';
import { noticeOf } from './notices.ts';
import { isTold, type NotificationSettings, type Recipient } from './settings.ts';

export interface Sender {
  readonly settings: Pick<NotificationSettings, 'channels' | 'recipients' | 'digestAt'>;
  readonly channels: Channels;
  readonly letterhead: Letterhead;
}

export type Told =
  | { readonly result: 'DELIVERED' }
  | { readonly result: 'FAILED'; readonly code: string }
  | { readonly result: 'RETRY'; readonly notBefore: Instant };

export async function tellRecipients(
  ports: Pick<Ports, 'views' | 'clock'>,
  { settings, channels, letterhead }: Sender,
  item: OutboxItem,
): Promise<Told> {
  const notice = noticeOf(item, ports.clock.now(), letterhead);
  if (notice === undefined) return { result: 'FAILED', code: 'UNKNOWN_TEMPLATE' };
  const recipients = settings.recipients.filter((recipient) => recipient.immediate && isTold(recipient, item.to));
  if (recipients.length === 0) return { result: 'FAILED', code: 'NO_RECIPIENT' };

  const deliveries = [];
  for (const recipient of recipients) {
    deliveries.push(await deliver(ports, channels, deskFor(recipient, item), notice, item.enqueuedAt));
  }
  return settledAs(deliveries);
}

/** A desk for every unit of its role is told for the one that the message is for. */
export const deskFor = (recipient: Recipient, { to }: Pick<OutboxItem, 'to'>): Recipient => ({
  ...recipient,
  unit: recipient.unit ?? to.unit,
});

/** A message is tried again while one of its deliveries is, and has failed where one of them has. */
export function settledAs(deliveries: readonly Delivery[]): Told {
  const [next] = deliveries
    .filter(({ state }) => state === 'PENDING')
    .map(({ notBefore, at }) => instantOf(epochMillisecondsOf((notBefore ?? at) as Instant)))
    .sort();
  if (next !== undefined) return { result: 'RETRY', notBefore: next };
  const failed = deliveries.find(({ state }) => state === 'FAILED');
  if (failed) return { result: 'FAILED', code: failed.code ?? 'UNKNOWN' };
  if (deliveries.some(({ state }) => state === 'DELIVERED')) return { result: 'DELIVERED' };
  // What became of them is told by the messages of the channels that were chosen instead.
  return { result: 'FAILED', code: 'CHANNEL_CHANGED' };
}
