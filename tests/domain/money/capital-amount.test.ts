// Capital numerals can be read back to the amount, and are written as the bills require.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalAmount } from '../../../domain/money/capital-amount.ts';
import { decimalOf, printAmount } from '../../../domain/money/money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads capital numerals the way a cashier does. */
function readBack(text: string): string {
  let fen = 0;
  let total = 0;
  let group = 0;
  let last = 0;
  for (const sign of text.replace(/^人民币/, '').replace(/整$/, '')) {
    if (DIGITS.includes(sign)) last = DIGITS.indexOf(sign);
    else if (sign in UNITS) [group, last] = [group + last * (UNITS[sign] ?? 0), 0];
    else if (sign === '万') [total, group, last] = [total + (group + last) * 1e4, 0, 0];
    else if (sign === '亿') [total, group, last] = [total + (group + last) * 1e8, 0, 0];
    else if (sign === '元') [total, group, last] = [total + group + last, 0, 0];
    else if (sign === '角') [fen, last] = [fen + last * 10, 0];
    else if (sign === '分') [fen, last] = [fen + last, 0];
  }
  return printAmount(decimalOf(total).plus(decimalOf(fen).div(100)));
}

describe('capital numerals', () => {
  it.each([
    ['0', '人民币零元整'],
    ['0.01', '人民币壹分'],
    ['0.10', '人民币壹角整'],
    ['0.11', '人民币壹角壹分'],
    ['1', '人民币壹元整'],
    ['10', '人民币壹拾元整'],
    ['101.05', '人民币壹佰零壹元零伍分'],
    ['1001.50', '人民币壹仟零壹元伍角整'],
    ['10000', '人民币壹万元整'],
    ['10001', '人民币壹万零壹元整'],
    ['100100', '人民币壹拾万零壹佰元整'],
    ['1010000', '人民币壹佰零壹万元整'],
    ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['2738290', '人民币贰佰柒拾叁万捌仟贰佰玖拾元整'],
    ['100000000', '人民币壹亿元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['100010000', '人民币壹亿零壹万元整'],
    ['1000000000.01', '人民币壹拾亿元零壹分'],
    ['999999999999.99', '人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('writes %s as %s', (amount, words) => {
    expect(capitalAmount(decimalOf(amount))).toBe(words);
  });

  it('reads back to the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
        const amount = decimalOf(fen.toString()).div(100);
        expect(readBack(capitalAmount(amount))).toBe(printAmount(amount));
      }),
    );
  });

  it('never writes two 零 in a row, nor one before 元', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999_999n }), (fen) => {
        expect(capitalAmount(decimalOf(fen.toString()).div(100))).not.toMatch(/零零|零元|零万|零亿/);
      }),
    );
  });

  it.each(['-0.01', '1000000000000'])('refuses %s', (amount) => {
    expect(() => capitalAmount(decimalOf(amount))).toThrow(RangeError);
  });
});
