// The installation's keys on AWS: one object in a bucket of its own, encrypted under a key of its own, made on first use.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { Fault } from '../../domain/errors.ts';
import type { Seal } from '../../domain/ports.ts';
import { SECRET_BYTES, sealOf } from '../keyed-seal.ts';
import { unless } from './faults.ts';

const KEY = 'seal.json';

/** Private keys in PEM, oldest first; the newest signs, the older ones stay listed for what they have signed. */
const Keys = z.object({
  secret: z.base64().refine((value) => Buffer.from(value, 'base64').length === SECRET_BYTES),
  signingKeys: z.array(z.string()).min(1),
});
type Keys = z.output<typeof Keys>;

export interface SealStore {
  readonly s3: S3Client;
  readonly bucket: string;
  /** Name of the object; that of the installation unless told. */
  readonly key?: string;
}

/** Of many functions that start at once on a new installation, one makes the keys and all use them. */
export async function openSeal(store: SealStore): Promise<Seal> {
  const found = await readKeys(store);
  if (found) return sealIn(found.keys);
  const made: Keys = { secret: randomBytes(SECRET_BYTES).toString('base64'), signingKeys: [newSigningKey()] };
  await unless(['PreconditionFailed', 'ConditionalRequestConflict'], () =>
    writeKeys(store, made, { IfNoneMatch: '*' }),
  );
  const kept = await readKeys(store);
  if (!kept) throw new Fault('UNAVAILABLE', 'the keys of the seal are being made');
  return sealIn(kept.keys);
}

/** Adds a key that signs in every function that starts from now on. Two rotations at once are one. */
export async function rotateSigningKey(store: SealStore): Promise<void> {
  const found = await readKeys(store);
  if (!found) throw new Fault('CORRUPT', 'there are no keys to rotate');
  const { keys, etag } = found;
  const rotated = { ...keys, signingKeys: [...keys.signingKeys, newSigningKey()] };
  await unless(['PreconditionFailed'], () => writeKeys(store, rotated, { IfMatch: etag }));
}

async function readKeys({ s3, bucket, key = KEY }: SealStore): Promise<{ keys: Keys; etag: string } | undefined> {
  const object = await unless(['NoSuchKey'], () => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
  if (!object) return undefined;
  const read = Keys.safeParse(JSON.parse((await object.Body?.transformToString()) ?? ''));
  // Another secret would silently give other hashes for every owner and unit code.
  if (!read.success) throw new Fault('CORRUPT', 'the keys of the seal are damaged');
  return { keys: read.data, etag: object.ETag ?? '' };
}

const writeKeys = (
  { s3, bucket, key = KEY }: SealStore,
  keys: Keys,
  condition: { IfMatch: string } | { IfNoneMatch: '*' },
) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: JSON.stringify(keys), ...condition }));

const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const sealIn = ({ secret, signingKeys }: Keys): Seal =>
  sealOf(
    Buffer.from(secret, 'base64'),
    signingKeys.map((pem) => createPrivateKey(pem)),
  );
