// A generic webhook: the facts as JSON, signed, with an id by which the receiver knows a repetition.
import { createHmac } from 'node:crypto';
import type { ChannelOf } from '../settings.ts';
import { type Channel, channelDown, DELIVERED } from './channel.ts';
import { codeOf, postJson } from './post-json.ts';

/** `Jiugai-Signature` is the HMAC-SHA-256, hexadecimal, of `<Jiugai-Timestamp>.<body>` under the secret. */
export const webhook = ({ url, secret, ...network }: ChannelOf<'WEBHOOK'>): Channel => ({
  async send({ id, at, subject, tasks }, recipient) {
    const body = JSON.stringify({ id, at, recipient: recipient.id, subject, tasks });
    const headers = {
      'idempotency-key': `${id}/${recipient.id}`,
      'jiugai-timestamp': at,
      'jiugai-signature': createHmac('sha256', secret).update(`${at}.${body}`).digest('hex'),
    };
    try {
      const { status } = await postJson({ url: new URL(url), body, headers, ...network });
      return status >= 200 && status < 300 ? DELIVERED : channelDown(`HTTP_${status}`);
    } catch (error) {
      return channelDown(codeOf(error));
    }
  },
});
