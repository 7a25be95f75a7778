// Tasks handed to a colleague, over HTTP: on both lists, for a time, taken back, seen by audit; and nobody's rights grow by it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { findChainBreak } from '../../domain/ledger.ts';
import { Desk } from '../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';

interface Task {
  readonly projectId: string;
  readonly act: string;
  readonly delegation?: {
    readonly side: string;
    readonly byName: string;
    readonly toName: string;
    readonly until: string;
  };
}

const GIVE = '/api/tasks/delegations';
const TAKE_BACK = '/api/tasks/delegations/take-back';
const DAY = '2026-03-02';
const UNTIL = '2026-03-06';

let server: TestServer;
let desk: Desk;
let serial = 0;
let task: { readonly projectId: string; readonly act: string };

beforeAll(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
  desk = new Desk(server.origin, DEMO_PASSWORD);
});
afterAll(() => server.close());

/** A neighbourhood of its own for each test: its first task is the street's survey. */
beforeEach(async () => {
  serial += 1;
  const code = `330302001001-${String(serial).padStart(2, '0')}`;
  const { projectId } = await desk.post<{ projectId: string }>('street-01', '/api/projects', {
    neighbourhood: { name: `桂柑${serial}村`, code, community: '330302001001', street: '330302001' },
  });
  task = { projectId, act: 'record-survey' };
});

const send = (account: string, path: string, input: object) =>
  desk.send<{ code?: string; errors?: { path: string }[] }>(account, 'POST', path, { input });
const give = (account = 'street-01', more: object = {}) =>
  send(account, GIVE, { ...task, to: 'street-01-2', until: UNTIL, ...more });

async function taskOf(account: string): Promise<Task | undefined> {
  const { tasks } = await desk.get<{ tasks: readonly Task[] }>(account, '/api/tasks');
  return tasks.find(({ projectId }) => projectId === task.projectId);
}

describe('a task handed to a colleague', () => {
  it('is offered to those of the same role and unit only', async () => {
    const { colleagues } = await desk.get<{ colleagues: { id: string }[] }>('street-01', '/api/colleagues');
    expect(colleagues.map(({ id }) => id)).toEqual(['street-01-2']);
  });

  it('stands on both lists, each with the name of the other', async () => {
    expect((await give()).status).toBe(201);
    expect((await taskOf('street-01'))?.delegation).toEqual({
      side: 'BY_ME',
      byName: '五马街道经办',
      toName: '五马街道复核',
      until: UNTIL,
    });
    expect((await taskOf('street-01-2'))?.delegation).toMatchObject({ side: 'TO_ME', byName: '五马街道经办' });
  });

  it('is taken back by who gave it, or given back by who has it', async () => {
    await give();
    expect((await send('street-01', TAKE_BACK, task)).status).toBe(201);
    expect((await taskOf('street-01-2'))?.delegation).toBeUndefined();
    await give();
    expect((await send('street-01-2', TAKE_BACK, task)).status).toBe(201);
    expect((await taskOf('street-01'))?.delegation).toBeUndefined();
    expect((await send('street-01', TAKE_BACK, task)).body.code).toBe('NOT_NOW');
  });

  it('cannot be given on: it has to be taken back first', async () => {
    await give();
    expect((await give('street-01-2', { to: 'street-01' })).body.code).toBe('NOT_NOW');
  });

  it('comes back by itself when its last day is over', async () => {
    const own = await runServer('2026-03-02T09:00:00+08:00');
    const clerk = new Desk(own.origin, DEMO_PASSWORD);
    const neighbourhood = { name: '锦春坊', code: '330302001001-01', community: '330302001001', street: '330302001' };
    const { projectId } = await clerk.post<{ projectId: string }>('street-01', '/api/projects', { neighbourhood });
    await clerk.post('street-01', GIVE, { projectId, act: 'record-survey', to: 'street-01-2', until: '2026-03-03' });
    const given = async () => {
      const { tasks } = await clerk.get<{ tasks: readonly Task[] }>('street-01-2', '/api/tasks');
      return tasks[0]?.delegation;
    };
    for (const [to, side] of [
      ['2026-03-03T23:59:00+08:00', 'TO_ME'],
      ['2026-03-04T00:00:00+08:00', undefined],
    ] as const) {
      await own.system.advance(new Date(to).toISOString() as Parameters<typeof own.system.advance>[0]);
      expect((await given())?.side).toBe(side);
    }
    await own.close();
  });

  it('is seen by the auditors, in a chain, and by nobody else', async () => {
    await give();
    await send('street-01-2', TAKE_BACK, task);
    const { entries } = await desk.get<{ entries: object[] }>('audit', '/api/delegations');
    expect(entries.slice(0, 2)).toMatchObject([
      { act: 'take-back-task', by: 'street-01-2', projectId: task.projectId, task: 'record-survey' },
      { act: 'delegate-task', by: 'street-01', to: 'street-01-2', until: UNTIL, unit: '330302001' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('五马');
    expect((await desk.send('street-01', 'GET', '/api/delegations')).status).toBe(403);
    const ref = { kind: 'DELEGATIONS', id: 'STREET#330302001' } as const;
    expect(findChainBreak(ref, await server.system.ports.ledger.read(ref))).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each([
    ['another street', 'street-02', 'FORBIDDEN_UNIT'],
    ['another role', 'finance', 'FORBIDDEN_UNIT'],
    ['nobody', 'street-99', 'FORBIDDEN_UNIT'],
    ['oneself', 'street-01', 'MALFORMED'],
  ])('is giving it to %s', async (_, to, code) => {
    expect((await give('street-01', { to })).body.code).toBe(code);
  });

  it('is giving what is not one’s own: of another unit, or not due now', async () => {
    expect((await give('street-02', { to: 'street-02-2' })).body.code).toBe('FORBIDDEN_UNIT');
    expect((await give('renovation-office', { to: 'renovation-office-2' })).body.code).toBe('NOT_NOW');
    expect((await give('street-01', { act: 'open-account' })).body.code).toBe('NOT_NOW');
  });

  it.each(['2026-03-01', '2026-06-01', '2026-02-30'])('is a last day of %s', async (until) => {
    expect((await give('street-01', { until })).body.code).toBe('MALFORMED');
  });
});

describe('separation of duties', () => {
  it('holds: what the colleague records with the task in hand is theirs, and only another takes it back', async () => {
    const account = { bank: '温州银行', lastDigits: '0018', numberHash: 'a'.repeat(64), openedOn: plainDateOf(DAY) };
    const project = projectIn('ACCOUNT_OPENED', V4, '330302-2019-0002');
    const neighbourhood = { ...project.neighbourhood, street: '330302001' };
    await putInLedger(server.system.ports, { ...project, neighbourhood, funding: { ...project.funding, account } });
    task = { projectId: project.projectId, act: 'book-contributions' };
    expect((await give()).status).toBe(201);

    const row = { channel: 'INDIVIDUAL', amount: '100', creditedOn: DAY, receipt: 'R-0001' };
    const booked = await desk.tryAct('street-01-2', task.projectId, task.act, { rows: [row] });
    expect(booked.status).toBe(200);
    const reverse = (by: string) =>
      desk.tryAct(by, task.projectId, 'reverse-contribution', { receipt: 'R-0001', reason: '金额有误' });
    expect(await reverse('street-01-2')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ROLE' } });
    expect((await reverse('street-01')).status).toBe(200);
    const entries = await server.system.ports.ledger.read({ kind: 'PROJECT', id: task.projectId });
    expect(entries.map(({ act, actor }) => [act, actor.id]).slice(-2)).toEqual([
      ['book-contributions', 'street-01-2'],
      ['reverse-contribution', 'street-01'],
    ]);
  });

  it('holds: the consent of the principal leader is given away to nobody', async () => {
    const project = await putInLedger(server.system.ports, projectIn('REPORTED', V4, '330302-2019-0001'));
    task = { projectId: project.projectId, act: 'consent-start' };
    const given = await give('principal-leader', { to: 'street-01-2' });
    expect(given).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ROLE' } });
  });
});
