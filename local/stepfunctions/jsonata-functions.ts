// The functions that Step Functions adds to JSONata or takes away from it, on the engine's clock and dice.
import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const HASHES = { MD5: 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const;

const formatInstant = jsonata('$fromMillis($instant, $picture, $timezone)');

/** The same in every evaluation. */
export const expressionFunctions = {
  partition(array: unknown, size: unknown) {
    if (!Array.isArray(array) || !isWhole(size) || size < 1) throw new Error('$partition needs an array and a size');
    const chunks: unknown[][] = [];
    for (let from = 0; from < array.length; from += size) chunks.push(array.slice(from, from + size));
    return chunks;
  },

  range(first: unknown, last: unknown, step: unknown) {
    if (!isWhole(first) || !isWhole(last) || !isWhole(step) || step === 0) {
      throw new Error('$range needs three whole numbers and a step other than 0');
    }
    // As many elements as the intrinsic function of Step Functions allows.
    if (Math.abs((last - first) / step) >= 1000) throw new Error('$range gives at most 1000 elements');
    const numbers: number[] = [];
    for (let n = first; step > 0 ? n <= last : n >= last; n += step) numbers.push(n);
    return numbers;
  },

  hash(data: unknown, algorithm: unknown) {
    const name = Object.entries(HASHES).find(([label]) => label === algorithm)?.[1];
    if (!name) throw new Error(`$hash knows ${Object.keys(HASHES).join(', ')}`);
    return createHash(name)
      .update(typeof data === 'string' ? data : JSON.stringify(data))
      .digest('hex');
  },

  uuid: () => randomUUID(),

  parse(text: unknown) {
    if (typeof text !== 'string') throw new Error('$parse needs a string of JSON');
    return JSON.parse(text);
  },

  eval() {
    throw new Error('$eval is not supported; use $parse');
  },
} satisfies Record<string, (...args: unknown[]) => unknown>;

/** Bound anew for every evaluation: within one of them the time stands still. */
export function scopeFunctions(scope: { readonly now: number; readonly random: () => number }) {
  return {
    millis: () => scope.now,
    now: (picture?: string, timezone?: string) =>
      formatInstant.evaluate(undefined, { instant: scope.now, picture, timezone }),
    random: (seed?: number) => (seed === undefined ? scope.random() : seededRandom(seed)),
  };
}

/** One step of SplitMix32: the same number in [0, 1) for the same seed. */
function seededRandom(seed: number): number {
  let z = (Math.trunc(seed) + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
