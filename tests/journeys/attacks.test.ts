// Attacks on requests, sessions, paths and codes, each tried over HTTP against the running server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitCode } from '../../domain/paper/unit-code.ts';
import { Problem } from '../../functions/runtime/problems.ts';
import type { TestServer } from '../support/journey/running-server.ts';
import { runStreetServer } from '../support/journey/street-server.ts';
import { codeOf, type Visitor } from '../support/journey/visitor.ts';

let server: TestServer;
let visitor: Visitor;
let projectId: string;
let bearer: string;
beforeAll(async () => {
  ({ server, visitor, bearer, projectId } = await runStreetServer());
});
afterAll(() => server.close());

const ask: Visitor['ask'] = (...asked) => visitor.ask(...asked);

describe('a session', () => {
  it('is no cookie to the API: a browser that carries one is nobody', async () => {
    const cookies = `_session=${bearer}; access_token=${bearer}; token=${bearer}`;
    const asked = await ask('GET', '/api/projects', { headers: { cookie: cookies } });
    expect([asked.status, codeOf(asked)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is not taken from an address, where it would be logged', async () => {
    for (const query of [`?access_token=${bearer}`, `?token=${bearer}`]) {
      expect((await ask('GET', `/api/projects${query}`)).status).toBe(401);
    }
  });

  it('sets cookies that scripts cannot read and other sites cannot send', async () => {
    const callback = encodeURIComponent(`${server.origin}/`);
    const query = `client_id=jiugai-web&response_type=code&scope=openid&redirect_uri=${callback}&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`;
    const begun = await ask('GET', `/oidc/auth?${query}`);
    const cookies = begun.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/httponly/i);
    for (const cookie of cookies) expect(cookie).toMatch(/samesite=(lax|strict)/i);
  });
});

describe('a page of another site', () => {
  it('can send nothing that is acted on: a form is no JSON, and nothing is allowed to another origin', async () => {
    const before = await server.system.ports.ledger.list('PROJECT');
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const sent = await ask('POST', '/api/projects', {
        body: '{}',
        bearer,
        headers: { ...headers, 'content-type': type },
      });
      expect(sent.status, type).toBeGreaterThanOrEqual(400);
      expect(sent.headers.get('access-control-allow-origin'), type).toBeNull();
    }
    const preflight = await ask('OPTIONS', '/api/projects', {
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(await server.system.ports.ledger.list('PROJECT')).toEqual(before);
  });

  it('can frame no page, and no page runs what is not its own', async () => {
    for (const path of ['/', '/status', '/reference', '/p/', '/api/health', '/api/openapi.json', '/oidc/x']) {
      const { headers } = await ask('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/script-src[^;]*'unsafe/);
      expect(policy, path).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });
});

describe('a path', () => {
  it('leads out of no folder', async () => {
    const climbs = [
      '../../../../etc/passwd',
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e/%2e%2e/etc/passwd',
      '..\\..\\etc\\passwd',
      '%252e%252e%252fetc%252fpasswd',
      '....//....//etc/passwd',
      '%c0%ae%c0%ae/etc/passwd',
      'assets/..%2f..%2fpackage.json',
      '.git/config',
    ];
    for (const climb of climbs) {
      for (const prefix of ['/', '/assets/', '/p/', '/p/n/', '/api/projects/']) {
        // As it stands: a client would tidy the path before it sends it.
        const heard = await visitor.talk(`GET ${prefix}${climb} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
        expect(heard, prefix + climb).not.toMatch(/root:|"jiugai"|\[core\]/);
        expect(heard, prefix + climb).toMatch(/^HTTP\/1\.1 [234]/);
      }
    }
  });
});

describe('a request', () => {
  it('of any depth, size or number of parts is answered soon, and the next one too', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await ask('POST', '/api/projects', { body: deep, bearer })).status).toBe(422);
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1])));
    expect((await ask('POST', '/api/projects', { body: wide, bearer })).status).toBe(422);
    expect((await ask('POST', '/api/projects', { body: 'x'.repeat(3_000_000), bearer })).status).toBe(413);
    const form = new FormData();
    for (let part = 0; part < 500; part++) form.append(`f${part}`, 'x');
    expect((await ask('POST', '/api/uploads/x/content', { body: form })).status).toBeGreaterThanOrEqual(400);
    expect((await ask('GET', '/api/health')).status).toBe(200);
  });

  it('that is two in one, or none, is refused whole', async () => {
    const smuggled = [
      'POST /api/projects HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/health HTTP/1.1\r\nhost: x\r\n\r\n',
      'GET /api/health HTTP/1.1\r\nhost: x\r\nx: a\nb: c\r\n\r\n',
      'GET /api/health HTTP/9.9\r\nhost: x\r\n\r\n',
      `GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`,
    ];
    for (const bytes of smuggled) expect(await visitor.talk(bytes), bytes.slice(0, 60)).toMatch(/^HTTP\/1\.1 4/);
  });

  it('that would keep a slow expression busy is answered at once', async () => {
    const evil = [
      `${'a'.repeat(40_000)}!`,
      ' '.repeat(40_000),
      '0'.repeat(40_000),
      `${'1-'.repeat(20_000)}`,
      '\t'.repeat(30_000),
    ];
    const begun = performance.now();
    for (const value of evil) {
      await ask('POST', `/api/projects/${projectId}/acts/suspend-project`, {
        input: { reason: value },
        bearer,
        headers: { 'if-match': '"1"' },
      });
      await ask('POST', '/api/calculators/funding', { input: { direct: { mandatory: value }, otherCosts: value } });
      await ask('GET', `/api/projects?street=${encodeURIComponent(value.slice(0, 5000))}`, { bearer });
      await ask('GET', `/p/v/${encodeURIComponent(value.slice(0, 5000))}`);
      await ask('GET', '/api/health', {
        headers: {
          'accept-language': value.slice(0, 10_000).trim() || 'x',
          'if-none-match': value.slice(0, 5000).trim() || 'x',
        },
      });
    }
    // 25 requests that match nothing: a backtracking expression would need minutes for one.
    expect(performance.now() - begun).toBeLessThan(40_000);
  });
});

describe('a code or a password', () => {
  it('cannot be tried often', async () => {
    const tries = [];
    for (let attempt = 0; attempt < 14; attempt++) {
      tries.push(
        (await ask('POST', '/oidc/demo-token', { input: { account: 'finance', password: `wrong-${attempt}` } })).status,
      );
    }
    expect(tries).toContain(429);
    expect(tries).not.toContain(200);
    // And nobody learns which accounts there are.
    const [known, unknown] = [
      await ask('POST', '/oidc/demo-token', { input: { account: 'housing', password: 'wrong' } }),
      await ask('POST', '/oidc/demo-token', { input: { account: 'nobody-at-all', password: 'wrong' } }),
    ];
    expect(known.status).toBe(unknown.status);
    const [said, other] = [known, unknown].map(({ text }) => Problem.parse(JSON.parse(text)).detailZh);
    expect(said).toBe(other);
  });

  it('of a unit follows from nothing that is printed', () => {
    const { seal } = server.system.ports;
    const codes = new Set(Array.from({ length: 500 }, (_, unit) => unitCode(seal, 'a'.repeat(64), `1-1-${unit}`)));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code.replaceAll(/[\s-]/g, '')).toMatch(/^[0-9A-Z]{8,}$/);
    // Of neighbours no more than chance is alike: 32 signs in 8 places.
    const [first = '', second = ''] = codes;
    expect([...first].filter((sign, place) => sign === second[place]).length).toBeLessThan(5);
    expect(unitCode(seal, 'b'.repeat(64), '1-1-0')).not.toBe(unitCode(seal, 'a'.repeat(64), '1-1-0'));
  });
});
