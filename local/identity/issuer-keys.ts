// The keys of the local issuer: made on the first start, kept in the data folder, readable by its owner only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import * as z from 'zod';
import { writeFileDurably } from '../../adapters/sqlite/durable-file.ts';
import { Fault } from '../../domain/errors.ts';

export interface IssuerKeys {
  /** Signs tokens (RS256). */
  readonly signing: JWK & { readonly kid: string };
  readonly published: JSONWebKeySet;
  /** Signs the cookies of the sign-in. */
  readonly cookies: string;
}

const Kept = z.object({
  signing: z.object({
    kty: z.literal('RSA'),
    kid: z.string(),
    alg: z.literal('RS256'),
    use: z.literal('sig'),
    n: z.string(),
    e: z.string(),
    d: z.string(),
    p: z.string(),
    q: z.string(),
    dp: z.string(),
    dq: z.string(),
    qi: z.string(),
  }),
  cookies: z.string().min(32),
});

/** Opens `keys/issuer.json` of the data folder; makes it on the first start. */
export async function openIssuerKeys(folder: string, newSecret: () => string): Promise<IssuerKeys> {
  const path = join(folder, 'keys', 'issuer.json');
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (cause.code !== 'ENOENT') throw cause;
    return undefined;
  });
  if (text === undefined) {
    const made = { signing: await makeSigningKey(), cookies: newSecret() };
    await writeFileDurably(path, JSON.stringify(made), `${path}.new`);
    return keysOf(made);
  }
  return keysOf(JSON.parse(text));
}

function keysOf(kept: unknown): IssuerKeys {
  const read = Kept.safeParse(kept);
  // The message of the schema would quote what it read, and that is a private key.
  if (!read.success)
    throw new Fault('CORRUPT', 'keys/issuer.json is damaged; without it everybody has to sign in again');
  const { signing, cookies } = read.data;
  const { kty, kid, alg, use, n, e } = signing;
  return { signing, published: { keys: [{ kty, kid, alg, use, n, e }] }, cookies };
}

async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' };
}
