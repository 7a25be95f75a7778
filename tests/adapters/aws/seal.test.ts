// The installation's keys on AWS: made once by whoever comes first, rotated without losing what was signed before.
import { createPublicKey, verify } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeal, rotateSigningKey, type SealStore } from '../../../adapters/aws/seal.ts';
import { sha256Hex } from '../../../domain/json.ts';
import type { Seal } from '../../../domain/ports.ts';
import { type Aws, BUCKETS, startAws } from '../../support/aws/start-aws.ts';

const BYTES = new TextEncoder().encode('manifest.json');

let aws: Aws;
let opened: Awaited<ReturnType<Aws['open']>>;
let store: SealStore;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  opened = await aws.open();
  store = { s3: opened.s3Client, bucket: BUCKETS.keys };
});
afterEach(() => opened.close());

async function isGenuine(seal: Seal, { keyId, signature }: { keyId: string; signature: string }): Promise<boolean> {
  const published = (await seal.publicKeys()).find((key) => key.keyId === keyId);
  if (!published) return false;
  const key = createPublicKey({ key: { ...published.publicKey }, format: 'jwk' });
  return verify(null, BYTES, key, Buffer.from(signature, 'base64url'));
}

describe('the seal', () => {
  it('signs so that the listed public key verifies, and lists no private half', async () => {
    const seal = await openSeal(store);
    expect(await isGenuine(seal, await seal.sign(BYTES))).toBe(true);
    const [published] = await seal.publicKeys();
    expect(Object.keys(published?.publicKey ?? {})).not.toContain('d');
    expect(published?.keyId).toBe(sha256Hex(Buffer.from(String(published?.publicKey.x), 'base64url')).slice(0, 16));
  });

  it('is the same for all functions that start at once on a new installation', async () => {
    const seals = await Promise.all([openSeal(store), openSeal(store), openSeal(store)]);
    const hashes = seals.map((seal) => seal.keyedHash('owner', '甲'));
    expect(new Set(hashes).size).toBe(1);
    const keyIds = await Promise.all(seals.map(async (seal) => (await seal.sign(BYTES)).keyId));
    expect(new Set(keyIds).size).toBe(1);
  });

  it('signs with the newest key after a rotation and still lists the one before', async () => {
    const before = await openSeal(store);
    const signedBefore = await before.sign(BYTES);
    await rotateSigningKey(store);
    const after = await openSeal(store);
    const signedAfter = await after.sign(BYTES);
    expect(signedAfter.keyId).not.toBe(signedBefore.keyId);
    expect(await after.publicKeys()).toHaveLength(2);
    expect(await isGenuine(after, signedBefore)).toBe(true);
    expect(await isGenuine(after, signedAfter)).toBe(true);
    expect(after.keyedHash('owner', '甲')).toBe(before.keyedHash('owner', '甲'));
  });

  it('tells hashes of different purposes apart', async () => {
    const seal = await openSeal(store);
    expect(seal.keyedHash('owner3', '30302')).not.toBe(seal.keyedHash('owner', '330302'));
  });

  it('takes damaged keys for a fault instead of making others', async () => {
    await openSeal(store);
    const Key = 'seal.json';
    const object = await store.s3.send(new GetObjectCommand({ Bucket: store.bucket, Key }));
    const keys = JSON.parse((await object.Body?.transformToString()) ?? '');
    const Body = JSON.stringify({ ...keys, secret: 'c2hvcnQ=' });
    await store.s3.send(new PutObjectCommand({ Bucket: store.bucket, Key, Body }));
    await expect(openSeal(store)).rejects.toMatchObject({ code: 'CORRUPT' });
  });
});
