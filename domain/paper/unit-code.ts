// The code on the slip U1 that a household finds in its letter box: it opens the objection and the own bill, and names nobody.
import type { Seal } from '../ports.ts';
import { base32, typedBase32 } from './base32.ts';

/** 40 bits: a guess is right once in 10^12 / households, and the entrance counts guesses. */
const LENGTH = 8;

/** The code of a unit on one frozen roll; the next roll has others. */
export const unitCode = (seal: Pick<Seal, 'keyedHash'>, rollHash: string, unit: string): string =>
  base32(seal.keyedHash('unit-code', `${rollHash}|${unit}`), LENGTH);

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
