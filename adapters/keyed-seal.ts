// A seal of one secret and Ed25519 keys, wherever they are kept: what it signs and hashes is the same on one machine and on AWS.
import { createHash, createHmac, createPublicKey, createSecretKey, type KeyObject, sign } from 'node:crypto';
import { Fault } from '../domain/errors.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Seal } from '../domain/ports.ts';

/** A shorter secret would silently give other hashes for every owner and unit code. */
export const SECRET_BYTES = 32;

/** Private keys oldest first; the last one signs, the older ones stay listed for what they have signed. */
export function sealOf(secret: Uint8Array, privateKeys: readonly KeyObject[]): Seal {
  const published = privateKeys.map(publish);
  // Prepared once: a roster of 400 households hashes 400 owners, and preparing costs four times the hash.
  const secretKey = createSecretKey(secret);
  const signingKey = privateKeys.at(-1);
  const newest = published.at(-1);
  if (!signingKey || !newest) throw new Fault('INTERNAL', 'a seal needs a signing key');

  return {
    async sign(bytes) {
      return { keyId: newest.keyId, signature: sign(null, bytes, signingKey).toString('base64url') };
    },
    async publicKeys() {
      return published;
    },
    keyedHash(purpose, text) {
      return createHmac('sha256', secretKey).update(`${purpose}\0${text}`).digest('hex');
    },
  };
}

/** The public half as a JWK; the key id is the beginning of the SHA-256 of its 32 bytes. */
function publish(privateKey: KeyObject): { keyId: string; publicKey: JsonObject } {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return { keyId, publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid: keyId, alg: 'EdDSA', use: 'sig' } };
}
