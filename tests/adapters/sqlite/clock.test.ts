// The virtual clock: kept in the file, never going back, and marking a folder as a rehearsal for good.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRehearsal } from '../../../adapters/sqlite/clock.ts';
import { openSqlitePorts, type SqlitePortsOptions } from '../../../adapters/sqlite/ports.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { entryAfter } from '../../support/ports/entries.ts';
import { RENOVATION_ARN, RecordingEngine } from '../../support/ports/recording-engine.ts';

const MARCH = instantOf(Date.UTC(2026, 2, 2, 1));
const APRIL = instantOf(Date.UTC(2026, 3, 2, 1));
const VIRTUAL = { virtualFrom: MARCH } as const;

let folder: string;
const closes: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
});
afterEach(() => {
  for (const close of closes.splice(0)) close();
  rmSync(folder, { recursive: true });
});

async function open(clock: SqlitePortsOptions<RecordingEngine>['clock']) {
  const opened = await openSqlitePorts({
    folder,
    clock,
    engine: () => new RecordingEngine(() => 0),
    renovationMachineArn: RENOVATION_ARN,
    newId: () => 'id',
  });
  if (opened.ok) closes.push(opened.value.close);
  return opened;
}

async function opened(clock: SqlitePortsOptions<RecordingEngine>['clock']) {
  const outcome = await open(clock);
  if (!outcome.ok) throw new Error(outcome.refusal.says.en);
  return outcome.value;
}

async function openedVirtual() {
  const { virtualClock, ...rest } = await opened(VIRTUAL);
  if (!virtualClock) throw new Error('no virtual clock');
  return { virtualClock, ...rest };
}

async function openProject(ledger: Awaited<ReturnType<typeof opened>>['ports']['ledger']) {
  const ref = { kind: 'PROJECT', id: '330302-2026-0017' } as const;
  await ledger.append(ref, entryAfter(ref), NO_CONSEQUENCES);
}

describe('virtual clock', () => {
  it('stands still until it is moved', async () => {
    const { ports, virtualClock } = await openedVirtual();
    expect(ports.clock.now()).toBe(MARCH);
    expect(await virtualClock.moveTo(APRIL)).toEqual({ ok: true, value: APRIL });
    expect(ports.clock.now()).toBe(APRIL);
  });

  it('refuses to go back', async () => {
    const { ports, virtualClock } = await openedVirtual();
    await virtualClock.moveTo(APRIL);
    expect(await virtualClock.moveTo(MARCH)).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
    expect(ports.clock.now()).toBe(APRIL);
  });

  it('goes on from where it stood when the folder is opened again', async () => {
    const before = await openedVirtual();
    await before.virtualClock.moveTo(APRIL);
    before.close();
    expect((await openedVirtual()).ports.clock.now()).toBe(APRIL);
  });
});

describe('rehearsal mark', () => {
  it('is absent from a folder that only ever ran on the real clock', async () => {
    const { database, virtualClock } = await opened('REAL');
    expect(isRehearsal(database)).toBe(false);
    expect(virtualClock).toBeUndefined();
  });

  it('stays for good, also on the real clock and with projects', async () => {
    const rehearsal = await openedVirtual();
    expect(isRehearsal(rehearsal.database)).toBe(true);
    await openProject(rehearsal.ports.ledger);
    rehearsal.close();
    const real = await opened('REAL');
    expect(isRehearsal(real.database)).toBe(true);
    real.close();
    expect((await open(VIRTUAL)).ok).toBe(true);
  });

  it('is refused by a folder with real projects, which stays as it is', async () => {
    const real = await opened('REAL');
    await openProject(real.ports.ledger);
    real.close();
    expect(await open(VIRTUAL)).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
    expect(isRehearsal((await opened('REAL')).database)).toBe(false);
  });
});
