// Somebody with several posts, over HTTP: says under which one, never acts under one that is not held now, and decides
// under none what they have filed under another.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { POST_HEADER, type Post, writePost } from '../../domain/directory/post.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { openTokenMint } from '../support/journey/token-mint.ts';
import { codeOf, Visitor } from '../support/journey/visitor.ts';

const STREET: Post = { role: 'STREET', unit: '330302001' };
const OTHER_STREET: Post = { role: 'STREET', unit: '330302002' };
const FINANCE: Post = { role: 'FINANCE', unit: 'FINANCE' };
const WATER: Post = { role: 'UTILITY', unit: '温州市水务集团' };
const REFUSED = { NOT_YOURS: '403 NOT_YOUR_POST', CHOOSE: '403 CHOOSE_POST' } as const;

let server: TestServer;
let visitor: Visitor;
/** Of an issuer that only knows who signed in. */
let token: string;
/** The token of the mint is always this person's. */
const PERSON = 'p-1';
beforeAll(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
  visitor = new Visitor(server.origin);
  token = await (await openTokenMint(server)).right({});
});
afterAll(() => server.close());
beforeEach(() => visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`));

const give = (post: Post, until?: string) =>
  visitor.as('operator', 'POST', '/api/grants', { personId: PERSON, ...post, ...(until && { until }) });
const takeAway = (post: Post) => visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, post);

/** As the person; `under` as it stands in the header. */
async function ask(method: string, path: string, under?: Post | string, input?: unknown, more: object = {}) {
  const said = typeof under === 'object' ? writePost(under) : under;
  const headers = { ...(said !== undefined && { [POST_HEADER]: said }), ...more };
  const heard = await visitor.ask(method, path, { bearer: token, headers, ...(input !== undefined && { input }) });
  const isProblem = heard.status >= 400;
  return { ...heard, said: isProblem ? `${heard.status} ${codeOf(heard)}` : String(heard.status) };
}
const goTo = (moment: string) => server.system.advance(instantOf(Date.parse(moment)));
const open = (serial: number, street: string, under?: Post) =>
  ask('POST', '/api/projects', under, {
    neighbourhood: {
      name: `桂柑${serial}村`,
      code: `${street}001-${String(serial).padStart(2, '0')}`,
      community: `${street}001`,
      street,
    },
  });

describe('somebody with one post', () => {
  it('has nothing to say, and may say it', async () => {
    await give(STREET);
    expect((await ask('GET', '/api/tasks')).said).toBe('200');
    expect((await ask('GET', '/api/tasks', STREET)).said).toBe('200');
  });
});

describe('somebody with several posts', () => {
  beforeEach(async () => {
    for (const post of [STREET, FINANCE, WATER]) await give(post);
  });

  it('is asked which one, and told nothing else', async () => {
    const asked = await ask('GET', '/api/tasks');
    expect(asked.said).toBe(REFUSED.CHOOSE);
    expect(asked.text).not.toMatch(/330302001|FINANCE|水务|p-1/);
    expect((await open(1, STREET.unit)).said).toBe(REFUSED.CHOOSE);
  });

  it('learns from the API which ones they hold, before one is chosen', async () => {
    await give(FINANCE, '2026-12-31');
    const { text } = await ask('GET', '/api/me');
    expect(JSON.parse(text)).toEqual({ posts: [STREET, WATER, { ...FINANCE, until: '2026-12-31' }] });
    expect((await visitor.ask('GET', '/api/me')).status).toBe(401);
  });

  it('acts under the one that is said, with its rights and no others', async () => {
    expect((await open(2, STREET.unit, STREET)).said).toBe('201');
    const refused = await open(3, STREET.unit, FINANCE);
    expect(refused.said).toBe('403 FORBIDDEN_ROLE');
    expect(JSON.parse(refused.text).detailEn).toContain('Switch to that post of yours.');
    const [entry] = (await server.system.ports.ledger.read({ kind: 'PROJECT', id: '330302-2026-0001' })).slice(-1);
    expect(entry?.actor).toEqual({ id: PERSON, ...STREET });
  });

  it('may hold one of a unit with a Chinese name', async () => {
    expect((await ask('GET', '/api/tasks', WATER)).said).toBe('200');
  });

  it('hears of changes and takes papers away under the one that is said', async () => {
    const stream = await fetch(new URL('/api/stream', server.origin), {
      headers: { authorization: `Bearer ${token}`, [POST_HEADER]: writePost(STREET) },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stream.body?.cancel();
    expect((await ask('GET', '/api/stream')).said).toBe(REFUSED.CHOOSE);
    expect((await ask('GET', '/api/projects/export', STREET)).said).toBe('200');
    expect((await ask('GET', '/api/projects/export')).said).toBe(REFUSED.CHOOSE);
  });

  it('sends the same key under another post for another request', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const body = { projectId: '330302-2026-0099', act: 'record-survey', to: 'street-01', until: '2026-03-03' };
    const send = (under: Post) => ask('POST', '/api/tasks/delegations', under, body, key);
    const first = await send(STREET);
    expect((await send(STREET)).headers.get('idempotency-replayed')).toBe('true');
    const other = await send(FINANCE);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
    expect([first.status, other.status]).toEqual([404, 404]);
  });
});

describe('a post that is not held', () => {
  const strange = [
    ['another street', writePost(OTHER_STREET)],
    ['another role', 'AUDIT/AUDIT'],
    ['the system itself', 'SYSTEM/SYSTEM'],
    ['no post at all', 'x'],
    ['nothing', ''],
    ['two at once', 'STREET/330302001,FINANCE/FINANCE'],
    ['broken writing', 'STREET/%E0%A4%A'],
  ] as const;

  it.each(strange)('admits to nothing: %s', async (_, said) => {
    await give(STREET);
    await give(FINANCE);
    const before = (await server.system.ports.ledger.list('PROJECT')).length;
    const body = {
      neighbourhood: { name: '村', code: '330302001001-09', community: '330302001001', street: '330302001' },
    };
    for (const [method, path, input] of [
      ['GET', '/api/tasks'],
      ['GET', '/api/projects/export'],
      ['GET', '/api/stream'],
      ['POST', '/api/projects', body],
      ['POST', '/api/projects/330302-2026-0001/acts/record-survey', {}],
    ] as const) {
      expect([path, (await ask(method, path, said, input, { 'if-match': '1' })).said]).toEqual([
        path,
        REFUSED.NOT_YOURS,
      ]);
    }
    expect((await server.system.ports.ledger.list('PROJECT')).length).toBe(before);
  });

  it('is none that a token of an issuer with roles does not name', async () => {
    await give(FINANCE);
    const named = await (await openTokenMint(server)).right({ ...STREET });
    const under = async (post: Post) => {
      const heard = await visitor.ask('GET', '/api/tasks', {
        bearer: named,
        headers: { [POST_HEADER]: writePost(post) },
      });
      return heard.status;
    };
    expect([await under(STREET), await under(FINANCE)]).toEqual([200, 403]);
  });

  it('is one that was taken away between two requests', async () => {
    await give(STREET);
    await give(FINANCE);
    expect((await ask('GET', '/api/tasks', STREET)).said).toBe('200');
    expect((await takeAway(STREET)).status).toBe(200);
    expect((await ask('GET', '/api/tasks', STREET)).said).toBe(REFUSED.NOT_YOURS);
    expect((await ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
    expect((await ask('GET', '/api/tasks')).said, 'one is left').toBe('200');
    await takeAway(FINANCE);
    expect((await ask('GET', '/api/tasks', FINANCE)).said).toBe('401 UNAUTHENTICATED');
    expect((await ask('GET', '/api/me')).said).toBe('401 UNAUTHENTICATED');
  });

  it('is one whose last day is over in Wenzhou', async () => {
    await give(STREET);
    await give(FINANCE, '2026-03-06');
    await goTo('2026-03-06T23:59:59+08:00');
    expect((await ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
    expect((await ask('GET', '/api/tasks')).said).toBe(REFUSED.CHOOSE);
    await goTo('2026-03-07T00:00:00+08:00');
    expect((await ask('GET', '/api/tasks', FINANCE)).said).toBe(REFUSED.NOT_YOURS);
    expect((await ask('GET', '/api/tasks')).said).toBe('200');
    expect((await give(FINANCE, '2026-03-06')).body).toMatchObject({ code: 'MALFORMED', fields: [{ path: '/until' }] });
    expect((await give(FINANCE, '2026-03-07')).status).toBe(201);
    expect((await ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
  });
});

describe('the operator', () => {
  it('sees who holds what until when, and every entry of it', async () => {
    await give(STREET);
    await give(FINANCE, '2026-12-31');
    await takeAway(STREET);
    const { body } = await visitor.as('operator', 'GET', '/api/grants');
    expect(body).toMatchObject({
      holders: 1,
      posts: [{ personId: PERSON, ...FINANCE, until: '2026-12-31', over: false }],
    });
    expect((body.entries as object[]).slice(0, 3)).toMatchObject([
      { act: 'revoke-post', personId: PERSON, ...STREET, by: 'operator' },
      { act: 'grant-post', personId: PERSON, ...FINANCE, until: '2026-12-31', by: 'operator' },
      { act: 'grant-post', personId: PERSON, ...STREET },
    ]);
  });

  it('takes away what is held, one post or all, and nothing else', async () => {
    await give(STREET);
    await give(FINANCE);
    expect((await takeAway(OTHER_STREET)).status).toBe(404);
    expect((await visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, { role: 'STREET' })).status).toBe(422);
    expect((await visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, {})).status).toBe(200);
    expect((await visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, {})).status).toBe(404);
    expect((await ask('GET', '/api/me')).said).toBe('401 UNAUTHENTICATED');
  });
});

describe('the demo account of two streets', () => {
  it('sees the projects of the street that it says, and is asked when it says none', async () => {
    await open(1, OTHER_STREET.unit);
    const neighbourhood = { name: '松鹤里', code: '330302002001-01', community: '330302002001', street: '330302002' };
    await visitor.as('street-02', 'POST', '/api/projects', { neighbourhood });
    const namesUnder = async (street: string) => {
      const said = { [POST_HEADER]: writePost({ role: 'STREET', unit: street }) };
      const { body } = await visitor.as('street-02-03', 'GET', '/api/projects', undefined, said);
      return (body.projects as { name: string }[]).map(({ name }) => name);
    };
    expect((await visitor.as('street-02-03', 'GET', '/api/projects')).body.code).toBe('CHOOSE_POST');
    expect(await namesUnder('330302002')).toEqual(['松鹤里']);
    expect(await namesUnder('330302003')).toEqual([]);
  });
});

describe('separation of duties', () => {
  it('goes by the person: who booked the money under one post reserves no subsidy under another', async () => {
    await give(STREET);
    await give(FINANCE);
    const account = {
      bank: '温州银行',
      lastDigits: '0018',
      numberHash: 'a'.repeat(64),
      openedOn: plainDateOf('2026-03-02'),
    };
    const project = projectIn('FUNDED', V4, '330302-2019-0002');
    await putInLedger(server.system.ports, { ...project, funding: { ...project.funding, account } });
    const act = (name: string, input: object, post: Post, seq: number) =>
      ask('POST', `/api/projects/${project.projectId}/acts/${name}`, post, input, { 'if-match': `"${seq}"` });

    const row = { channel: 'INDIVIDUAL', amount: '1775000', creditedOn: '2026-03-02', receipt: 'R-0001' };
    expect((await act('book-contributions', { rows: [row] }, STREET, 1)).said).toBe('200');
    const own = await act('reserve-subsidy', { budgetYear: '2026' }, FINANCE, 2);
    expect(own.said).toBe('403 FORBIDDEN_ROLE');
    expect(JSON.parse(own.text).detailEn).toContain('under another post neither');
    // Another person of the very same post is not held up by it.
    const other = await visitor.as(
      'finance',
      'POST',
      `/api/projects/${project.projectId}/acts/reserve-subsidy`,
      { budgetYear: '2026' },
      { 'if-match': '"2"' },
    );
    expect(other.body.code).not.toBe('FORBIDDEN_ROLE');
    // And what one person booked is taken back by another, whatever the post.
    const reverse = { receipt: 'R-0001', reason: '金额有误' };
    expect((await act('reverse-contribution', reverse, STREET, 2)).said).toBe('403 FORBIDDEN_ROLE');
  });
});

describe('tasks handed over', () => {
  it('go from post to post: to a colleague in this one, and onto the list of this one only', async () => {
    await give(STREET);
    await give(FINANCE, '2026-12-31');
    const neighbourhood = { name: '柑香里', code: '330302001001-31', community: '330302001001', street: '330302001' };
    const opened = await visitor.as('street-01', 'POST', '/api/projects', { neighbourhood });
    const task = { projectId: opened.body.projectId, act: 'record-survey', to: PERSON, until: '2026-03-12' };
    expect((await visitor.as('street-02', 'POST', '/api/tasks/delegations', task)).body.code).toBe('FORBIDDEN_UNIT');
    expect((await visitor.as('street-01', 'POST', '/api/tasks/delegations', task)).status).toBe(201);
    const sides = async (post: Post) => {
      const { tasks } = JSON.parse((await ask('GET', '/api/tasks', post)).text);
      return tasks
        .filter(({ projectId }: { projectId: string }) => projectId === task.projectId)
        .map(({ delegation }: { delegation?: { side: string } }) => delegation?.side);
    };
    expect([await sides(STREET), await sides(FINANCE)]).toEqual([['TO_ME'], []]);
    await takeAway(STREET);
    const { tasks } = (await visitor.as('street-01', 'GET', '/api/tasks')).body as { tasks: { delegation?: object }[] };
    expect(tasks.some(({ delegation }) => delegation !== undefined)).toBe(false);
  });
});
