// Tells one desk once more what it was told before: by the same channel, or by another one that somebody has chosen for it.
import * as z from 'zod';
import type { OutboxItem, Ports } from '../../domain/ports.ts';
import { type DeliveryOfNotice, deliveriesOfNotice, placeOf, writesOfDelivery } from '../runtime/delivery-log.ts';
import { deliver } from './delivery.ts';
import { DIGEST, type Notice, noticeOf } from './notices.ts';
import { writeDigest } from './send-digests.ts';
import { channelsOf } from './settings.ts';
import { deskFor, type Sender, settledAs, type Told } from './tell-recipients.ts';

const asked = z.object({
  noticeId: z.string(),
  recipient: z.string(),
  channel: z.string(),
  /** How often this channel had been tried when somebody asked. */
  afterAttempts: z.coerce.number().int(),
  /** Template of the message that is told again; its values stand beside these. */
  of: z.string(),
});
type Asked = z.output<typeof asked>;

/** Nothing is sent to a desk that the notice has reached in the meantime, or for which yet another channel was chosen. */
export async function tellAgain(
  ports: Pick<Ports, 'views' | 'clock'>,
  sender: Sender,
  item: OutboxItem,
): Promise<Told> {
  const read = asked.safeParse(item.values);
  if (!read.success) return { result: 'FAILED', code: 'UNKNOWN_TEMPLATE' };
  const { noticeId, recipient: id, channel, afterAttempts } = read.data;
  const known = (await deliveriesOfNotice(ports, noticeId)).filter(({ recipient }) => recipient === id);
  const own = known.find((each) => each.channel === channel);
  if (known.some(({ state }) => state === 'DELIVERED')) {
    if (own !== undefined) await leave(ports, own);
    return { result: 'DELIVERED' };
  }
  if (own !== undefined && own.state !== 'PENDING' && own.attempts > afterAttempts) {
    return { result: 'FAILED', code: own.code ?? 'CHANNEL_CHANGED' };
  }
  if (known.some((each) => each !== own && isAskedAfter(each, item))) {
    if (own !== undefined) await leave(ports, own);
    return { result: 'FAILED', code: 'CHANNEL_CHANGED' };
  }

  const recipient = sender.settings.recipients.find((each) => each.id === id);
  if (recipient === undefined || !channelsOf(recipient).includes(channel)) return giveUp(ports, own, 'CHANNEL_CLOSED');
  const notice = await writeAgain(ports, sender, recipient, read.data, item);
  if (notice === undefined) return giveUp(ports, own, 'NOTHING_LEFT');

  for (const other of known) if (other !== own) await leave(ports, other);
  const place = own?.place ?? placeOf(id, channel);
  const desk = { ...deskFor(recipient, item), channel };
  const asking = { place, afterAttempts };
  const delivered = await deliver(ports, sender.channels, desk, notice, item.enqueuedAt, asking);
  return settledAs([delivered]);
}

function writeAgain(
  ports: Pick<Ports, 'views' | 'clock'>,
  { letterhead }: Sender,
  recipient: Sender['settings']['recipients'][number],
  { noticeId, of: template }: Asked,
  { values }: OutboxItem,
): Promise<Notice | undefined> {
  if (template === DIGEST) return writeDigest(ports, recipient, noticeId, letterhead);
  return Promise.resolve(noticeOf({ messageId: noticeId, template, values }, ports.clock.now(), letterhead));
}

const isAskedAfter = ({ state, askedAt = '' }: DeliveryOfNotice, { enqueuedAt }: OutboxItem): boolean =>
  state === 'PENDING' && askedAt > enqueuedAt;

/** A channel that did not reach the desk is not tried any more: its message finds that there is nothing left to do. */
async function leave({ views }: Pick<Ports, 'views'>, before: DeliveryOfNotice): Promise<void> {
  if (before.state === 'SWITCHED' || before.state === 'DELIVERED') return;
  const { notBefore: _, ...kept } = before;
  await views.write(writesOfDelivery({ ...kept, state: 'SWITCHED', seq: before.seq + 1 }));
}

async function giveUp(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  before: DeliveryOfNotice | undefined,
  code: string,
): Promise<Told> {
  if (before !== undefined) {
    const { notBefore: _, ...kept } = before;
    const { attempts, seq } = before;
    await views.write(
      // Counted, so that asking once more is another asking.
      writesOfDelivery({ ...kept, state: 'FAILED', code, attempts: attempts + 1, at: clock.now(), seq: seq + 1 }),
    );
  }
  return { result: 'FAILED', code };
}
