// The installation's keys: made once, kept private, rotated without losing what was signed before.
import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSeal, rotateSigningKey } from '../../../adapters/sqlite/seal.ts';
import { sha256Hex } from '../../../domain/json.ts';
import type { Seal } from '../../../domain/ports.ts';

const BYTES = new TextEncoder().encode('evidence bundle');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function isGenuine(seal: Seal, { keyId, signature }: { keyId: string; signature: string }) {
  const found = (await seal.publicKeys()).find((published) => published.keyId === keyId);
  if (!found) return false;
  const key = createPublicKey({ key: { ...found.publicKey }, format: 'jwk' });
  return verify(null, BYTES, key, Buffer.from(signature, 'base64url'));
}

describe('seal', () => {
  it('signs so that the listed public key verifies', async () => {
    const seal = await openSeal(folder);
    const signed = await seal.sign(BYTES);
    expect(await isGenuine(seal, signed)).toBe(true);
    expect(await isGenuine(seal, { ...signed, signature: Buffer.alloc(64).toString('base64url') })).toBe(false);
  });

  it('names a key by the beginning of the SHA-256 of its public half', async () => {
    const [published] = await (await openSeal(folder)).publicKeys();
    const x = Buffer.from(String(published?.publicKey.x), 'base64url');
    expect(x).toHaveLength(32);
    expect(published?.keyId).toBe(sha256Hex(x).slice(0, 16));
  });

  it('publishes no private half', async () => {
    const [published] = await (await openSeal(folder)).publicKeys();
    expect(Object.keys(published?.publicKey ?? {})).not.toContain('d');
  });

  it('keeps its keys and secret over restarts, readable by their owner only', async () => {
    const first = await openSeal(folder);
    const again = await openSeal(folder);
    expect(await again.publicKeys()).toEqual(await first.publicKeys());
    expect(again.keyedHash('owner', '甲')).toBe(first.keyedHash('owner', '甲'));
    const files = await readdir(join(folder, 'keys'));
    expect(files.toSorted()).toEqual(['seal-0001.pem', 'seal-secret']);
    for (const file of files) expect((await stat(join(folder, 'keys', file))).mode & 0o777).toBe(0o600);
  });

  it('signs with the newest key after a rotation and still lists the one before', async () => {
    const before = await openSeal(folder);
    const signedBefore = await before.sign(BYTES);
    await rotateSigningKey(folder);
    const after = await openSeal(folder);
    const signedAfter = await after.sign(BYTES);
    expect(signedAfter.keyId).not.toBe(signedBefore.keyId);
    expect(await after.publicKeys()).toHaveLength(2);
    expect(await isGenuine(after, signedBefore)).toBe(true);
    expect(await isGenuine(after, signedAfter)).toBe(true);
  });

  it('gives the same hash for the same purpose and text, and another for any other', async () => {
    const seal = await openSeal(folder);
    const hashes = [
      seal.keyedHash('owner', '330302'),
      seal.keyedHash('unit', '330302'),
      seal.keyedHash('owner', '330303'),
      seal.keyedHash('owner3', '30302'),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(seal.keyedHash('owner', '330302')).toBe(hashes[0]);
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
