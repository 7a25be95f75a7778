// The code on the slip U1 that a household finds in its letter box: it opens the objection and the own bill, and names nobody.
import type { Seal } from '../ports.ts';
import { typedBase32 } from './base32.ts';

/** Without 0, O, 1, I and L, which people mix up on paper (paper U1); all of them are digits that a typed code may have. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 30^8: a guess is right once in 6.5 × 10^11 / households, and the entrance counts guesses. */
const LENGTH = 8;

/** The code of a unit on one frozen roll; the next roll has others. */
export function unitCode(seal: Pick<Seal, 'keyedHash'>, rollHash: string, unit: string): string {
  // 64 bits into 39: no sign is likelier than another by more than a millionth.
  let rest = BigInt(`0x${seal.keyedHash('unit-code', `${rollHash}|${unit}`).slice(0, 16)}`);
  return Array.from({ length: LENGTH }, () => {
    const sign = SIGNS[Number(rest % 30n)];
    rest /= 30n;
    return sign;
  }).join('');
}

/** What the ledger knows of a unit that objects or pays: its room number never stands there. */
export const unitHash = (seal: Pick<Seal, 'keyedHash'>, neighbourhoodCode: string, unit: string): string =>
  seal.keyedHash('unit', `${neighbourhoodCode}|${unit}`);

/** The unit whose code was typed, or undefined. */
export function findUnit(
  seal: Pick<Seal, 'keyedHash'>,
  rollHash: string,
  units: readonly string[],
  typed: string,
): string | undefined {
  const code = typedBase32(typed);
  return units.find((unit) => unitCode(seal, rollHash, unit) === code);
}
