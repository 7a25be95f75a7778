// A delivery as the pages show it: what is on record, the kind of its channel, and by which channels it may be sent again.
import * as z from 'zod';
import type { Actor, Role } from '../../domain/parties.ts';
import { type LoggedDelivery, loggedDelivery } from '../runtime/delivery-log.ts';
import { CHANNEL_KINDS, type OfferedChannel, type Offers, offeredChannel } from '../runtime/offered-channels.ts';

/** Audit reads everything and changes nothing. */
export const NOTICE_READERS = ['STREET', 'RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'] as const satisfies readonly Role[];
export const NOTICE_SENDERS = ['STREET', 'RENOVATION_OFFICE', 'OPERATOR'] as const satisfies readonly Role[];
const maySend = (role: Role): boolean => NOTICE_SENDERS.some((sender) => sender === role);

export const noticeRow = loggedDelivery.extend({
  kind: z.enum(CHANNEL_KINDS).optional().describe('Of the channel, as long as the settings have it'),
  sendBy: z
    .array(offeredChannel)
    .readonly()
    .optional()
    .describe('Channels by which whoever asks may send it to this desk now: its own again, or another one'),
});
export type NoticeRow = z.input<typeof noticeRow>;

/** A street has to do with its own desks only. */
export const isOwn = ({ role, unit }: Actor, delivery: Pick<LoggedDelivery, 'unit'>): boolean =>
  role !== 'STREET' || delivery.unit === unit;

export function noticeRowOf(delivery: LoggedDelivery, { desks }: Offers, { role }: Actor): NoticeRow {
  const offered = desks[delivery.recipient] ?? [];
  const kind = offered.find(({ name }) => name === delivery.channel)?.kind;
  return {
    ...delivery,
    ...(kind && { kind }),
    ...(maySend(role) && isOpen(delivery) && { sendBy: channelsToSendBy(delivery, offered) }),
  };
}

const isOpen = ({ state }: LoggedDelivery): boolean => state === 'FAILED' || state === 'PENDING';

/** What is on its way by a channel is not sent by the same one beside. */
export const channelsToSendBy = (
  { state, channel }: Pick<LoggedDelivery, 'state' | 'channel'>,
  offered: readonly OfferedChannel[],
): readonly OfferedChannel[] => offered.filter(({ name }) => name !== channel || state === 'FAILED');
