// Passwords as scrypt hashes: written so that the cost can rise later, compared in constant time.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MiB and a quarter of a second for each guess (OWASP, Password Storage, 2023). */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
/** A demo password is printed on the sign-in page; its hash only keeps one way of comparing for all. */
export const DEMO_COST: Cost = { N: 2 ** 12, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** `scrypt$N$r$p$salt$hash`, base64url. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashWith(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** The hash of no password, and as much work to compare with as any other. */
export const NOBODY = ['scrypt', COST.N, COST.r, COST.p, '', Buffer.alloc(HASH_BYTES).toString('base64url')].join('$');

export async function isPasswordOf(kept: string, password: string): Promise<boolean> {
  const [scheme, N, r, p, salt = '', hash = ''] = kept.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = await hashWith(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function hashWith(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  // The same letters typed on two keyboards may be different code points (NFC, NFD).
  return derive(password.normalize('NFC'), salt, HASH_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r });
}
