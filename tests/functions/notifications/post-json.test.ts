// What a setting may make the sender connect to.
import type { lookup } from 'node:dns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postJson } from '../../../functions/notifications/channels/post-json.ts';
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

  it('follows no redirect, wherever it leads', async () => {
    const inside = await httpsSink();
    sink.answer = { status: 302, headers: { location: inside.url } };
    expect(await post(sink.url, true, CERTIFICATE)).toMatchObject({ status: 302 });
    expect([sink.received.length, inside.received.length]).toEqual([1, 0]);
    await inside.close();
  });

  /** A name whose addresses are others whenever somebody asks. */
  function nameOf(...answers: readonly (readonly string[])[]) {
    const asked: string[] = [];
    const left = [...answers];
    const resolve = ((name: string, _: unknown, done: (error: null, found: object[]) => void) => {
      asked.push(name);
      done(
        null,
        (left.shift() ?? []).map((address) => ({ address, family: 4 })),
      );
    }) as typeof lookup;
    const url = new URL(sink.url);
    url.hostname = 'hook.example.com';
    const send = () => postJson({ url, body: '{}', allowPrivate: false, certificateAuthority: CERTIFICATE, resolve });
    return { asked, send };
  }

  it('connects to the addresses that it has looked at, whatever the name says a moment later', async () => {
    // Looked up once for each connection, and that one answer is both checked and used: nothing lies between.
    const rebound = nameOf(['127.0.0.1'], ['1.1.1.1']);
    await expect(rebound.send()).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    expect(rebound.asked).toEqual(['hook.example.com']);
    // A public address beside a private one is no way in either.
    await expect(nameOf(['1.1.1.1', '127.0.0.1']).send()).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    await expect(nameOf(['127.0.0.1', '1.1.1.1']).send()).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
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
