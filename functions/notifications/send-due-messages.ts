// One round over the outbox: every message that is due is told, settled or put back for later.
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { SENT_AGAIN } from '../runtime/delivery-log.ts';
import { restOnceDown } from './channels/rest-once-down.ts';
import { offerChannels } from './offer-channels.ts';
import { tellAgain } from './tell-again.ts';
import { type Sender, tellRecipients } from './tell-recipients.ts';

const AT_ONCE = 10;
/** Longer than ten messages to slow channels take; a sender that dies gives its messages back after this. */
const LEASE = 15 * 60_000;

/** How many messages were looked at. */
export async function sendDueMessages(
  ports: Pick<Ports, 'outbox' | 'views' | 'clock'>,
  sender: Sender,
): Promise<number> {
  await offerChannels(ports, sender.settings);
  const round: Sender = { ...sender, channels: restOnceDown(sender.channels) };
  let looked = 0;
  for (;;) {
    const lease = instantOf(epochMillisecondsOf(ports.clock.now()) + LEASE);
    const items = await ports.outbox.claim(AT_ONCE, lease);
    for (const item of items) {
      const told = await (item.template === SENT_AGAIN ? tellAgain : tellRecipients)(ports, round, item);
      if (told.result === 'RETRY') await ports.outbox.retry(item.messageId, told.notBefore);
      else if (told.result === 'FAILED') await ports.outbox.settle(item.messageId, 'FAILED', told.code);
      else await ports.outbox.settle(item.messageId, 'DELIVERED');
    }
    looked += items.length;
    if (items.length < AT_ONCE) return looked;
  }
}
