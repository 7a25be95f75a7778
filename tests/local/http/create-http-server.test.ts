// The one-machine server over real HTTP: what it lets through to the routes, and how it refuses the rest.
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Fault, granted } from '../../../domain/errors.ts';
import { route } from '../../../functions/runtime/route.ts';
import { serveRoutes } from './serve-routes.ts';

const summary = { zh: '测试', en: 'Test' };

const echo = route({
  name: 'echo',
  summary,
  method: 'POST',
  path: '/api/projects/{id}/echo',
  access: 'SIGNED_IN',
  input: { params: z.object({ id: z.string() }), query: z.object({ q: z.string().optional() }), body: z.unknown() },
  output: z.object({ id: z.string(), q: z.string().optional(), by: z.string(), body: z.unknown() }),
  handle: async ({ params, query, actor, body }) =>
    granted({ id: params.id, ...(query.q !== undefined && { q: query.q }), by: actor.id, body, secret: 'stays here' }),
});
const health = route({
  name: 'getHealth',
  summary,
  method: 'GET',
  path: '/api/health',
  access: 'PUBLIC',
  output: z.object({ status: z.string() }),
  handle: async () => granted({ status: 'ok' }),
});
const newest = route({
  name: 'showNewest',
  summary,
  method: 'GET',
  path: '/api/projects/newest',
  access: 'PUBLIC',
  output: z.object({ newest: z.literal(true) }),
  handle: async () => granted({ newest: true as const }),
});
const show = route({
  name: 'showProject',
  summary,
  method: 'GET',
  path: '/api/projects/{id}',
  access: 'PUBLIC',
  input: { params: z.object({ id: z.string() }) },
  output: z.object({ id: z.string() }),
  handle: async ({ params }) => granted(params),
});
const ROUTES = [echo, health, show, newest];

const JSON_HEADERS = { 'content-type': 'application/json', authorization: 'Bearer p-1' };
const post = (origin: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/projects/17/echo`, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body });

describe('createHttpServer', () => {
  it('hands path, query, body and actor to the route and lets out what its schema names', async () => {
    const { origin } = await serveRoutes(ROUTES);
    const response = await fetch(`${origin}/api/projects/${encodeURIComponent('鹿城/17')}/echo?q=%E6%97%A7&q=b`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: '{"area":"88.50"}',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: '鹿城/17', q: '旧,b', by: 'p-1', body: { area: '88.50' } });
  });

  it('tries fixed words before parameters', async () => {
    const { origin } = await serveRoutes(ROUTES);
    expect(await (await fetch(`${origin}/api/projects/newest`)).json()).toEqual({ newest: true });
    expect(await (await fetch(`${origin}/api/projects/oldest`)).json()).toEqual({ id: 'oldest' });
  });

  it('sends no browser anywhere and lets nobody frame it', async () => {
    const { origin } = await serveRoutes(ROUTES);
    const { headers } = await fetch(`${origin}/api/health`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['an unknown path', 'GET', '/api/nothing', 404, 'NOT_FOUND'],
    ['an unknown page', 'GET', '/nothing', 404, 'NOT_FOUND'],
    ['half an encoding', 'GET', '/api/projects/%E6%97', 404, 'NOT_FOUND'],
    ['an unknown method', 'DELETE', '/api/projects/17', 405, 'METHOD_NOT_ALLOWED'],
    ['no token', 'POST', '/api/projects/17/echo', 401, 'UNAUTHENTICATED'],
  ])('answers %s with a problem', async (_, method, path, status, code) => {
    const { origin } = await serveRoutes(ROUTES);
    const response = await fetch(origin + path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ code, status, instance: 'id' });
  });

  it('says which methods an address allows', async () => {
    const { origin } = await serveRoutes(ROUTES);
    expect((await fetch(`${origin}/api/projects/17`, { method: 'PUT' })).headers.get('allow')).toBe('GET');
  });

  it.each(['Bearer bad', 'Bearer', 'Basic cDpw', 'Bearer two words'])(
    'turns away Authorization: %s',
    async (authorization) => {
      const { origin } = await serveRoutes(ROUTES, {
        verifyToken: async () => ({
          ok: false,
          refusal: { code: 'UNAUTHENTICATED', says: { zh: '无效', en: 'Invalid' } },
        }),
      });
      const response = await post(origin, '{}', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    },
  );

  it('looks at no token where none is asked for', async () => {
    const { origin } = await serveRoutes(ROUTES);
    expect((await fetch(`${origin}/api/health`, { headers: { authorization: 'Bearer bad' } })).status).toBe(200);
  });

  it('answers 503 when the issuer’s keys cannot be had, and logs it', async () => {
    const { origin, lines } = await serveRoutes(ROUTES, {
      verifyToken: async () => {
        throw new Fault('UNAVAILABLE', 'keys of the issuer');
      },
    });
    const response = await post(origin, '{}');
    expect(response.status).toBe(503);
    expect(lines).toMatchObject([{ level: 'error', code: 'UNAVAILABLE', route: 'http' }]);
  });

  it.each([
    ['malformed JSON', '{"a":', {}, 422, 'MALFORMED'],
    ['deep JSON', `${'['.repeat(40)}${']'.repeat(40)}`, {}, 422, 'MALFORMED'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), {}, 422, 'MALFORMED'],
    ['another type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_TYPE'],
    ['2 MiB', `"${'x'.repeat(2 * 1024 * 1024)}"`, {}, 413, 'TOO_LARGE'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const { origin } = await serveRoutes(ROUTES);
    const response = await post(origin, body, { ...headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('stops waiting for a body that does not come', async () => {
    const { origin } = await serveRoutes(ROUTES, { timeouts: { body: 20 } });
    const answer = await talk(
      origin,
      'POST /api/projects/17/echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a"',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(answer).toContain('connection: close');
    expect(answer).toContain('did not arrive in time');
  });

  it('stops waiting for a head that does not come', async () => {
    const { origin } = await serveRoutes(ROUTES, { timeouts: { head: 50 } });
    expect(await talk(origin, 'GET /api/health HTTP/1.1\r\nhost: x\r\nx-slow: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('limits open routes for each address, and only those', async () => {
    const { origin, passSeconds } = await serveRoutes(ROUTES, { publicLimit: { capacity: 2, perSecond: 0.5 } });
    const ask = async () => (await fetch(`${origin}/api/health`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
    const limited = await fetch(`${origin}/api/health`);
    expect(limited.headers.get('retry-after')).toBe('2');
    expect(await limited.json()).toMatchObject({ code: 'RATE_LIMITED' });
    expect((await post(origin, '{}')).status).toBe(200);
    passSeconds(2);
    expect([await ask(), await ask()]).toEqual([200, 429]);
  });

  it('serves pages under the longest prefix, and nothing but routes under /api', async () => {
    const { origin, server } = await serveRoutes(ROUTES);
    for (const prefix of ['/', '/p', '/api/stream']) server.serve(prefix, (_, response) => void response.end(prefix));
    const page = async (path: string) => (await fetch(origin + path)).text();
    expect(await page('/')).toBe('/');
    expect(await page('/project')).toBe('/');
    expect(await page('/p/v/ABC')).toBe('/p');
    expect(await page('/api/stream')).toBe('/api/stream');
    expect((await fetch(`${origin}/api/strea`)).status).toBe(404);
    expect((await fetch(`${origin}/`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('answers a page that breaks with a fault that says nothing', async () => {
    const { origin, server, lines } = await serveRoutes(ROUTES);
    server.serve('/', () => {
      throw new Error('secret path');
    });
    const response = await fetch(`${origin}/`);
    expect(response.status).toBe(500);
    expect(JSON.stringify([await response.json(), lines])).not.toContain('secret path');
  });
});

/** Sends bytes as they are and reads until the server hangs up. */
function talk(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}
