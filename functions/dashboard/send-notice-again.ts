// POST /api/notices/{id}/deliveries: a notice that did not reach a desk is sent again, by the same channel or by another one of
// that desk. Asked twice, it is sent once; what has arrived is not sent again.
import * as z from 'zod';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import {
  type DeliveryOfNotice,
  deliveriesOfNotice,
  placeOf,
  SENT_AGAIN,
  writesOfDelivery,
} from '../runtime/delivery-log.ts';
import { type OfferedChannel, readOffers } from '../runtime/offered-channels.ts';
import { route } from '../runtime/route.ts';
import { isOwn, NOTICE_SENDERS, noticeRow, noticeRowOf } from './notice-rows.ts';
import { noSuchNotice } from './read-notice.ts';

const MOST = 200;

export const sendNoticeAgain = route({
  name: 'sendNoticeAgain',
  summary: { zh: '重发通知，或换渠道发送', en: 'Send a notice to a desk again, or by another channel' },
  method: 'POST',
  path: '/api/notices/{id}/deliveries',
  access: NOTICE_SENDERS,
  status: 202,
  input: {
    params: z.strictObject({ id: z.string().min(1).max(MOST) }),
    body: z.strictObject({
      recipient: z.string().min(1).max(MOST).describe('The desk'),
      channel: z.string().min(1).max(MOST).describe('One of its channels'),
    }),
  },
  output: noticeRow,
  async handle({ params: { id: noticeId }, body: { recipient, channel }, actor }, ports) {
    const [known, offers] = await Promise.all([deliveriesOfNotice(ports, noticeId), readOffers(ports)]);
    const deliveries = known.filter((each) => each.recipient === recipient && isOwn(actor, each));
    const found = chosen(deliveries, channel, offers.desks[recipient] ?? []);
    if (!found.ok) return found;
    const sent = found.value.isOnItsWay ? found.value.delivery : await send(ports, found.value.delivery);
    return granted(noticeRowOf(sent, offers, actor));
  },
});

interface Chosen {
  /** The one by this channel, or the latest of this desk with this channel in its place. */
  readonly delivery: DeliveryOfNotice;
  readonly isOnItsWay: boolean;
}

function chosen(
  deliveries: readonly DeliveryOfNotice[],
  channel: string,
  offered: readonly OfferedChannel[],
): Outcome<Chosen> {
  const latest = deliveries.toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt)).at(-1);
  if (latest === undefined) return noSuchNotice();
  if (deliveries.some(({ state }) => state === 'DELIVERED')) {
    return refused('NOT_NOW', {
      zh: '这条通知已经送达这个收件处，不用再发。',
      en: 'This notice has reached that desk: it is not sent again.',
    });
  }
  const own = deliveries.find((each) => each.channel === channel);
  if (own?.state === 'PENDING') return granted({ delivery: own, isOnItsWay: true });
  if (!offered.some(({ name }) => name === channel)) {
    return offered.length > 1 ? notItsChannel() : noOtherChannel();
  }
  if (latest.message === undefined) {
    return refused('NOT_NOW', {
      zh: '这条通知是旧版本发出的，没有留下可重发的内容；请到项目页催办。',
      en: 'This notice was sent by an older version, which kept nothing to send again: remind them on the page of the project.',
    });
  }
  const { message } = latest;
  if (own !== undefined) return granted({ delivery: { ...own, message }, isOnItsWay: false });
  const place = placeOf(latest.recipient, channel);
  return granted({ delivery: { ...latest, channel, place, attempts: 0, seq: 0 }, isOnItsWay: false });
}

/** First the message, then the row: whoever is slower finds the other's and changes nothing. */
async function send(ports: Ports, delivery: DeliveryOfNotice): Promise<DeliveryOfNotice> {
  const { noticeId, recipient, channel, attempts, seq, message } = delivery;
  const at = ports.clock.now();
  // Named after what was seen: two who ask at the same moment ask for one message.
  await ports.outbox.enqueue([
    {
      messageId: `again-${noticeId}-${recipient}-${channel}-${attempts}`,
      to: toOf(delivery),
      template: SENT_AGAIN,
      values: {
        ...message?.values,
        noticeId,
        recipient,
        channel,
        afterAttempts: String(attempts),
        of: message?.template ?? '',
      },
    },
  ]);
  const { code: _, notBefore: __, ...kept } = delivery;
  const writtenAt = seq === 0 ? at : delivery.writtenAt;
  const sent: DeliveryOfNotice = { ...kept, state: 'PENDING', at, askedAt: at, writtenAt, seq: seq + 1 };
  await ports.views.write(writesOfDelivery(sent));
  return sent;
}

const toOf = ({ role, unit }: DeliveryOfNotice): Pick<Actor, 'role' | 'unit'> => ({ role, unit: unit ?? role });

const notItsChannel = () =>
  fieldsRefused([
    { path: '/channel', says: { zh: '这个收件处没有登记这个渠道', en: 'This desk cannot be told by that channel' } },
  ]);

const noOtherChannel = () =>
  refused('GATE_SHUT', {
    zh: '这个收件处没有登记其他渠道；请系统管理员在通知设置里补登一个，再来换。',
    en: 'This desk has no other channel: the operator can add one to the settings of notifications, then choose it here.',
  });
