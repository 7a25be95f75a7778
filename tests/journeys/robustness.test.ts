// Every route of the running server under everything that must not come in: never a fault, always a problem document in
// both languages; and two at once, or the same twice, at the routes that write.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../functions/runtime/problems.ts';
import type { Route } from '../../functions/runtime/route.ts';
import { routesOf } from '../../local/routes.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { type Heard, Visitor } from '../support/journey/visitor.ts';
import { accountFor, BODIES, IDS, type Sent, wrongValues } from './wrong-input.ts';

const NEIGHBOURHOOD = { name: '月季小区', code: '330302001001-01', community: '330302001001', street: '330302001' };

let server: TestServer;
let routes: readonly Route[];
let projectId: string;
let visitor: Visitor;

beforeAll(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
  visitor = new Visitor(server.origin);
  routes = routesOf(server.system);
  const opened = await send('POST', '/api/projects', { account: 'street-01', input: { neighbourhood: NEIGHBOURHOOD } });
  projectId = z.object({ projectId: z.string() }).parse(JSON.parse(opened.text)).projectId;
});
afterAll(() => server.close());

const send = async (method: string, path: string, { account, ...asked }: Sent = {}): Promise<Heard> =>
  visitor.ask(method, path, { ...asked, ...(account !== undefined && { bearer: await visitor.token(account) }) });

/** Says which code, after looking at all that a problem has to have. */
function codeOf({ status, text, headers }: Heard, what: string): string {
  expect(status, what).toBeLessThan(500);
  if (status < 400) return 'OK';
  expect(headers.get('content-type'), what).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(JSON.parse(text));
  expect(problem.status, what).toBe(status);
  for (const says of [problem.titleZh, problem.detailZh]) expect(says, what).toMatch(/\p{Script=Han}/u);
  for (const says of [problem.titleEn, problem.detailEn]) expect(says, what).toMatch(/[a-z]{2}/i);
  return problem.code;
}

const paths = ({ path }: Route, id: string): string => path.replaceAll(/\{\w+\}/g, id);

describe('every route', () => {
  it('answers any malformed body with a problem in both languages, and never with a fault', async () => {
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      const account = accountFor(route);
      const answers = Object.entries(BODIES).map(async ([what, sent]) => {
        const got = await send('POST', paths(route, projectId), { account, ...sent });
        const code = codeOf(got, `${route.name}: ${what}`);
        // To send nothing may be all that a route asks for; nothing else may pass.
        if (code === 'OK') expect(['no body', 'an empty body', 'no fields'], route.name).toContain(what);
      });
      await Promise.all(answers);
    }
  });

  it('names fields of the wrong kind', async () => {
    for (const route of routes.filter(({ method, ifMatch }) => method === 'POST' && !ifMatch)) {
      for (const input of wrongValues(route)) {
        const got = await send('POST', paths(route, projectId), { account: accountFor(route), input });
        const code = codeOf(got, `${route.name}: ${JSON.stringify(input).slice(0, 200)}`);
        if (code !== 'MALFORMED') continue;
        expect(Problem.parse(JSON.parse(got.text)).fields?.length ?? 0, route.name).toBeGreaterThan(0);
      }
    }
  });

  it('answers wrong ids with a problem, and finds nothing under them', async () => {
    for (const route of routes.filter(({ path }) => path.includes('{'))) {
      for (const id of IDS) {
        const got = await send(route.method, paths(route, id), {
          account: accountFor(route),
          headers: { 'if-match': '1' },
        });
        const what = `${route.name}: ${id.slice(0, 40)}`;
        // Who checks a made-up code is not in the wrong: the answer is that it is unknown.
        if (codeOf(got, what) === 'OK')
          expect([route.name, got.text]).toEqual(['verifyPaper', '{"verdict":"UNKNOWN"}']);
      }
    }
  });

  it('answers strange queries and headers with a problem or as if they were not there', async () => {
    const headers = {
      'if-none-match': '"\\',
      'idempotency-key': 'ключ'.replaceAll(/./g, 'k').repeat(200),
      accept: '*/*;q=x',
    };
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const query of [
        '?strange=1',
        '?cursor=%00',
        `?cursor=${'A'.repeat(400)}`,
        '?street=1&street=2',
        '?%5B%5D=1',
      ]) {
        const got = await send('GET', `${paths(route, projectId)}${query}`, { account: accountFor(route), headers });
        codeOf(got, `${route.name}${query}`);
      }
    }
  });

  it('refuses the other methods with 405, and acts on none of them', async () => {
    const before = (await server.system.ports.ledger.list('PROJECT')).length;
    for (const route of routes) {
      for (const method of ['PUT', 'PATCH', 'DELETE', ...(route.method === 'POST' ? ['GET'] : [])]) {
        const got = await send(method, paths(route, projectId), { account: accountFor(route) });
        const served =
          method === 'GET' && routes.some(({ path, method: other }) => path === route.path && other === 'GET');
        if (!served) expect([405, 404, 422], `${method} ${route.path}`).toContain(got.status);
      }
    }
    expect(await server.system.ports.ledger.list('PROJECT')).toHaveLength(before);
  });

  it('asks who is there wherever it is not open to everybody', async () => {
    for (const route of routes.filter(({ access }) => access !== 'PUBLIC')) {
      const got = await send(route.method, paths(route, projectId), { headers: { 'if-match': '1' } });
      expect([got.status, codeOf(got, route.name)], route.name).toEqual([401, 'UNAUTHENTICATED']);
      expect(got.headers.get('www-authenticate'), route.name).toBe('Bearer');
    }
  });
});

it('logs no error under any of that', () => {
  expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('an act', () => {
  const act = (name: string, input: unknown, headers: Record<string, string> = {}, account = 'street-01') =>
    send('POST', `/api/projects/${projectId}/acts/${name}`, { account, input, headers });
  const seqNow = async (): Promise<number> => {
    const { text } = await send('GET', `/api/projects/${projectId}`, { account: 'street-01' });
    return z.object({ seq: z.int() }).parse(JSON.parse(text)).seq;
  };
  const survey = async () => {
    const { sha256 } = await server.system.ports.papers.put(new TextEncoder().encode('record'), {
      mediaType: 'application/pdf',
      paperClass: 'FILED',
      storedAt: server.system.ports.clock.now(),
    });
    const eligibility = {
      completionYear: 1996,
      inDemolitionPlan: false,
      dangerGrade: 'B',
      comprehensivelyRenovable: true,
    };
    return { surveyedOn: '2026-03-02', record: sha256, needsRenovation: true, renovatedBefore: 0, eligibility };
  };

  it('is asked which entry its clerk has seen', async () => {
    const got = await act('record-survey', {});
    expect([got.status, codeOf(got, 'no If-Match')]).toEqual([428, 'PRECONDITION_REQUIRED']);
    for (const seen of ['x', '*', 'W/"1"', '-1', '1e3']) {
      expect(codeOf(await act('record-survey', {}, { 'if-match': seen }), seen)).toBe('MALFORMED');
    }
  });

  it('that nobody knows is not found', async () => {
    for (const name of ['wave-through', 'constructor', '__proto__', 'toString']) {
      expect(codeOf(await act(name, {}, { 'if-match': '1' }), name)).toBe('NOT_FOUND');
    }
  });

  it('of two clerks at once is done by one; the other is told where the ledger stands', async () => {
    const before = await seqNow();
    const input = await survey();
    const both = await Promise.all([1, 2].map(() => act('record-survey', input, { 'if-match': `"${before}"` })));
    const [won, lost] = both.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    const problem = Problem.parse(JSON.parse(lost?.text ?? ''));
    // Whoever comes a moment later than the other finds the state changed already.
    expect(['STALE', 'NOT_NOW']).toContain(problem.code);
    if (problem.code === 'STALE') expect(problem.seq).toBe(before + 1);
    expect(await seqNow()).toBe(before + 1);
  });

  it('with an entry seen that is not the last one is stale, and says which is', async () => {
    const now = await seqNow();
    const got = await act('suspend-project', { reason: '等待资金安排' }, { 'if-match': `"${now - 1}"` });
    expect(got.status).toBe(409);
    expect(Problem.parse(JSON.parse(got.text))).toMatchObject({ code: 'STALE', seq: now });
  });

  it('that comes again under its key is answered as before, and is one entry', async () => {
    const before = await seqNow();
    const headers = { 'if-match': `"${before}"`, 'idempotency-key': 'suspend-once' };
    const input = { reason: '等待资金安排' };
    const all = await Promise.all([1, 2, 3, 4].map(() => act('suspend-project', input, headers)));
    const later = await act('suspend-project', input, headers);
    expect([...all, later].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set([...all, later].map(({ text }) => text)).size).toBe(1);
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    expect(await seqNow()).toBe(before + 1);
    const other = await act('suspend-project', { reason: '另有原因' }, headers);
    expect([other.status, codeOf(other, 'another body')]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  });
});
