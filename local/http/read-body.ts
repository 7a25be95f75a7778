// The bytes of a small request body: bounded in size and in time.
import type { IncomingMessage } from 'node:http';
import { clearTimeout, setTimeout } from 'node:timers';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { MAXIMUM_BODY_BYTES, tooLarge } from '../../functions/runtime/read-json.ts';

/** So much too much is still taken in and thrown away: who is cut off while sending never reads the answer. */
const SWALLOWED_BYTES = 16 * 1024 * 1024;

export function readBody(request: IncomingMessage, timeoutMilliseconds: number): Promise<Outcome<Buffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (outcome: Outcome<Buffer>) => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= MAXIMUM_BODY_BYTES) chunks.push(chunk);
      else if (bytes > SWALLOWED_BYTES) settle(tooLarge());
    };
    const timer = setTimeout(() => settle(tooSlow()), timeoutMilliseconds);
    request.on('data', take);
    request.once('end', () => settle(bytes > MAXIMUM_BODY_BYTES ? tooLarge() : granted(Buffer.concat(chunks))));
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/** Takes in the rest of a body that nobody wants, as far as that goes. */
export async function swallow(request: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.byteLength;
    if (bytes > SWALLOWED_BYTES) return;
  }
}

const tooSlow = () =>
  refused('MALFORMED', {
    zh: '内容没有在规定时间内传完，请检查网络后重试。',
    en: 'The body did not arrive in time: check the network and send it again.',
  });
