// Every address that is served under every kind of wrong token: turned away where somebody must sign in, and told nothing
// more than anybody where nobody must; with the proofs of their own kind that a few addresses ask for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import { BESIDE_ROUTES, routeMatrix } from '../support/journey/route-matrix.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { describedRoutes, type Served, servedRoutes } from '../support/journey/served-routes.ts';
import { openTokenMint, type TokenMint, type WrongToken } from '../support/journey/token-mint.ts';
import { type Heard, Visitor } from '../support/journey/visitor.ts';

const STREET = { role: 'STREET', unit: '330302001' };

let server: TestServer;
let visitor: Visitor;
let served: Served;
let mint: TokenMint;
let wrong: ReadonlyMap<WrongToken, string | undefined>;
beforeAll(async () => {
  // What is tried too often would be refused for that alone.
  server = await runServer('2026-03-09T09:00:00+08:00', { guessLimit: { capacity: 1_000, perSecond: 1_000 } });
  visitor = new Visitor(server.origin);
  served = await servedRoutes(server);
  mint = await openTokenMint(server);
  wrong = await mint.wrong(STREET);
});
afterAll(() => server.close());

function ask(method: string, path: string, bearer: string | undefined): Promise<Heard> {
  const at = path.replaceAll(/\{\w+\}/g, '330302-2026-0001').replace('…', 'auth');
  const headers = { 'if-match': '"1"' };
  return visitor.ask(method, at, {
    headers,
    ...(bearer !== undefined && { bearer }),
    ...(method === 'POST' && { input: { 'no-such-field': true } }),
  });
}

/** Without what is of this one request: its id, the moment. */
const answerOf = ({ status, text }: Heard): string =>
  `${status} ${text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/"(clock|asOf)":"[^"]*"/g, 'NOW')
    .slice(0, 2_000)}`;

describe('a wrong token', () => {
  it('is known to be one: the right one is let in', async () => {
    expect((await ask('GET', '/api/projects', await mint.right(STREET))).status).toBe(200);
    expect(wrong.size).toBe(15);
  });

  it('is turned away with 401 from every route that asks who is there', async () => {
    const guarded = served.routes.filter(({ access }) => access !== 'PUBLIC');
    expect(guarded.length).toBeGreaterThan(90);
    const mistakes: string[] = [];
    for (const { name, method, path } of guarded) {
      const tries = [...wrong].map(async ([kind, bearer]) => {
        const { status, headers, text } = await ask(method, path, bearer);
        const said = `${status} ${headers.get('www-authenticate')} ${JSON.parse(text).code}`;
        if (said !== '401 Bearer UNAUTHENTICATED') mistakes.push(`${name} ${kind}: ${said}`);
      });
      await Promise.all(tries);
    }
    expect(mistakes).toEqual([]);
  });

  it('opens nothing more than none does where nobody must sign in', async () => {
    const open = [...served.routes.filter(({ access }) => access === 'PUBLIC'), ...served.pages];
    expect(open.length).toBeGreaterThan(25);
    const mistakes: string[] = [];
    for (const { name, method, path } of open) {
      const nobody = answerOf(await ask(method, path, undefined));
      const tries = [...wrong, ['right', await mint.right(STREET)] as const].map(async ([kind, bearer]) => {
        const said = answerOf(await ask(method, path, bearer));
        if (said !== nobody) mistakes.push(`${name} ${kind}: ${said} / ${nobody}`);
      });
      await Promise.all(tries);
    }
    expect(mistakes).toEqual([]);
  });

  it('is worth as little beside the routes: at the stream, at uploads, on pages', async () => {
    for (const [method, path, , expected] of BESIDE_ROUTES) {
      const nobody = (await ask(method, path, undefined)).status;
      for (const [kind, bearer] of wrong) {
        const { status } = await ask(method, path, bearer);
        // An upload without a form is refused before anybody asks for its ticket.
        const told = expected === '401' && method === 'GET' ? 401 : nobody;
        expect([path, kind, status]).toEqual([path, kind, told]);
      }
      expect(nobody, path).toBeLessThan(500);
    }
  });
});

describe('the page of all addresses', () => {
  it('stands in docs/route-access.md as the server is', () => {
    const written = readFileSync(join(import.meta.dirname, '../../docs/route-access.md'), 'utf8');
    expect(written, 'write it anew: node tests/journeys/write-access-matrix.ts').toBe(
      routeMatrix(served.routes, served.pages),
    );
  });

  it('leaves none out that the server tells of or that its root puts in', async () => {
    const known = served.routes.map(({ method, path }) => `${method} ${path}`);
    expect((await describedRoutes(server)).toSorted()).toEqual([...new Set(known)].toSorted());
    const root = readFileSync(join(import.meta.dirname, '../../local/start-server.ts'), 'utf8');
    // Sign-in, the pages of the operator, those of the office and of residents with their files, the stream, the description.
    expect(root.match(/server\.serve\(/g)).toHaveLength(7);
  });
});

describe('a proof of another kind', () => {
  it('that is wrong opens no upload', async () => {
    const ticketed = await visitor.as('street-01', 'POST', '/api/uploads', { name: 'a.pdf' });
    const other = await visitor.as('street-01', 'POST', '/api/uploads', { name: 'b.pdf' });
    const fields = ticketed.body.fields as Record<string, string>;
    const address = new URL(String(ticketed.body.url), server.origin).pathname;
    const forgeries: Readonly<Record<string, Record<string, string>>> = {
      'no ticket': {},
      'the ticket of another upload': other.body.fields as Record<string, string>,
      'a signature that was changed': { ...fields, 'x-jiugai-signature': 'a'.repeat(64) },
      'more bytes than were allowed': { ...fields, 'x-jiugai-maximum-bytes': '99999999999' },
      'a longer time': { ...fields, 'x-jiugai-expires-at': '2099-01-01T00:00:00.000Z' },
      'another key': { ...fields, key: 'another' },
    };
    const send = async (form: Readonly<Record<string, string>>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(form)) body.append(name, value);
      body.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'a.pdf');
      return visitor.ask('POST', address, { body });
    };
    for (const [what, form] of Object.entries(forgeries)) {
      const { status, text } = await send(form);
      expect([status, JSON.parse(text).code], what).toEqual([401, 'UNAUTHENTICATED']);
    }
    await server.system.advance(instantOf(Date.parse('2026-03-09T13:00:00+08:00')));
    expect((await send(fields)).status, 'a ticket that is over').toBe(401);
  });

  it('that is wrong lights no wall screen', async () => {
    const made = await visitor.as('street-01', 'POST', '/api/display-keys', {});
    const key = String(made.body.key);
    const look = (headers: Record<string, string>) => visitor.ask('GET', '/api/dashboard/screen', { headers });
    expect((await look({ 'x-display-key': key })).status).toBe(200);
    const [of = '', until = '', proof = ''] = key.split('.');
    const forgeries = {
      'no key': '',
      'a word': 'x',
      'the whole district instead of a street': `district.${until}.${proof}`,
      'another street': `330302002.${until}.${proof}`,
      'a later day': `${of}.2099-12-31.${proof}`,
      'another proof': `${of}.${until}.${proof.split('').toReversed().join('')}`,
      'no proof': `${of}.${until}.`,
    };
    for (const [what, forged] of Object.entries(forgeries)) {
      expect((await look({ 'x-display-key': forged })).status, what).toBe(401);
    }
    await server.system.advance(instantOf(Date.parse('2026-03-10T09:00:00+08:00')));
    expect((await look({ 'x-display-key': key })).status, 'a key that is over').toBe(401);
  });
});
