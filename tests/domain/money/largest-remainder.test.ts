// Shares add up to the fen, come out the same every time, and are never more than a fen from the exact quota.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByLargestRemainder } from '../../../domain/money/largest-remainder.ts';
import { decimalOf, printAmount, sum } from '../../../domain/money/money.ts';

const fen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((n) => decimalOf(n).div(100));
const weights = fc
  .array(
    fc.integer({ min: 0, max: 1_000_000 }).map((n) => decimalOf(n).div(100)),
    { minLength: 1, maxLength: 50 },
  )
  .filter((all) => all.some((weight) => !weight.isZero()));

describe('largest remainder', () => {
  it('adds up to the amount exactly, refunds included', () => {
    fc.assert(fc.property(fen, weights, (amount, all) => sum(splitByLargestRemainder(amount, all)).equals(amount)));
  });

  it('keeps every part within a fen of its quota', () => {
    fc.assert(
      fc.property(fen, weights, (amount, all) => {
        const whole = sum(all);
        return splitByLargestRemainder(amount, all).every((part, index) =>
          amount
            .times(all[index] ?? 0)
            .div(whole)
            .minus(part)
            .abs()
            .lessThan('0.01'),
        );
      }),
    );
  });

  it('serves equal remainders in the order of the roll', () => {
    const parts = splitByLargestRemainder(decimalOf('0.02'), [1, 1, 1].map(decimalOf));
    expect(parts.map(printAmount)).toEqual(['0.01', '0.01', '0.00']);
  });

  it('refuses weights that are all zero', () => {
    expect(() => splitByLargestRemainder(decimalOf('1'), [decimalOf(0)])).toThrow(RangeError);
  });
});
