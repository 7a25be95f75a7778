// Drills of the peers' breaks: a calendar, a read model, a link, a key.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { addWorkingDays, type Calendar, shippedCalendar, withOverrides } from '../../domain/calendar/working-days.ts';
import { loadProject } from '../../functions/runtime/load-project.ts';
import { routesOf } from '../../local/routes.ts';
import { openSystem } from '../../local/system.ts';
import { projectIn } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer } from '../support/journey/running-server.ts';
import { openStagedSystem } from '../support/journey/staged-system.ts';

it('an extension that itself hits a holiday: it runs on to the next working day', () => {
  const off = (...days: readonly string[]) =>
    withOverrides(
      shippedCalendar,
      days.map((day) => ({ date: plainDateOf(day), kind: 'OFF', source: '区政府通告', enteredBy: 'operator' })),
    );
  const lastDay = (calendar: Calendar) => {
    const period = addWorkingDays(calendar, plainDateOf('2026-04-23'), 5);
    return period.status === 'FIXED' ? period.endsOn : period.status;
  };
  // Five days end on the last day before the holidays of May; one day off more, and they end behind all of them.
  expect(lastDay(shippedCalendar)).toBe('2026-04-30');
  expect(lastDay(off('2026-04-29'))).toBe('2026-05-06');
  expect(lastDay(off('2026-04-29', '2026-05-06'))).toBe('2026-05-07');
});

it('read model behind the ledger: whoever acts sees the ledger, and the row catches up', async () => {
  const staged = await openStagedSystem();
  const { ports } = staged.system;
  await staged.stage.playUntil('SURVEYED');
  const { projectId, head } = await staged.stage.project();
  // The row as it was before the last entry, as a read model that lags shows it.
  const { database } = staged.system.stored;
  database.connection
    .prepare(
      "UPDATE view_rows SET value = json_set(value, '$.state', 'POOL', '$.head.seq', 1), seq = 1 WHERE view_name = 'project'",
    )
    .run();
  const seen = await loadProject(ports, projectId);
  expect([seen?.state, seen?.head.seq]).toEqual(['SURVEYED', head.seq]);
  await staged.stage.playUntil('CONSULTING');
  expect((await ports.views.get('project', projectId, ''))?.value).toMatchObject({ state: 'CONSULTING' });
  staged.close();
});

it('link opened by a mail scanner (GET never acts): no GET of any route changes anything', async () => {
  const server = await runServer('2026-03-02T09:00:00+08:00');
  const { database } = server.system.stored;
  const { system } = server;
  await system.idle();
  // What the running server itself writes down, such as rounds and sessions, is no consequence of a look.
  const state = () =>
    ['entries', 'waits', 'starts', 'outbox', 'papers'].map(
      (table) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n,
    );
  const before = state();
  for (const { method, path } of routesOf(system).filter((route) => route.method === 'GET')) {
    const at = path.replaceAll(/\{\w+\}/g, '330302-2026-0001');
    for (const how of ['GET', 'HEAD']) await fetch(new URL(at, server.origin), { method: how });
    expect(method).toBe('GET');
  }
  for (const path of [
    '/',
    '/status',
    '/reference',
    '/p/v/x',
    '/p/n/x',
    '/p/n/x/own',
    '/p/n/x/objection',
    '/oidc/invitation?token=x',
  ]) {
    await fetch(new URL(path, server.origin));
  }
  await system.idle();
  expect(state()).toEqual(before);
  await server.close();
});

it('key missing when sealing: it does not start, and makes no other in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-keys-'));
  const open = () => openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
  const first = await open();
  if (!first.ok) expect.fail(first.refusal.says.en);
  await putInLedger(first.value.ports, projectIn('POOL'));
  first.value.close();
  for (const key of ['seal-secret', 'seal-0001.pem']) {
    const path = join(folder, 'keys', key);
    renameSync(path, `${path}.away`);
    await expect(open()).rejects.toMatchObject({ code: 'CORRUPT', says: { zh: expect.stringContaining('印章密钥') } });
    expect(existsSync(path)).toBe(false);
    renameSync(`${path}.away`, path);
  }
  const again = await open();
  if (!again.ok) expect.fail(again.refusal.says.en);
  again.value.close();
  rmSync(folder, { recursive: true });
});
