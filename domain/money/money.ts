// Yuan and square metres as exact decimals: parsed from text with at most two decimals, printed with exactly two.
import { Decimal } from 'decimal.js';

/**
 * The total of a plan times a weighted sum of costs has up to 30 significant digits before it is divided; the
 * twenty of the default would round such a product once more than the rule allows.
 */
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

/** Up to 999 999 999 999.99; no sign, no exponent, no separators, no leading zeros. */
export const AMOUNT_PATTERN = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

export const ZERO: Decimal = new Exact(0);

/** The amount of yuan or area written in `text`, or undefined if it is not one. */
export function parseAmount(text: string): Decimal | undefined {
  return AMOUNT_PATTERN.test(text) ? new Exact(text) : undefined;
}

/** The exact number; throws on anything else: for literals in our own code and data. */
export function decimalOf(value: Decimal.Value): Decimal {
  return new Exact(value);
}

export function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO);
}

/** To 0.01, half up: each figure of the rules is rounded once, here. */
export function roundToFen(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Exactly two decimals; an amount that was not rounded before is a fault, not something to hide in print. */
export function printAmount(amount: Decimal): string {
  if (amount.decimalPlaces() > 2) throw new RangeError(`not rounded to 0.01: ${amount.toString()}`);
  return amount.isZero() ? '0.00' : amount.toFixed(2);
}

/** A ratio as a percentage with two decimals, rounded down, so that 99.999 % never reads as 100 %. */
export function printShare(part: Decimal, whole: Decimal): string {
  return part.times(100).div(whole).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2);
}
