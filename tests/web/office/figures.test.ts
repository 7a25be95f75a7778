// Amounts, shares and days as people read them: exact, rounded down where a share must not flatter.
import { describe, expect, it } from 'vitest';
import {
  groupAmounts,
  heightOf,
  minus,
  plus,
  printExact,
  printHeight,
  printLarge,
  printParts,
  printRate,
  printShare,
  printUnderLarge,
} from '../../../web/figures/amounts.ts';
import { printDatedWeekday, printDay, printDue, printMoment, toneOfDue } from '../../../web/figures/dates.ts';

describe('amounts', () => {
  it('have thousands and exactly two decimals', () => {
    expect(printExact('4075820')).toBe('4,075,820.00');
    expect(printExact('-829000.5')).toBe('−829,000.50');
  });

  it('are exact beyond what a float holds', () => {
    expect(plus('999999999999.99', '0.01')).toBe('1000000000000.00');
    expect(minus('0.10', '0.30')).toBe('-0.20');
  });

  it('of many projects are told in 万元 to two decimals, half up, and as the same number of yuan in English', () => {
    const cases = [
      ['517180.00', '51.72 万元', '517,200 yuan'],
      ['517150.00', '51.72 万元', '517,200 yuan'],
      ['517149.99', '51.71 万元', '517,100 yuan'],
      ['13200000.00', '1,320.00 万元', '13,200,000 yuan'],
      ['999999999999.99', '100,000,000.00 万元', '1,000,000,000,000 yuan'],
      ['10000.00', '1.00 万元', '10,000 yuan'],
      ['-517150.00', '−51.72 万元', '−517,200 yuan'],
      ['0.00', '0.00 万元', '0 yuan'],
    ] as const;
    expect(cases.map(([amount]) => [amount, printLarge(amount, 'zh'), printLarge(amount, 'en')])).toEqual(cases);
  });

  it('are told to the fen below one ten thousand, with their own unit under the head of large sums', () => {
    expect(printLarge('9999.99', 'zh')).toBe('9,999.99 元');
    expect(printLarge('10.00', 'en')).toBe('10.00 yuan');
    expect(['517180.00', '10.00', '0.00'].map((amount) => printUnderLarge(amount, 'zh'))).toEqual([
      '51.72',
      '10.00 元',
      '0.00',
    ]);
    expect(['517180.00', '10.00', '0.00'].map((amount) => printUnderLarge(amount, 'en'))).toEqual([
      '517,200',
      '10.00',
      '0',
    ]);
  });

  it('have a height in charts, said in 万元 or in millions of yuan', () => {
    expect(heightOf('30000000.00')).toBe(3000);
    expect([3000, 50, 0].map((height) => printHeight(height, 'zh'))).toEqual(['3,000', '50', '0']);
    expect([3000, 50, 0].map((height) => printHeight(height, 'en'))).toEqual(['30 M', '0.5 M', '0']);
  });

  it('never read as all of it while a fen is missing', () => {
    expect(printShare('1999999.99', '2000000.00')).toBe('99.99%');
    expect(printShare('2000000.00', '2000000.00')).toBe('100.00%');
    expect(printShare('1.00', '0.00')).toBe('0.00%');
    // Of a building: its area but for a hundredth of a square metre, and 22 of its 47 households.
    expect(printShare('10385.54', '10385.55')).toBe('99.99%');
    expect(printShare('22', '47')).toBe('46.80%');
  });

  it('have thousands within sentences too, where they are amounts', () => {
    expect(groupAmounts('居民自筹 414963.00 元，不低于1200.50元')).toBe('居民自筹 414,963.00 元，不低于1,200.50元');
    expect(groupAmounts('330302-2026-0017 of 2026, page 0001.1200, 999.00')).toBe(
      '330302-2026-0017 of 2026, page 0001.1200, 999.00',
    );
  });

  it('come to all of it where they are parts of one whole', () => {
    expect(printParts(['617160.00', '71040.00'])).toEqual(['89.68%', '10.32%']);
    expect(printParts(['1.00', '1.00', '1.00'])).toEqual(['33.34%', '33.33%', '33.33%']);
    expect(printParts(['5.00', '0.00'])).toEqual(['100.00%', '0.00%']);
    expect(printParts([])).toEqual([]);
  });

  it('are rates of a rule without rounding', () => {
    expect(['0', '0.3', '0.7', '1', '0.125', '0.05'].map(printRate)).toEqual([
      '0%',
      '30%',
      '70%',
      '100%',
      '12.5%',
      '5%',
    ]);
  });
});

describe('days', () => {
  it('are written as the language has them', () => {
    expect(printDatedWeekday('2026-10-12', 'zh')).toBe('2026年10月12日 周一');
    expect(printDatedWeekday('2026-10-12', 'en')).toBe('Mon 12 Oct 2026');
  });

  it('say their year where it is another one than today’s', () => {
    expect(printDay('2025-12-04', 'zh', '2026-03-02')).toBe('2025年12月4日');
    expect(printDay('2026-01-04', 'en', '2026-03-02')).toBe('4 Jan');
    expect(printMoment('2025-12-31T15:59:00.000Z', '2026-03-02')).toBe('2025-12-31 23:59');
    expect(printMoment('2025-12-31T16:00:00.000Z', '2026-03-02')).toBe('01-01 00:00');
  });

  it('are those of Wenzhou, not of the browser', () => {
    expect(printMoment('2026-10-11T16:30:00.000Z')).toBe('10-12 00:30');
  });

  it('say how far off a due date is', () => {
    expect(printDue('2026-10-12', '2026-10-12', 'zh')).toBe('今日');
    expect(printDue('2026-10-09', '2026-10-12', 'zh')).toBe('逾期 3 天');
    expect(printDue('2026-10-18', '2026-10-12', 'en')).toBe('6 d left');
    expect(toneOfDue('2026-10-11', '2026-10-12')).toBe('bad');
    expect(toneOfDue('2026-10-15', '2026-10-12')).toBe('warn');
    expect(toneOfDue('2026-10-16', '2026-10-12')).toBe('plain');
  });
});
