// Papers as files: what a restart, a damaged disk or a forged ticket does to them.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { sqlitePapers } from '../../../adapters/sqlite/papers.ts';
import { createSchema } from '../../../adapters/sqlite/schema.ts';
import { checkTicket } from '../../../adapters/sqlite/upload-ticket.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Papers } from '../../../domain/ports.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const NOW = instantOf(Date.UTC(2026, 2, 2, 1));
const BYTES = new TextEncoder().encode('%PDF-1.7 公示照片');
const META = { mediaType: 'application/pdf', paperClass: 'FILED', storedAt: NOW } as const;

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: NOW });
});
afterEach(() => fake.close());

describe('papers in a folder', () => {
  let folder: string;
  let database: Database;
  let papers: Papers;
  let ids = 0;
  const open = () => {
    database = new Database(join(folder, 'jiugai.sqlite'));
    createSchema(database);
    papers = sqlitePapers({
      database,
      folder: join(folder, 'papers'),
      clock: fake.ports.clock,
      seal: fake.ports.seal,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
    });
  };
  /** Gives the number of bytes that came. */
  const readThrough = async (sha256: string) => {
    let bytes = 0;
    for await (const piece of (await papers.stream(sha256)) ?? []) bytes += piece.length;
    return bytes;
  };
  const files = async () =>
    (await readdir(join(folder, 'papers'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const pathOf = (sha256: string) => join(folder, 'papers', sha256.slice(0, 2), sha256.slice(2));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
    open();
  });
  afterEach(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });

  it('keeps one file per paper, named by its hash, and nothing else', async () => {
    const { sha256 } = await papers.put(BYTES, META);
    await Promise.all([papers.put(BYTES, META), papers.put(BYTES, META)]);
    expect(await files()).toEqual([pathOf(sha256)]);
  });

  it('has the paper after the folder was closed and opened again', async () => {
    const meta = await papers.put(BYTES, META);
    database.close();
    open();
    expect(await papers.describe(meta.sha256)).toEqual(meta);
    expect(await papers.get(meta.sha256)).toHaveLength(BYTES.length);
  });

  it('takes bytes that were changed on the disk for a fault', async () => {
    const { sha256 } = await papers.put(BYTES, META);
    await writeFile(pathOf(sha256), '%PDF-1.7 替换的照片');
    await expect(papers.get(sha256)).rejects.toMatchObject({ code: 'CORRUPT' });
    await expect(readThrough(sha256)).rejects.toMatchObject({ code: 'CORRUPT' });
  });

  it('takes bytes that are gone without an erasure for a fault, until they are put again', async () => {
    const { sha256 } = await papers.put(BYTES, META);
    await rm(pathOf(sha256));
    await expect(papers.get(sha256)).rejects.toMatchObject({ code: 'CORRUPT' });
    await expect(readThrough(sha256)).rejects.toMatchObject({ code: 'CORRUPT' });
    await papers.put(BYTES, META);
    expect(await papers.get(sha256)).toHaveLength(BYTES.length);
  });

  it('replaces what a kill left half written', async () => {
    const { sha256 } = await papers.put(BYTES, META);
    await papers.erase(sha256);
    await mkdir(dirname(pathOf(sha256)), { recursive: true });
    await writeFile(pathOf(sha256), BYTES.subarray(0, 5));
    await papers.put(BYTES, META);
    expect(await papers.get(sha256)).toHaveLength(BYTES.length);
  });

  it('leaves no byte of an erased paper in the folder', async () => {
    const { sha256 } = await papers.put(BYTES, { ...META, paperClass: 'VAULT' });
    await papers.erase(sha256);
    expect(await files()).toEqual([]);
  });

  it('erases a paper whose bytes and folder are gone already', async () => {
    const { sha256 } = await papers.put(BYTES, { ...META, paperClass: 'VAULT' });
    await rm(dirname(pathOf(sha256)), { recursive: true });
    await papers.erase(sha256);
    expect(await papers.get(sha256)).toBeUndefined();
  });
});

describe('upload ticket', () => {
  const EXPIRES = instantOf(Date.UTC(2026, 2, 2, 1, 15));
  const fieldsOf = async () =>
    (await fake.ports.papers.ticket({ uploadId: 'u-1', maximumBytes: 1000, expiresAt: EXPIRES })).fields;

  it('lets its bearer upload what it says while it is valid', async () => {
    expect(checkTicket(fake.ports.seal, await fieldsOf(), NOW)).toEqual({
      ok: true,
      value: { uploadId: 'u-1', maximumBytes: 1000 },
    });
  });

  it('is worth nothing from the moment it expires', async () => {
    const checked = checkTicket(fake.ports.seal, await fieldsOf(), EXPIRES);
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'UNAUTHENTICATED' } });
  });

  it.each([
    ['another upload', { key: 'u-2' }],
    ['more bytes', { 'x-jiugai-maximum-bytes': '1000000' }],
    ['no limit', { 'x-jiugai-maximum-bytes': 'NaN' }],
    ['more time', { 'x-jiugai-expires-at': '2026-03-03T01:00:00.000Z' }],
    ['no signature', { 'x-jiugai-signature': '' }],
    ['a signature of multi-byte text', { 'x-jiugai-signature': '签'.repeat(64) }],
  ])('is refused when it was changed to %s', async (_, changed) => {
    const checked = checkTicket(fake.ports.seal, { ...(await fieldsOf()), ...changed }, NOW);
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'UNAUTHENTICATED' } });
  });

  it('is refused when fields are missing', () => {
    expect(checkTicket(fake.ports.seal, {}, NOW)).toMatchObject({ ok: false });
  });

  it('carries what was announced, and is none any more when that is changed or left out', async () => {
    const announced = { bytes: 12, sha256: 'a'.repeat(64) };
    const request = { uploadId: '01HXUPLOAD', maximumBytes: 1_000, expiresAt: EXPIRES, announced };
    const { fields } = await fake.ports.papers.ticket(request);
    expect(checkTicket(fake.ports.seal, fields, NOW)).toMatchObject({ ok: true, value: { announced } });
    const { 'x-jiugai-sha256': _left, ...without } = fields;
    for (const changed of [
      without,
      { ...fields, 'x-jiugai-sha256': 'b'.repeat(64) },
      { ...fields, 'x-jiugai-bytes': '13' },
    ]) {
      expect(checkTicket(fake.ports.seal, changed, NOW)).toMatchObject({ ok: false });
    }
  });
});
