// Somebody with several posts, over HTTP: says under which one, never acts under one that is not held now, and decides
// under none what they have filed under another.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST_HEADER, type Post, writePost } from '../../domain/directory/post.ts';
import { describeDutiesOfPosts } from './posts/duties.ts';
import { describePostsNotHeld } from './posts/not-held.ts';
import { FINANCE, OTHER_STREET, openSomebody, PERSON, REFUSED, type Somebody, STREET } from './posts/somebody.ts';

const WATER: Post = { role: 'UTILITY', unit: '温州市水务集团' };

let somebody: Somebody;
beforeAll(async () => {
  somebody = await openSomebody();
});
afterAll(() => somebody.close());
beforeEach(() => somebody.leaveAll());

describe('somebody with one post', () => {
  it('has nothing to say, and may say it', async () => {
    await somebody.give(STREET);
    expect((await somebody.ask('GET', '/api/tasks')).said).toBe('200');
    expect((await somebody.ask('GET', '/api/tasks', STREET)).said).toBe('200');
  });
});

describe('somebody with several posts', () => {
  beforeEach(async () => {
    for (const post of [STREET, FINANCE, WATER]) await somebody.give(post);
  });

  it('is asked which one, and told nothing else', async () => {
    const asked = await somebody.ask('GET', '/api/tasks');
    expect(asked.said).toBe(REFUSED.CHOOSE);
    expect(asked.text).not.toMatch(/330302001|FINANCE|水务|p-1/);
    expect((await somebody.open(1, STREET.unit)).said).toBe(REFUSED.CHOOSE);
  });

  it('learns from the API which ones they hold, before one is chosen', async () => {
    await somebody.give(FINANCE, '2026-12-31');
    const { text } = await somebody.ask('GET', '/api/me');
    expect(JSON.parse(text)).toEqual({ posts: [STREET, WATER, { ...FINANCE, until: '2026-12-31' }] });
    expect((await somebody.visitor.ask('GET', '/api/me')).status).toBe(401);
  });

  it('acts under the one that is said, with its rights and no others', async () => {
    expect((await somebody.open(2, STREET.unit, STREET)).said).toBe('201');
    const refused = await somebody.open(3, STREET.unit, FINANCE);
    expect(refused.said).toBe('403 FORBIDDEN_ROLE');
    expect(JSON.parse(refused.text).detailEn).toContain('Switch to that post of yours.');
    const [entry] = (await somebody.server.system.ports.ledger.read({ kind: 'PROJECT', id: '330302-2026-0001' })).slice(
      -1,
    );
    expect(entry?.actor).toEqual({ id: PERSON, ...STREET });
  });

  it('may hold one of a unit with a Chinese name', async () => {
    expect((await somebody.ask('GET', '/api/tasks', WATER)).said).toBe('200');
  });

  it('hears of changes and takes papers away under the one that is said', async () => {
    const stream = await fetch(new URL('/api/stream', somebody.server.origin), {
      headers: { authorization: `Bearer ${somebody.token}`, [POST_HEADER]: writePost(STREET) },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stream.body?.cancel();
    expect((await somebody.ask('GET', '/api/stream')).said).toBe(REFUSED.CHOOSE);
    expect((await somebody.ask('GET', '/api/projects/export', STREET)).said).toBe('200');
    expect((await somebody.ask('GET', '/api/projects/export')).said).toBe(REFUSED.CHOOSE);
  });

  it('sends the same key under another post for another request', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const body = { projectId: '330302-2026-0099', act: 'record-survey', to: 'street-01', until: '2026-03-03' };
    const send = (under: Post) => somebody.ask('POST', '/api/tasks/delegations', under, body, key);
    const first = await send(STREET);
    expect((await send(STREET)).headers.get('idempotency-replayed')).toBe('true');
    const other = await send(FINANCE);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
    expect([first.status, other.status]).toEqual([404, 404]);
  });
});

describePostsNotHeld(() => somebody);

describe('the operator', () => {
  it('sees who holds what until when, and every entry of it', async () => {
    await somebody.give(STREET);
    await somebody.give(FINANCE, '2026-12-31');
    await somebody.takeAway(STREET);
    const { body } = await somebody.visitor.as('operator', 'GET', '/api/grants');
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
    await somebody.give(STREET);
    await somebody.give(FINANCE);
    expect((await somebody.takeAway(OTHER_STREET)).status).toBe(404);
    expect(
      (await somebody.visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, { role: 'STREET' })).status,
    ).toBe(422);
    expect((await somebody.visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, {})).status).toBe(200);
    expect((await somebody.visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, {})).status).toBe(404);
    expect((await somebody.ask('GET', '/api/me')).said).toBe('401 UNAUTHENTICATED');
  });
});

describe('the demo account of two streets', () => {
  it('sees the projects of the street that it says, and is asked when it says none', async () => {
    await somebody.open(1, OTHER_STREET.unit);
    const neighbourhood = { name: '松鹤里', code: '330302002001-01', community: '330302002001', street: '330302002' };
    await somebody.visitor.as('street-02', 'POST', '/api/projects', { neighbourhood });
    const namesUnder = async (street: string) => {
      const said = { [POST_HEADER]: writePost({ role: 'STREET', unit: street }) };
      const { body } = await somebody.visitor.as('street-02-03', 'GET', '/api/projects', undefined, said);
      return (body.projects as { name: string }[]).map(({ name }) => name);
    };
    expect((await somebody.visitor.as('street-02-03', 'GET', '/api/projects')).body.code).toBe('CHOOSE_POST');
    expect(await namesUnder('330302002')).toEqual(['松鹤里']);
    expect(await namesUnder('330302003')).toEqual([]);
  });
});

describeDutiesOfPosts(() => somebody);
