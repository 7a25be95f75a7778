// The installation's keys beyond the contract: in files that nobody else may read.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSeal } from '../../../adapters/sqlite/seal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('seal', () => {
  it('keeps its keys and secret over restarts, readable by their owner only', async () => {
    const first = await openSeal(folder);
    const again = await openSeal(folder);
    expect(await again.publicKeys()).toEqual(await first.publicKeys());
    expect(again.keyedHash('owner', '甲')).toBe(first.keyedHash('owner', '甲'));
    const files = await readdir(join(folder, 'keys'));
    expect(files.toSorted()).toEqual(['seal-0001.pem', 'seal-secret']);
    for (const file of files) expect((await stat(join(folder, 'keys', file))).mode & 0o777).toBe(0o600);
  });

  it('differs from one installation to the next', async () => {
    const other = await mkdtemp(join(tmpdir(), 'jiugai-'));
    const [mine, theirs] = [await openSeal(folder), await openSeal(other)];
    await rm(other, { recursive: true });
    expect(mine.keyedHash('owner', '甲')).not.toBe(theirs.keyedHash('owner', '甲'));
  });

  it('takes a damaged secret for a fault instead of hashing with it', async () => {
    await openSeal(folder);
    await writeFile(join(folder, 'keys', 'seal-secret'), 'short');
    await expect(openSeal(folder)).rejects.toMatchObject({ code: 'CORRUPT' });
  });
});
