// Audit and operator stand alone: neither is given to somebody who holds another role, nor another role to them, over HTTP.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import { grantPost } from '../../domain/directory/give-posts.ts';
import { POST_HEADER, type Post, writePost } from '../../domain/directory/post.ts';
import { SYSTEM } from '../../domain/parties.ts';
import { GRANTS_LEDGER } from '../../functions/portal/maintain-grants.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { openTokenMint } from '../support/journey/token-mint.ts';
import { codeOf, Visitor } from '../support/journey/visitor.ts';

const AUDIT: Post = { role: 'AUDIT', unit: 'AUDIT' };
const OPERATOR: Post = { role: 'OPERATOR', unit: 'OPERATOR' };
const STREET: Post = { role: 'STREET', unit: '330302001' };
const FINANCE: Post = { role: 'FINANCE', unit: 'FINANCE' };
const PERSON = 'p-1';

let server: TestServer;
let visitor: Visitor;
let token: string;
beforeAll(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
  visitor = new Visitor(server.origin);
  token = await (await openTokenMint(server)).right({});
});
afterAll(() => server.close());
beforeEach(() => visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`));

const give = (post: Post, until?: string, personId = PERSON) =>
  visitor.as('operator', 'POST', '/api/grants', { personId, ...post, ...(until && { until }) });
const listed = async () => (await visitor.as('operator', 'GET', '/api/grants')).body.posts;

describe('a post that stands alone', () => {
  const pairs = [
    [STREET, AUDIT],
    [AUDIT, STREET],
    [FINANCE, OPERATOR],
    [OPERATOR, FINANCE],
    [AUDIT, OPERATOR],
    [OPERATOR, AUDIT],
  ] as const;

  it.each(pairs)('is not joined: %o, then %o', async (first, second) => {
    expect((await give(first)).status).toBe(201);
    const refused = await give(second);
    expect([refused.status, refused.body.code]).toEqual([409, 'GATE_SHUT']);
    expect(refused.body.detail).toMatch(/不能再任.*(只看不办|不办业务).*请先撤销原岗位/);
    expect(refused.body.detailEn).toMatch(/cannot hold .* too: .*Take that post away first/);
    expect(await listed()).toMatchObject([{ personId: PERSON, ...first, apart: false }]);
    await visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, first);
    expect((await give(second)).status, 'once the other is taken away').toBe(201);
  });

  it('is given again until another day, and in a second unit', async () => {
    expect((await give(AUDIT)).status).toBe(201);
    expect((await give(AUDIT, '2026-12-31')).status).toBe(201);
    expect((await give({ role: 'AUDIT', unit: '审计二组' })).status).toBe(201);
    expect((await give(STREET)).status).toBe(409);
  });

  it('keeps nobody from several other posts', async () => {
    expect([(await give(STREET)).status, (await give(FINANCE)).status]).toEqual([201, 201]);
  });

  it('is no matter any more from the day after its last one', async () => {
    await give(AUDIT, '2026-03-02');
    expect((await give(STREET)).status).toBe(409);
    await server.system.advance(instantOf(Date.parse('2026-03-03T00:00:00+08:00')));
    expect((await give(STREET)).status).toBe(201);
    expect(await listed()).toMatchObject([
      { ...AUDIT, over: true, apart: false },
      { ...STREET, over: false, apart: false },
    ]);
  });

  it('is kept apart for the accounts of the demo too, which stand in no ledger', async () => {
    expect((await give(FINANCE, undefined, 'audit')).body.code).toBe('GATE_SHUT');
    expect((await give(AUDIT, undefined, 'street-01')).body.code).toBe('GATE_SHUT');
  });
});

describe('somebody who was given both before that was refused', () => {
  /** As the entry was written then. */
  async function giveAsBefore(post: Post): Promise<void> {
    const { ports } = server.system;
    const entries = await ports.ledger.read(GRANTS_LEDGER);
    const context = { at: ports.clock.now(), actor: SYSTEM, rulebook: 'grants@2', calendar: 'test' };
    const { ref, entry, consequences } = grantPost(GRANTS_LEDGER, entries, { personId: PERSON, ...post }, context);
    expect(await ports.ledger.append(ref, entry, consequences)).toBe('APPENDED');
  }
  async function ask(method: string, path: string, under?: Post, input?: object): Promise<string> {
    const headers = under && { [POST_HEADER]: writePost(under) };
    const heard = await visitor.ask(method, path, {
      bearer: token,
      ...(headers && { headers }),
      ...(input && { input }),
    });
    return heard.status < 400 ? String(heard.status) : `${heard.status} ${codeOf(heard)}`;
  }

  it('acts under one of them at a time and is marked until one is taken away', async () => {
    await giveAsBefore(AUDIT);
    await giveAsBefore(STREET);
    const neighbourhood = { name: '柑香里', code: '330302001001-31', community: '330302001001', street: '330302001' };
    expect(await ask('GET', '/api/tasks')).toBe('403 CHOOSE_POST');
    expect(await ask('POST', '/api/projects', AUDIT, { neighbourhood })).toBe('403 FORBIDDEN_ROLE');
    expect(await ask('GET', '/api/grants', AUDIT)).toBe('200');
    expect(await ask('GET', '/api/grants', STREET)).toBe('403 FORBIDDEN_ROLE');
    expect(await listed()).toMatchObject([
      { ...AUDIT, apart: true },
      { ...STREET, apart: true },
    ]);
    expect((await give(FINANCE)).body.code, 'nothing is added to it').toBe('GATE_SHUT');
    expect((await give(STREET, '2026-12-31')).body.code, 'nor made longer').toBe('GATE_SHUT');
    await visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, AUDIT);
    expect(await listed()).toMatchObject([{ ...STREET, apart: false }]);
    expect(await ask('POST', '/api/projects', undefined, { neighbourhood })).toBe('201');
  });
});
