// The same POST twice: replayed, never done again, and never mistaken for another one.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addDays, dateInShanghai, instantOf, startOfDay } from '../../../domain/calendar/plain-date.ts';
import { Fault, granted, refused } from '../../../domain/errors.ts';
import type { HttpEvent } from '../../../functions/runtime/http-event.ts';
import { forgetAnswers } from '../../../functions/runtime/idempotency.ts';
import { route } from '../../../functions/runtime/route.ts';
import { type ChainPorts, chainPorts } from './chain-ports.ts';

/** Counts how often it acts; `gate` lets a test hold an act open. */
function counting(ports: ChainPorts, gate: Promise<void> = Promise.resolve()) {
  const acts: (string | undefined)[] = [];
  const book = route({
    name: 'bookMoney',
    summary: { zh: '入账', en: 'Book money' },
    method: 'POST',
    path: '/api/money',
    access: 'SIGNED_IN',
    input: { body: z.object({ amount: z.string() }) },
    output: z.object({ acts: z.int() }),
    handle: async ({ body, request }) => {
      acts.push(request);
      await gate;
      if (body.amount === 'broken') throw new Fault('UNAVAILABLE', 'no disk');
      if (body.amount === 'refused') return refused('NOT_NOW', { zh: '现在不行', en: 'Not now' });
      return granted({ acts: acts.length });
    },
  }).over(ports, () => {});
  const send = (key: string | undefined, amount = '1.00', sub = 'p-1', headers: HttpEvent['headers'] = {}) =>
    book(
      {
        routeKey: 'POST /api/money',
        rawPath: '/api/money',
        rawQueryString: '',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
        body: JSON.stringify({ amount }),
        isBase64Encoded: false,
        requestContext: {
          requestId: 'request-1',
          http: { method: 'POST', path: '/api/money', sourceIp: '192.0.2.1' },
          authorizer: { jwt: { claims: { sub, role: 'STREET', unit: '330302001' } } },
        },
      },
      {},
    );
  return { acts, send };
}

describe('idempotency', () => {
  it('gives the first answer again and does not act again', async () => {
    const { acts, send } = counting(chainPorts());
    const first = await send('key-1');
    const second = await send('key-1');
    expect(acts).toHaveLength(1);
    expect(second).toEqual({ ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } });
  });

  it('acts once for two requests at once', async () => {
    const gate = Promise.withResolvers<void>();
    const { acts, send } = counting(chainPorts(), gate.promise);
    const both = [send('key-1'), send('key-1'), send('key-1')];
    gate.resolve();
    const bodies = (await Promise.all(both)).map(({ body }) => body);
    expect(bodies).toEqual(['{"acts":1}', '{"acts":1}', '{"acts":1}']);
    expect(acts).toHaveLength(1);
  });

  it.each([
    ['another body', { amount: '2.00' }],
    ['another If-Match', { headers: { 'if-match': '"3"' } }],
  ])(
    'refuses a key that is used again for %s',
    async (_, { amount, headers }: { amount?: string; headers?: object }) => {
      const { acts, send } = counting(chainPorts());
      await send('key-1');
      const answer = await send('key-1', amount, 'p-1', { ...headers });
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', status: 422 });
      expect(acts).toHaveLength(1);
    },
  );

  it('keeps the keys of two people apart', async () => {
    const { acts, send } = counting(chainPorts());
    await send('key-1', '1.00', 'p-1');
    await send('key-1', '1.00', 'p-2');
    expect(new Set(acts).size).toBe(2);
  });

  it('keeps a refusal, and lets a fault be tried again', async () => {
    const { acts, send } = counting(chainPorts());
    await send('key-1', 'refused');
    expect((await send('key-1', 'refused')).statusCode).toBe(409);
    expect(acts).toHaveLength(1);
    await send('key-2', 'broken');
    expect((await send('key-2', 'broken')).statusCode).toBe(503);
    expect(acts).toHaveLength(3);
  });

  it('forgets an answer after a day and takes it away', async () => {
    const ports = chainPorts();
    const { acts, send } = counting(ports);
    await send('key-1');
    const tomorrow = startOfDay(addDays(dateInShanghai(ports.clock.now()), 2));
    await forgetAnswers(ports);
    expect(ports.rows.size).toBe(1);
    ports.setNow(tomorrow);
    await forgetAnswers(ports);
    expect(ports.rows.size).toBe(0);
    await send('key-1');
    ports.setNow(instantOf(Date.parse(tomorrow) + 24 * 3_600_000));
    await send('key-1');
    expect(acts).toHaveLength(3);
    expect(ports.rows.size).toBe(1);
  });

  it.each(['', 'with space', '键', 'x'.repeat(129)])('refuses %j as a key', async (key) => {
    const { acts, send } = counting(chainPorts());
    expect(JSON.parse((await send(key)).body)).toMatchObject({
      code: 'MALFORMED',
      fields: [{ path: '/idempotency-key' }],
    });
    expect(acts).toEqual([]);
  });

  it('does without a key', async () => {
    const { acts, send } = counting(chainPorts());
    await send(undefined);
    await send(undefined);
    expect(acts).toEqual([undefined, undefined]);
  });
});
