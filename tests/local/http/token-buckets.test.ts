// Limits by caller: so many at once, more as time passes, and no memory without end.
import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '../../../local/http/token-buckets.ts';

function bucketsOf(capacity: number, perSecond: number) {
  let milliseconds = 0;
  const buckets = new TokenBuckets({ capacity, perSecond }, () => milliseconds);
  const passSeconds = (seconds: number) => {
    milliseconds += seconds * 1000;
  };
  return { buckets, passSeconds };
}

describe('token buckets', () => {
  it('grants so many at once and says when there will be another', () => {
    const { buckets, passSeconds } = bucketsOf(2, 0.1);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 10]);
    passSeconds(4);
    expect(buckets.take('a')).toBe(6);
    passSeconds(6);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 10]);
  });

  it('never holds more than fits', () => {
    const { buckets, passSeconds } = bucketsOf(1, 1);
    buckets.take('a');
    passSeconds(1000);
    buckets.giveBack('a');
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
    buckets.giveBack('a');
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
  });

  it('forgets who has not come for longest, and nobody who still comes', () => {
    const { buckets } = bucketsOf(1, 0.001);
    buckets.take('early');
    buckets.take('busy');
    for (let caller = 0; caller < 10_000; caller++) {
      buckets.take(`caller ${caller}`);
      if (caller % 100 === 0) buckets.take('busy');
    }
    expect(buckets.take('busy')).toBeGreaterThan(0);
    expect(buckets.take('early')).toBe(0);
  });
});
