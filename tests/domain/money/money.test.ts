// Amounts are taken and printed exactly, or refused.
import { describe, expect, it } from 'vitest';
import { decimalOf, parseAmount, printAmount, printShare, roundToFen } from '../../../domain/money/money.ts';

describe('an amount', () => {
  it.each(['0', '0.01', '0.5', '10', '4000000.01', '999999999999.99'])('is read from %s', (text) => {
    expect(parseAmount(text)?.equals(text)).toBe(true);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '-1',
    '-0',
    '+1',
    'NaN',
    'Infinity',
    '1e3',
    '1E3',
    '1.234',
    '.5',
    '1.',
    '1,000',
    '007',
    '０',
    '一',
    '0x10',
    '1000000000000',
    '1\n',
  ])('is refused from %j', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });

  it('is printed with exactly two decimals', () => {
    expect(['0', '-0', '1', '1.5', '1234567.89'].map((text) => printAmount(decimalOf(text)))).toEqual([
      '0.00',
      '0.00',
      '1.00',
      '1.50',
      '1234567.89',
    ]);
  });

  it('is not printed before it is rounded', () => {
    expect(() => printAmount(decimalOf('0.005'))).toThrow(RangeError);
  });

  it('is rounded half up', () => {
    expect(['0.005', '0.0049999', '2.675', '1.115'].map((text) => printAmount(roundToFen(decimalOf(text))))).toEqual([
      '0.01',
      '0.00',
      '2.68',
      '1.12',
    ]);
  });

  it('is never shown as all of a whole that it does not reach', () => {
    expect(printShare(decimalOf('999999.99'), decimalOf('1000000'))).toBe('99.99');
  });
});
