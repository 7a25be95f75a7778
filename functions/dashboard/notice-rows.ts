// A delivery as the pages show it: what is on record, the kind of its channel, and by which channels it may be sent again.
import * as z from 'zod';
import { mayRead } from '../../domain/page-readers.ts';
import type { Actor, Role } from '../../domain/parties.ts';
import { type LoggedDelivery, loggedDelivery } from '../runtime/delivery-log.ts';
import { CHANNEL_KINDS, type OfferedChannel, type Offers, offeredChannel } from '../runtime/offered-channels.ts';

export const NOTICE_SENDERS = ['STREET', 'RENOVATION_OFFICE', 'OPERATOR'] as const satisfies readonly Role[];
const maySend = (role: Role): boolean => NOTICE_SENDERS.some((sender) => sender === role);

/** Audit reads everything and changes nothing. */
export const readsAll = (role: Role): boolean => mayRead('allNotices', role);

export const noticeRow = loggedDelivery.extend({
  channel: z.string().optional().describe('Its name in the settings, for those who may send by it, and for audit'),
  kind: z.enum(CHANNEL_KINDS).optional().describe('Of the channel, as long as the settings have it'),
  sendBy: z
    .array(offeredChannel)
    .readonly()
    .optional()
    .describe('Channels by which whoever asks may send it to this desk now: its own again, or another one'),
});
export type NoticeRow = z.input<typeof noticeRow>;

/** Streets, communities, bodies and departments have to do with what their own unit was told, and with nobody else's. */
export const isOwn = ({ role, unit }: Actor, delivery: Pick<LoggedDelivery, 'role' | 'unit'>): boolean =>
  readsAll(role) || (delivery.role === role && (delivery.unit ?? delivery.role) === unit);

export function noticeRowOf(delivery: LoggedDelivery, { desks }: Offers, { role }: Actor): NoticeRow {
  const { channel, ...told } = delivery;
  const offered = desks[delivery.recipient] ?? [];
  const kind = offered.find(({ name }) => name === channel)?.kind;
  return {
    ...told,
    ...((readsAll(role) || maySend(role)) && { channel }),
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
