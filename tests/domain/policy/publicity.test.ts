// When the count of publicity starts, and the instant at which it opens the application.
import { describe, expect, it } from 'vitest';
import { inShanghai, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { publicityOpensAt, publicityRunsFrom } from '../../../domain/policy/rules/publicity.ts';

const posted = (on: string, plan = 'v1') => ({ kind: 'POSTED', on: plainDateOf(on), plan }) as const;
const foundDown = (on: string) => ({ kind: 'FOUND_DOWN', on: plainDateOf(on) }) as const;

describe('the count of publicity', () => {
  it('runs from the first posting of the plan, not from further copies of it', () => {
    expect(publicityRunsFrom([posted('2020-07-01'), posted('2020-07-03')])).toBe('2020-07-01');
  });

  it('starts again with a changed plan', () => {
    expect(publicityRunsFrom([posted('2020-07-01'), posted('2020-07-03', 'v2')])).toBe('2020-07-03');
  });

  it('stops when the poster is found down, and starts again when it is put up', () => {
    expect(publicityRunsFrom([posted('2020-07-01'), foundDown('2020-07-02')])).toBeUndefined();
    expect(publicityRunsFrom([posted('2020-07-01'), foundDown('2020-07-02'), posted('2020-07-02')])).toBe('2020-07-02');
  });

  it('stops when the notice is voided, and starts again when a reissued one hangs', () => {
    const voided = { kind: 'VOIDED', on: plainDateOf('2020-07-03') } as const;
    expect(publicityRunsFrom([posted('2020-07-01'), voided])).toBeUndefined();
    expect(publicityRunsFrom([posted('2020-07-01'), voided, posted('2020-07-06')])).toBe('2020-07-06');
  });

  it('does not run before anything hangs', () => {
    expect(publicityRunsFrom([])).toBeUndefined();
  });

  it('opens at midnight in Shanghai after the last counted day', () => {
    expect(inShanghai(publicityOpensAt(plainDateOf('2020-07-08')))).toBe('2020-07-09T00:00:00+08:00');
    expect(publicityOpensAt(plainDateOf('2020-07-08'))).toBe('2020-07-08T16:00:00.000Z');
  });
});
