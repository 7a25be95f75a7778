// A backup taken while the server is at work, checked, put back, and gone on with.
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { restoreBackup } from '../../../local/backup/restore-backup.ts';
import { takeBackup } from '../../../local/backup/take-backup.ts';
import { verifyBackup } from '../../../local/backup/verify-backup.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { projectIn, STREET, V4 } from '../../domain/projects/funding/step-four.ts';
import { putInLedger, storePaper } from '../../functions/funding/project-in-ledger.ts';

const TAKEN = '2026-03-02T01:00:00.000Z' as Instant;
const VIRTUAL = { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 2, 2, 1)) } as const;

let place: string;
let folder: string;
let copy: string;
let system: System;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'backup-'));
  folder = join(place, 'data');
  copy = join(place, 'copy');
  system = await open(folder);
});
afterEach(() => {
  system.close();
  rmSync(place, { recursive: true });
});

async function open(at: string): Promise<System> {
  const opened = await openSystem({ folder: at, clock: VIRTUAL, log: () => {} });
  return opened.ok ? opened.value : expect.fail(opened.refusal.says.en);
}

const idOf = (serial: number): string => `330302-2026-${String(serial).padStart(4, '0')}`;
const openProject = (serial: number) => putInLedger(system.ports, projectIn('POOL', V4, idOf(serial)));
const suspend = (over: System, serial: number) => {
  const request = { projectId: idOf(serial), actor: STREET, input: { reason: '等待资金安排' } };
  return performAct(over.ports, acts['suspend-project'] ?? expect.fail('no act'), request);
};

describe('a backup', () => {
  it('of a folder at work holds one moment whole, and what was written before it', async () => {
    await openProject(1);
    const before = await storePaper(system.ports, 'before');
    let done = false;
    let written = 1;
    const writing = (async () => {
      while (!done) {
        written += 1;
        await openProject(written);
        await storePaper(system.ports, `paper ${written}`);
      }
    })();
    const taken = await takeBackup(folder, copy, TAKEN);
    done = true;
    await writing;
    expect(taken.ok).toBe(true);
    expect(await verifyBackup(copy)).toMatchObject({ problems: [], manifest: { takenAt: TAKEN } });

    const restored = join(place, 'restored');
    expect(await restoreBackup(copy, restored)).toMatchObject({ ok: true });
    const again = await open(restored);
    expect(String(await again.ports.papers.get(before))).toBe('before');
    const kept = await again.ports.ledger.list('PROJECT');
    expect(kept).toEqual((await system.ports.ledger.list('PROJECT')).slice(0, kept.length));
    expect(kept).toContain(idOf(1));
    // Entry and read model are of the same moment.
    expect(await again.ports.views.count('project', kept.at(-1) ?? '')).toBe(1);
    expect(await again.ports.views.count('projects', 'all')).toBe(kept.length);
    // The same keys: codes and hashes that were given out hold.
    expect(again.ports.seal.keyedHash('unit', '1')).toBe(system.ports.seal.keyedHash('unit', '1'));
    again.close();
  });

  it('goes on where it stood, apart from the folder that it was taken of', async () => {
    await putInLedger(system.ports, projectIn('SURVEYED', V4, idOf(1)));
    await takeBackup(folder, copy, TAKEN);
    const restored = join(place, 'restored');
    await restoreBackup(copy, restored);
    const again = await open(restored);
    expect((await suspend(again, 1)).ok).toBe(true);
    expect(await again.ports.ledger.read({ kind: 'PROJECT', id: idOf(1) })).toHaveLength(2);
    expect(await system.ports.ledger.read({ kind: 'PROJECT', id: idOf(1) })).toHaveLength(1);
    again.close();
  });

  it('is open to nobody else on the machine', async () => {
    await storePaper(system.ports);
    await takeBackup(folder, copy, TAKEN);
    const modes = [copy, join(copy, 'jiugai.sqlite'), join(copy, 'keys')].map((path) => statSync(path).mode & 0o077);
    expect(modes).toEqual([0, 0, 0]);
  });

  it('does not bring back what was erased', async () => {
    const sha256 = await storePaper(system.ports, 'over');
    await system.ports.papers.erase(sha256);
    await takeBackup(folder, copy, TAKEN);
    expect(await verifyBackup(copy)).toMatchObject({ problems: [], manifest: { papers: 0 } });
  });

  it('that lost a byte says which, and is not restored', async () => {
    const sha256 = await storePaper(system.ports);
    await openProject(1);
    await takeBackup(folder, copy, TAKEN);
    const paper = join(copy, 'papers', sha256.slice(0, 2), sha256.slice(2));
    truncateSync(paper, 1);
    expect((await verifyBackup(copy)).problems.map(({ en }) => en)).toEqual([
      `paper ${sha256} is missing or has been changed`,
    ]);
    const refused = await restoreBackup(copy, join(place, 'restored'));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'GATE_SHUT' } });
    expect(readdirSync(place)).not.toContain('restored');

    truncateSync(join(copy, 'jiugai.sqlite'), 4096);
    expect((await verifyBackup(copy)).problems).toHaveLength(1);
    rmSync(join(copy, 'backup.json'));
    expect((await verifyBackup(copy)).problems[0]?.en).toContain('no whole backup');
  });

  it('writes over nothing, neither taken nor restored', async () => {
    await takeBackup(folder, copy, TAKEN);
    expect(await takeBackup(folder, copy, TAKEN)).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
    const full = mkdtempSync(join(place, 'full-'));
    writeFileSync(join(full, 'jiugai.sqlite'), 'mine');
    expect(await restoreBackup(copy, full)).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
    expect(readdirSync(full)).toEqual(['jiugai.sqlite']);
  });
});
