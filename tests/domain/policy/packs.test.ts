// Packs and their dated, cited parameters.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { decimalOf, printAmount } from '../../../domain/money/money.ts';
import { lucheng2020, PACK_IDS, PACKS, packById, wenzhouCityGuide } from '../../../domain/policy/packs.ts';
import { inForceOn, type Parameter, valueOn } from '../../../domain/policy/parameters/dated.ts';
import { isMainlySelfBuilt } from '../../../domain/policy/rules/eligibility.ts';
import { inForce } from '../../../domain/policy/rules/in-force.ts';
import { refundByChannel } from '../../../domain/policy/rules/settlement.ts';

const day = plainDateOf;
const value = (amount: number, from: string, to?: string) => ({
  value: amount,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  citation: 'a law',
  grade: 'LAW_READ' as const,
});

describe('a parameter', () => {
  const changed: Parameter<number> = [value(1, '2020-01-01'), value(2, '2021-01-01', '2021-12-31')];

  it.each([
    ['2019-12-31', 1],
    ['2020-01-01', 1],
    ['2020-12-31', 1],
    ['2021-01-01', 2],
    ['2021-12-31', 2],
  ])('holds on %s the value %i', (on, held) => {
    expect(valueOn(changed, day(on))).toBe(held);
  });

  it('holds no value after its last day', () => {
    expect(inForceOn(changed, day('2022-01-01'))).toBeUndefined();
    expect(() => valueOn(changed, day('2022-01-01'))).toThrow(RangeError);
  });
});

describe('a pack', () => {
  it('is found by its id and no other name', () => {
    expect(PACK_IDS.map((id) => packById(id)?.id)).toEqual(PACK_IDS);
    expect(packById('toString')).toBeUndefined();
  });

  it('has a version of its own', () => {
    expect(new Set(Object.values(PACKS).map(({ version }) => version)).size).toBe(PACK_IDS.length);
  });

  it('ends where an operator says so', () => {
    const ended = { ...lucheng2020, effectiveTo: day('2025-06-30') };
    expect(inForce(day('2025-06-30'), ended)[0]?.code).toBe('POLICY_IN_FORCE');
    expect(inForce(day('2025-07-01'), ended)[0]?.code).toBe('POLICY_NO_LONGER_IN_FORCE');
  });

  it('of the city caps the base at 300 and quotes its own words', () => {
    expect(valueOn(wenzhouCityGuide.subsidyCap, day('2021-01-01')).equals(300)).toBe(true);
    expect(wenzhouCityGuide.citations['F-07'].quote).toContain('300元/平方米');
  });
});

describe('mainly self-built', () => {
  it('is more than half of the building area, not half', () => {
    const on = day('2021-01-01');
    expect(isMainlySelfBuilt(decimalOf('50.00'), decimalOf('100.00'), on, lucheng2020)).toBe(false);
    expect(isMainlySelfBuilt(decimalOf('50.01'), decimalOf('100.00'), on, lucheng2020)).toBe(true);
  });
});

describe('a refund', () => {
  it('goes back through the channels in proportion to what came through them', () => {
    const refund = refundByChannel(decimalOf('-100.00'), {
      INDIVIDUAL: decimalOf('200.00'),
      ORG_DONATION: decimalOf('100.00'),
      MAINTENANCE_FUND: decimalOf('0.00'),
      COMMON_INCOME: decimalOf('0.00'),
      OTHER: decimalOf('0.00'),
    });
    expect(Object.values(refund).map(printAmount)).toEqual(['-66.67', '-33.33', '0.00', '0.00', '0.00']);
  });
});
