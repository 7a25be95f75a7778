// Counts of durations: quantiles a tenth off at most, whatever was counted, and days that add up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDurations,
  countOf,
  type Durations,
  quantileOf,
  withDuration,
} from '../../../domain/operations/durations.ts';

const counted = (all: readonly number[]): Durations => all.reduce(withDuration, {} as Durations);

describe('durations counted by steps', () => {
  it('give the median and the 95th of a hundred within a tenth', () => {
    const hundred = counted(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(quantileOf(hundred, 0.5)).toBeGreaterThanOrEqual(50);
    expect(quantileOf(hundred, 0.5)).toBeLessThan(55.1);
    expect(quantileOf(hundred, 0.95)).toBeGreaterThanOrEqual(95);
    expect(quantileOf(hundred, 0.95)).toBeLessThan(104.6);
  });

  it('are never told shorter than they were, and at most a tenth longer', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 60 }), (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const told = quantileOf(counted(all), 0.5) ?? Number.NaN;
        const real = sorted[Math.ceil(0.5 * sorted.length) - 1] ?? Number.NaN;
        expect(told).toBeGreaterThanOrEqual(real - 0.1);
        expect(told).toBeLessThanOrEqual(real * 1.1 + 0.1);
      }),
      { numRuns: 200 },
    );
  });

  it('add up over days as if they had been counted on one', () => {
    const [morning, evening] = [
      [1, 2, 300],
      [2, 4_000, 0],
    ];
    expect(addDurations([counted(morning ?? []), counted(evening ?? [])])).toEqual(
      counted([...(morning ?? []), ...(evening ?? [])]),
    );
    expect(countOf(counted(morning ?? []))).toBe(3);
  });

  it('of nothing have no median', () => {
    expect(quantileOf({}, 0.5)).toBeUndefined();
  });
});
