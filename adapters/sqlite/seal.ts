// The installation's keys in the data folder: Ed25519 keys of which the newest signs, and one secret for keyed hashes.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/errors.ts';
import type { Seal } from '../../domain/ports.ts';
import { SECRET_BYTES, sealOf } from '../keyed-seal.ts';
import { writeFileDurably } from './durable-file.ts';

const SIGNING_KEY = /^seal-\d{4}\.pem$/;

/** Opens the keys under `keys/` of the data folder. `isNew`: nothing rests on them yet, and they are made if they are not there. */
export async function openSeal(folder: string, isNew = true): Promise<Seal> {
  const keys = join(folder, 'keys');
  const secretPath = join(keys, 'seal-secret');
  const secret = await readFile(secretPath).catch(async (cause) => {
    if (cause.code !== 'ENOENT') throw cause;
    if (!isNew) throw keyMissing(cause);
    const made = randomBytes(SECRET_BYTES);
    await writeFileDurably(secretPath, made, `${secretPath}.new`);
    return made;
  });
  if (secret.length !== SECRET_BYTES) throw new Fault('CORRUPT', 'the secret of the seal is damaged');

  if ((await signingKeyFiles(keys)).length === 0) {
    if (!isNew) throw keyMissing();
    await rotateSigningKey(folder);
  }
  const files = await signingKeyFiles(keys);
  return sealOf(
    secret,
    await Promise.all(files.map(async (file) => createPrivateKey(await readFile(join(keys, file))))),
  );
}

/** A new one in its place would make every code and every bundle that was given out a forgery. */
const keyMissing = (cause?: unknown): Fault =>
  new Fault('CORRUPT', 'a key of the seal is missing', {
    cause,
    says: {
      zh: '数据目录缺少印章密钥（keys），此前发出的编码和证据包将无法核验，已拒绝启动。请从备份恢复 keys 目录。',
      en: 'The keys of the seal are missing from the data folder (keys): codes and bundles given out could not be verified. Not started: restore the folder keys from a backup.',
    },
  });

/** Adds a key that signs from the next start on; the older ones stay listed, for what they have signed. */
export async function rotateSigningKey(folder: string): Promise<void> {
  const keys = join(folder, 'keys');
  const latest = (await signingKeyFiles(keys)).at(-1);
  const number = Number(latest?.slice(5, 9) ?? 0) + 1;
  const path = join(keys, `seal-${String(number).padStart(4, '0')}.pem`);
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFileDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), `${path}.new`);
}

async function signingKeyFiles(keys: string): Promise<string[]> {
  const files = await readdir(keys).catch((cause) => {
    if (cause.code !== 'ENOENT') throw cause;
    return [];
  });
  return files.filter((file) => SIGNING_KEY.test(file)).sort();
}
