// Splitting an amount by weights to the fen so that the parts add up to it exactly (largest remainder).
import type { Decimal } from 'decimal.js';
import { decimalOf, sum } from './money.ts';

/**
 * Parts of `amount` in proportion to `weights`, in their order; the sum is `amount`, whatever its sign. Equal
 * remainders are served in the order given, so that the same roll always gives the same bills.
 */
export function splitByLargestRemainder(amount: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights);
  if (weights.some((weight) => weight.isNegative()) || whole.isZero()) {
    throw new RangeError('weights must not be negative, and one of them not zero');
  }
  const fen = decimalOf(amount.abs()).times(100);
  if (!fen.isInteger()) throw new RangeError('only an amount rounded to the fen can be split');
  // Quotient and remainder are kept as integers and exact products: two equal remainders must compare as equal.
  const quotas = weights.map((weight, index) => {
    const product = fen.times(weight);
    const floor = product.divToInt(whole);
    return { index, floor, remainder: product.minus(floor.times(whole)) };
  });
  const fenLeft = fen.minus(sum(quotas.map(({ floor }) => floor))).toNumber();
  const served = new Set(
    quotas
      .toSorted((left, right) => right.remainder.comparedTo(left.remainder) || left.index - right.index)
      .slice(0, fenLeft)
      .map(({ index }) => index),
  );
  return quotas.map(({ index, floor }) => {
    const part = (served.has(index) ? floor.plus(1) : floor).div(100);
    return amount.isNegative() ? part.negated() : part;
  });
}
