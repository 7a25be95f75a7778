// What a setting may make the sender connect to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress, postJson } from '../../../functions/notifications/channels/post-json.ts';
import { CERTIFICATE } from './localhost-certificate.ts';
import { type HttpsSink, httpsSink } from './sinks.ts';

let sink: HttpsSink;
beforeEach(async () => {
  sink = await httpsSink();
});
afterEach(() => sink.close());

const post = (url: string, allowPrivate: boolean, certificateAuthority?: string) =>
  postJson({ url: new URL(url), body: '{}', allowPrivate, certificateAuthority });

describe('a post to an address from the settings', () => {
  it.each([
    'https://127.0.0.1:PORT/',
    'https://localhost:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://2130706433:PORT/',
    'https://169.254.169.254/latest/meta-data/',
  ])('never reaches into the own network: %s', async (url) => {
    const { port } = new URL(sink.url);
    await expect(post(url.replace('PORT', port), false, CERTIFICATE)).rejects.toMatchObject({
      code: 'PRIVATE_ADDRESS',
    });
    expect(sink.received).toEqual([]);
  });

  it('reaches it where the operator has allowed it', async () => {
    expect(await post(sink.url, true, CERTIFICATE)).toMatchObject({ status: 200 });
  });

  it('refuses a certificate that nobody vouches for', async () => {
    await expect(post(sink.url, true)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('refuses plain http', async () => {
    await expect(post('http://example.com/', true)).rejects.toMatchObject({ code: 'NOT_HTTPS' });
  });

  it('stops reading an answer that does not end', async () => {
    sink.answer = { status: 200, body: 'x'.repeat(1024 * 1024) };
    await expect(post(sink.url, true, CERTIFICATE)).rejects.toMatchObject({ code: 'ANSWER_TOO_LONG' });
  });
});

describe('a public address', () => {
  it.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '2400:3200::1'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.1.2.3',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
