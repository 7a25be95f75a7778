// What only one machine promises: an entry and all that follows from it are in the file together, or not at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { sqliteLedger } from '../../../adapters/sqlite/ledger.ts';
import { createSchema } from '../../../adapters/sqlite/schema.ts';
import type { LedgerRef } from '../../../domain/ledger.ts';
import { type Consequences, NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { chainOf, entryAfter } from '../../support/ports/entries.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const PROJECT = '330302-2026-0017';
const REF: LedgerRef = { kind: 'PROJECT', id: PROJECT };

const CONSEQUENCES: Consequences = {
  views: [
    {
      view: 'projects',
      partition: '330302001',
      sort: PROJECT,
      value: { step: 3 },
      watermark: { ledger: `PROJECT/${PROJECT}`, seq: 1 },
    },
  ],
  messages: [{ messageId: 'm-1', to: { role: 'STREET', unit: '330302001' }, template: 'task-opened', values: {} }],
  signals: [
    { kind: 'RESOLVE', projectId: PROJECT, outcomes: { 'confirm-plan': 'passed' } },
    { kind: 'START', projectId: PROJECT, step: 4, generation: 1 },
  ],
};

describe('an entry with consequences', () => {
  let fake: FakePorts;
  beforeEach(async () => {
    fake = fakePorts();
    await fake.ports.workflow.open(
      { projectId: PROJECT, wait: 'confirm-plan', execution: `${PROJECT}-3-1`, openedAt: fake.ports.clock.now() },
      'token-1',
    );
  });
  afterEach(() => fake.close());

  const written = async () => ({
    entries: (await fake.ports.ledger.read(REF)).length,
    rows: await fake.ports.views.count('projects', '330302001'),
    messages: await fake.ports.outbox.pending(),
    waits: (await fake.ports.workflow.listWaiting(PROJECT)).length,
    generation: await fake.ports.workflow.latestGeneration(PROJECT),
  });

  it('stands in the ledger together with its rows, messages and signals', async () => {
    expect(await fake.ports.ledger.append(REF, entryAfter(REF), CONSEQUENCES)).toBe('APPENDED');
    expect(await written()).toEqual({ entries: 1, rows: 1, messages: 1, waits: 0, generation: 1 });
    expect(fake.engine.answers).toEqual([{ taskToken: 'token-1', output: '{"outcome":"passed"}' }]);
  });

  it('leaves nothing of the consequences when somebody else was first', async () => {
    await fake.ports.ledger.append(REF, entryAfter(REF, undefined, 'first'), NO_CONSEQUENCES);
    expect(await fake.ports.ledger.append(REF, entryAfter(REF), CONSEQUENCES)).toBe('STALE');
    expect(await written()).toEqual({ entries: 1, rows: 0, messages: 0, waits: 1, generation: 0 });
    expect(fake.engine.answers).toEqual([]);
  });

  it('is not written when the engine refuses a signal, and neither is anything else of it', async () => {
    fake.engine.startExecution = () => {
      throw new Error('state machine does not exist');
    };
    await expect(fake.ports.ledger.append(REF, entryAfter(REF), CONSEQUENCES)).rejects.toThrow('does not exist');
    expect(await written()).toEqual({ entries: 0, rows: 0, messages: 0, waits: 1, generation: 0 });
  });

  it('does not take down with it what others wrote in the same turn', async () => {
    fake.engine.startExecution = () => {
      throw new Error('state machine does not exist');
    };
    const other: LedgerRef = { kind: 'PROJECT', id: '330302-2026-0018' };
    const answers = await Promise.allSettled([
      fake.ports.ledger.append(other, entryAfter(other), NO_CONSEQUENCES),
      fake.ports.ledger.append(REF, entryAfter(REF), CONSEQUENCES),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await fake.ports.ledger.read(other)).toHaveLength(1);
  });

  it('can be neither changed nor deleted, even past the port', async () => {
    await fake.ports.ledger.append(REF, entryAfter(REF), NO_CONSEQUENCES);
    const tamper = (sql: string) => () => fake.database.connection.exec(sql);
    expect(tamper(`UPDATE entries SET entry = '{}'`)).toThrow('append-only');
    expect(tamper('DELETE FROM entries')).toThrow('append-only');
    expect(await fake.ports.ledger.read(REF)).toEqual([entryAfter(REF)]);
  });
});

describe('one file opened twice', () => {
  let folder: string;
  const opened: Database[] = [];
  const open = () => {
    const database = new Database(join(folder, 'jiugai.sqlite'));
    createSchema(database);
    opened.push(database);
    return { database, ledger: sqliteLedger(database, () => {}) };
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  });
  afterEach(() => {
    for (const database of opened.splice(0)) database.close();
    rmSync(folder, { recursive: true });
  });

  it('lets one of two appenders win who both saw the same head', async () => {
    const first = open();
    await first.database.durable();
    const second = open();
    await second.database.durable();
    const head = (await first.ledger.read(REF)).at(-1);
    expect((await second.ledger.read(REF)).at(-1)).toBe(head);

    expect(await second.ledger.append(REF, entryAfter(REF, head, 'second'), NO_CONSEQUENCES)).toBe('APPENDED');
    expect(await first.ledger.append(REF, entryAfter(REF, head, 'first'), NO_CONSEQUENCES)).toBe('STALE');
    expect((await first.ledger.read(REF)).map(({ act }) => act)).toEqual(['second']);
  });

  it('has every acknowledged entry after it was closed and opened again', async () => {
    const { database, ledger } = open();
    const entries = chainOf(REF, 3);
    for (const entry of entries) await ledger.append(REF, entry, NO_CONSEQUENCES);
    database.close();
    expect(await open().ledger.read(REF)).toEqual(entries);
  });

  it('shows an entry to nobody else before it is acknowledged', async () => {
    const first = open();
    await first.database.durable();
    const second = open();
    await second.database.durable();
    const appended = first.ledger.append(REF, entryAfter(REF), NO_CONSEQUENCES);
    expect(await second.ledger.read(REF)).toEqual([]);
    await appended;
    expect(await second.ledger.read(REF)).toHaveLength(1);
  });
});
