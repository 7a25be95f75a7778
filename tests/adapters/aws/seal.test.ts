// The installation's keys on AWS beyond the contract: made once by whoever comes first.
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeal, type SealStore } from '../../../adapters/aws/seal.ts';
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

describe('the seal', () => {
  it('is the same for all functions that start at once on a new installation', async () => {
    const seals = await Promise.all([openSeal(store), openSeal(store), openSeal(store)]);
    const hashes = seals.map((seal) => seal.keyedHash('owner', '甲'));
    expect(new Set(hashes).size).toBe(1);
    const keyIds = await Promise.all(seals.map(async (seal) => (await seal.sign(BYTES)).keyId));
    expect(new Set(keyIds).size).toBe(1);
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
