// Before somebody tries what is their own to decide, over HTTP: the act is offered to others only, and to them comes why.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { POST_HEADER, type Post, writePost } from '../../domain/directory/post.ts';
import type { State } from '../../domain/projects/states.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger, storePaper } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { openTokenMint } from '../support/journey/token-mint.ts';
import { Visitor } from '../support/journey/visitor.ts';

const STREET: Post = { role: 'STREET', unit: '330302001' };
const FINANCE: Post = { role: 'FINANCE', unit: 'FINANCE' };
const LEADER: Post = { role: 'PRINCIPAL_LEADER', unit: 'PRINCIPAL_LEADER' };
/** The token of the mint is always this person's. */
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
beforeEach(async () => {
  for (const post of [STREET, FINANCE, LEADER]) {
    await visitor.as('operator', 'POST', '/api/grants', { personId: PERSON, ...post });
  }
});

const account = {
  ...{ bank: '温州银行', lastDigits: '0018', numberHash: 'a'.repeat(64) },
  openedOn: plainDateOf('2026-03-02'),
};
async function projectIs(state: State, projectId: string): Promise<string> {
  const project = projectIn(state, V4, projectId);
  await putInLedger(server.system.ports, { ...project, funding: { ...project.funding, account } });
  return projectId;
}

async function ask(method: string, path: string, under: Post, input?: object, seq?: number) {
  const headers = { [POST_HEADER]: writePost(under), ...(seq !== undefined && { 'if-match': `"${seq}"` }) };
  const heard = await visitor.ask(method, path, { bearer: token, headers, ...(input !== undefined && { input }) });
  return { ...heard, body: JSON.parse(heard.text) };
}

interface Offered {
  readonly allowedActs: readonly { readonly act: string }[];
  readonly heldBack: readonly { readonly act: string; readonly because: { readonly zh: string } }[];
}
const offered = ({ allowedActs, heldBack }: Offered) => ({
  may: allowedActs.map(({ act }) => act),
  not: heldBack.map(({ act, because }) => [act, because.zh]),
});

it('offers the subsidy to others than whoever booked the money, and the receipts to another clerk, and says why', async () => {
  const id = await projectIs('FUNDED', '330302-2019-0002');
  const path = `/api/projects/${id}`;
  const before = offered((await ask('GET', path, FINANCE)).body);
  expect([before.may.includes('reserve-subsidy'), before.not]).toEqual([true, []]);

  const row = { channel: 'INDIVIDUAL', amount: '1775000', creditedOn: '2026-03-02', receipt: 'R-0001' };
  const booked = await ask('POST', `${path}/acts/book-contributions`, STREET, { rows: [row] }, 1);
  const why = '本人登记的事项须由本单位另一名经办人冲销或更正。';
  expect(offered(booked.body.project).not, 'with the answer to the act').toEqual([['reverse-contribution', why]]);
  expect(offered(booked.body.project).may).not.toContain('reverse-contribution');

  const finance = await ask('GET', path, FINANCE);
  expect(offered(finance.body).may).not.toContain('reserve-subsidy');
  expect(offered(finance.body).not).toEqual([['reserve-subsidy', expect.stringContaining('申报的人不得自己决定')]]);
  const refused = await ask('POST', `${path}/acts/reserve-subsidy`, FINANCE, { budgetYear: '2026' }, 2);
  expect([refused.status, refused.body.detail]).toEqual([403, offered(finance.body).not[0]?.[1]]);
  expect(finance.text, 'who it was is told to nobody').not.toMatch(/filedBy|"p-1"/);

  const theirs = offered((await visitor.as('finance', 'GET', path)).body as unknown as Offered);
  expect([theirs.may.includes('reserve-subsidy'), theirs.not]).toEqual([true, []]);
  const colleague = offered((await visitor.as('street-01', 'GET', path)).body as unknown as Offered);
  expect([colleague.may.includes('reverse-contribution'), colleague.not]).toEqual([true, []]);
});

it('says on the list of tasks why the consent to what they reported is not theirs', async () => {
  const id = await projectIs('CONFIRMED', '330302-2019-0003');
  const input = { reportedOn: '2026-03-02', document: await storePaper(server.system.ports) };
  const reported = await ask('POST', `/api/projects/${id}/acts/report-project`, STREET, input, 1);
  expect(reported.status).toBe(200);
  const mine = await ask('GET', '/api/tasks', LEADER);
  expect(mine.body.tasks).toMatchObject([
    { projectId: id, act: 'consent-start', because: { zh: expect.stringContaining('不得自己决定') } },
  ]);
  expect(mine.text).not.toMatch(/heldBack|"p-1"/);
  const theirs = (await visitor.as('principal-leader', 'GET', '/api/tasks')).body as { tasks: object[] };
  expect(theirs.tasks).toMatchObject([{ projectId: id, act: 'consent-start' }]);
  expect(theirs.tasks[0]).not.toHaveProperty('because');
});
