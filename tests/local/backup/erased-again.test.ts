// An old backup brings back what has been erased since: it is erased again before anybody is shown anything.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { findChainBreak } from '../../../domain/ledger.ts';
import { importRoster } from '../../../functions/intake/import-roster.ts';
import { receiveUpload } from '../../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../../functions/intake/request-upload.ts';
import { loadRosterHistory } from '../../../functions/runtime/append-roster-entry.ts';
import { privacyLedger } from '../../../functions/runtime/privacy-ledger.ts';
import { RESTORED, restoreBackup } from '../../../local/backup/restore-backup.ts';
import { takeBackup } from '../../../local/backup/take-backup.ts';
import { samplePdf } from '../../../local/seed/sample-pdf.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { projectIn, STREET, V4 } from '../../domain/projects/funding/step-four.ts';
import { putInLedger } from '../../functions/funding/project-in-ledger.ts';
import { NEIGHBOURHOOD } from '../../support/journey/street-server.ts';
import { roster, rowWith } from '../../support/papers/spreadsheets.ts';

const CLOSED = Date.UTC(2026, 2, 2, 1);
const DAY = 86_400_000;
const LATER = '2027-04-01';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'erased-again-'));
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'], now: CLOSED });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(place, { recursive: true });
});

async function open(folder: string): Promise<System> {
  const opened = await openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
  return opened.ok ? opened.value : expect.fail(opened.refusal.says.en);
}

async function upload({ ports }: System, bytes: Uint8Array): Promise<string> {
  const { uploadId } = await requestUpload(ports, { actor: STREET });
  const received = await receiveUpload(ports, { uploadId, bytes });
  return received.ok ? received.value.sha256 : expect.fail(received.refusal.says.en);
}

it('erases again what was erased after the backup was taken, before the folder is open to anybody', async () => {
  const system = await open(join(place, 'data'));
  const { ports } = system;
  const closed = { ...projectIn('OWNER_MAINTENANCE', V4, '330302-2026-0099'), neighbourhood: NEIGHBOURHOOD };
  await putInLedger(ports, { ...closed, since: ports.clock.now() });
  const sha256 = await upload(system, await roster([rowWith({})]));
  const imported = await importRoster(ports, { actor: STREET, neighbourhood: NEIGHBOURHOOD, sha256 });
  expect(imported.ok).toBe(true);
  const [people] = (await loadRosterHistory(ports, NEIGHBOURHOOD.code)).imports;
  const unused = await upload(system, samplePdf('an identity card'));
  const papers = [String(people?.vault), String(people?.source), unused];
  const areKept = ({ ports: own }: System) =>
    Promise.all(papers.map(async (paper) => (await own.papers.get(paper)) !== undefined));
  expect(await areKept(system)).toEqual([true, true, true]);
  await takeBackup(join(place, 'data'), join(place, 'copy'), instantOf(CLOSED) as Instant);
  system.close();

  vi.setSystemTime(Date.parse(`${LATER}T09:00:00+08:00`));
  const restored = join(place, 'restored');
  expect(await restoreBackup(join(place, 'copy'), restored)).toMatchObject({ ok: true });
  expect(existsSync(join(restored, RESTORED))).toBe(true);
  const again = await open(restored);
  expect(await areKept(again)).toEqual([false, false, false]);
  expect(existsSync(join(restored, RESTORED))).toBe(false);
  // The register says so of this folder too, and its ledgers are sound.
  const day = privacyLedger(LATER);
  const told = await again.ports.ledger.read(day);
  expect(told.map(({ act, payload }) => [act, payload.papers])).toEqual([['erase', papers.slice(0, 2)]]);
  expect(findChainBreak(day, told)).toBeUndefined();
  expect((await loadRosterHistory(again.ports, NEIGHBOURHOOD.code)).imports).toHaveLength(1);
  again.close();
});

it('does not open a folder whose erasures cannot be done', async () => {
  const system = await open(join(place, 'data'));
  const unused = await upload(system, samplePdf('an identity card'));
  await takeBackup(join(place, 'data'), join(place, 'copy'), instantOf(CLOSED) as Instant);
  system.close();
  const restored = join(place, 'restored');
  await restoreBackup(join(place, 'copy'), restored);
  vi.setSystemTime(CLOSED + 100 * DAY);
  // Where its bytes lie, something stands that is not taken away like a file.
  const path = join(restored, 'papers', unused.slice(0, 2), unused.slice(2));
  rmSync(path);
  mkdirSync(path);
  await expect(openSystem({ folder: restored, clock: { kind: 'REAL' }, log: () => {} })).rejects.toThrow();
  expect(existsSync(join(restored, RESTORED))).toBe(true);
});
