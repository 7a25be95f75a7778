// A reminder from the dashboard: to whoever's turn it is, once a day, by the outbox, and from the Office only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import { Desk } from '../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';

const PROJECT_ID = '330302-2019-0001';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await runServer('2026-03-30T09:00:00+08:00');
  desk = new Desk(server.origin, DEMO_PASSWORD);
  await putInLedger(server.system.ports, projectIn('REPORTED', V4, PROJECT_ID));
});
afterAll(() => server.close());

const remind = (account: string, projectId = PROJECT_ID) =>
  desk.send<{ code?: string }>(account, 'POST', `/api/projects/${projectId}/reminders`, { input: {} });

describe('a reminder', () => {
  it('goes to the unit whose turn it is, and says what is due', async () => {
    const sent = await remind('renovation-office');
    expect(sent).toMatchObject({
      status: 201,
      body: { act: 'consent-start', owner: 'PRINCIPAL_LEADER', unit: 'PRINCIPAL_LEADER', dueOn: '2026-03-22' },
    });
  });

  it('is sent once a day, and again on the next', async () => {
    expect((await remind('renovation-office-2')).body.code).toBe('NOT_NOW');
    await server.system.advance(instantOf(Date.UTC(2026, 2, 31, 1)));
    expect((await remind('renovation-office')).status).toBe(201);
  });

  it.each(['street-01', 'finance', 'audit', 'operator'])('is not sent by %s', async (account) => {
    expect((await remind(account)).body.code).toBe('FORBIDDEN_ROLE');
  });

  it('is not sent where a date is waited for, nor for a project that there is not', async () => {
    await putInLedger(server.system.ports, projectIn('IN_WARRANTY', V4, '330302-2019-0002'));
    expect((await remind('renovation-office', '330302-2019-0002')).body.code).toBe('NOT_NOW');
    expect((await remind('renovation-office', '330302-2019-0999')).body.code).toBe('NOT_FOUND');
  });
});
