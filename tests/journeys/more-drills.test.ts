// Drills of the peers' breaks that no other test shows, and the list of all of them held against the tests.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { addWorkingDays, type Calendar, shippedCalendar, withOverrides } from '../../domain/calendar/working-days.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { importRoster } from '../../functions/intake/import-roster.ts';
import { openStack } from '../../functions/intake/scan/open-stack.ts';
import { findUpload } from '../../functions/intake/upload-record.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { loadProject } from '../../functions/runtime/load-project.ts';
import { routesOf } from '../../local/routes.ts';
import { openSystem } from '../../local/system.ts';
import { projectIn } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer } from '../support/journey/running-server.ts';
import { openStagedSystem } from '../support/journey/staged-system.ts';
import { roster, rowWith } from '../support/papers/spreadsheets.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';
import { OUYUAN, PROJECT, STREET, uploadStack } from '../support/scans/filing-desk.ts';
import { pdfOfObjects } from '../support/scans/hostile-files.ts';
import { PEER_DRILLS } from './peer-drills.ts';

const TESTS = join(import.meta.dirname, '..');

describe('the drills of the peers', () => {
  it.each(PEER_DRILLS)('$drill', ({ shown }) => {
    expect(shown.length).toBeGreaterThan(0);
    for (const [file, title] of shown) {
      expect(existsSync(join(TESTS, file)), file).toBe(true);
      expect(readFileSync(join(TESTS, file), 'utf8'), `${file} shows it`).toContain(title);
    }
  });
});

describe('on a desk', () => {
  let fake: FakePorts;
  beforeEach(() => {
    fake = fakePorts();
  });
  afterEach(() => fake.close());

  const BY = { actor: STREET, neighbourhood: OUYUAN };
  async function importRows(rows: Parameters<typeof roster>[0]): Promise<void> {
    const upload = await findUpload(fake.ports, await uploadStack(fake.ports, STREET, await roster(rows)));
    const imported = await importRoster(fake.ports, { ...BY, sha256: upload?.state === 'STORED' ? upload.sha256 : '' });
    if (!imported.ok) expect.fail(imported.refusal.says.en);
  }
  async function freeze(ballot: 'WILLINGNESS' | 'PLAN') {
    const frozen = await freezeRoll(fake.ports, { ...BY, projectId: PROJECT, ballot });
    return frozen.ok ? frozen.value : expect.fail(frozen.refusal.says.en);
  }
  const rollOf = async (rollHash: string) => {
    const roll = await loadFrozenRoll(fake.ports, OUYUAN.code, rollHash);
    return roll.ok ? roll.value : expect.fail(roll.refusal.says.en);
  };

  /** `owners` flats of one owner each that have `area` ㎡ together. */
  function flats(owners: number, area: string) {
    const cents = Math.round(Number(area) * 100);
    const each = Math.floor(cents / owners);
    return Array.from({ length: owners }, (_, index) => {
      const own = index === 0 ? cents - each * (owners - 1) : each;
      const room = String(101 + index);
      return rowWith({ 2: room, 3: (own / 100).toFixed(2), 4: null, 5: `业主${index}`, 6: null, 7: null });
    });
  }

  it('a roll that changes between two ballots: each is counted on its own', async () => {
    await importRows(flats(403, '66783.97'));
    const first = await freeze('WILLINGNESS');
    await importRows(flats(401, '66067.85'));
    const second = await freeze('PLAN');
    expect([first.households, first.area]).toEqual([403, '66783.97']);
    expect([second.households, second.area]).toEqual([401, '66067.85']);
    expect((await rollOf(first.rollHash)).totals).toMatchObject({ households: 403, area: '66783.97' });
    expect((await rollOf(second.rollHash)).totals).toMatchObject({ households: 401, area: '66067.85' });
  });

  it('a flat that is sold during the ballot: the roll stays as it was frozen, the next one has the new owner', async () => {
    await importRows([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
    const frozen = await freeze('PLAN');
    const before = await rollOf(frozen.rollHash);
    await importRows([rowWith({ 5: '买主', 6: null, 7: null }), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
    expect(await rollOf(frozen.rollHash)).toEqual(before);
    expect((await freeze('PLAN')).rollHash).not.toBe(frozen.rollHash);
  });

  it('a counter that leaks, or falls below zero: it is the number of rows, whatever is written in whatever order', async () => {
    const { views } = fake.ports;
    const write = (sort: string, value: { n: number } | null, seq: number) =>
      views.write([{ view: 'v', partition: 'p', sort, value, watermark: { ledger: `l/${sort}`, seq } }]);
    // Taken away before it was there, twice, late, and come back.
    await write('a', null, 2);
    await write('a', null, 2);
    await write('a', { n: 1 }, 1);
    expect(await views.count('v', 'p')).toBe(0);
    await write('b', { n: 1 }, 1);
    await write('b', { n: 1 }, 1);
    await write('a', { n: 2 }, 3);
    expect(await views.count('v', 'p')).toBe(2);
    for (const sort of ['a', 'b', 'a', 'b']) await write(sort, null, 9);
    expect([await views.count('v', 'p'), (await views.query('v', 'p')).rows.length]).toEqual([0, 0]);
  });

  it('a signed PDF: it is opened like any other, and its bytes stay as they were signed', async () => {
    const signed = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>',
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/P 3 0 R/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>>>>>',
    ]);
    expect((await openStack(signed)).pages).toHaveLength(1);
    const upload = await findUpload(fake.ports, await uploadStack(fake.ports, STREET, signed));
    if (upload?.state !== 'STORED') expect.fail('not stored');
    expect(Buffer.from((await fake.ports.papers.get(upload.sha256)) ?? []).equals(signed)).toBe(true);
  });
});

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

it('a read model behind the ledger: whoever acts sees the ledger, and the row catches up', async () => {
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

it('a link opened by a mail scanner: no GET of any route changes anything', { timeout: 60_000 }, async () => {
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

it('a key that is missing when something is sealed: it does not start, and makes no other in its place', async () => {
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
