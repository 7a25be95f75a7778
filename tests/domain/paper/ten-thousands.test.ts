// Amounts in 万元 add up as printed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, sum } from '../../../domain/money/money.ts';
import { inTenThousands, moneyInTenThousands, partsInTenThousands } from '../../../domain/paper/ten-thousands.ts';

const fen = fc.bigInt({ min: 0n, max: 99_999_999_999n }).map((n) => decimalOf(n.toString()).div(100).toFixed(2));

describe('amounts in 万元', () => {
  it('are rounded half up to the hundredth', () => {
    expect(inTenThousands('14258290.00')).toBe('1425.83');
    expect(inTenThousands('49.99')).toBe('0.00');
    expect(inTenThousands('50.00')).toBe('0.01');
  });

  it('give what rounding leaves over to the largest part', () => {
    expect(partsInTenThousands('100.00', { a: '50.00', b: '50.00' })).toEqual({ total: '0.01', a: '0.00', b: '0.01' });
    expect(partsInTenThousands('30150.00', { small: '10050', large: '20100' })).toMatchObject({
      total: '3.02',
      large: '2.01',
    });
  });

  it('add up to the rounded total for any parts', () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 6 }), (amounts) => {
        const whole = sum(amounts.map((amount) => decimalOf(amount))).toFixed(2);
        const named = Object.fromEntries(amounts.map((amount, index) => [`part${index}`, amount]));
        const { total, ...parts } = partsInTenThousands(whole, named);
        expect(sum(Object.values(parts).map((part) => decimalOf(part))).toFixed(2)).toBe(total);
        expect(total).toBe(inTenThousands(whole));
      }),
    );
  });

  it('divide the money of a project twice, and both divisions add up', () => {
    fc.assert(
      fc.property(fen, fen, fen, (selfRaised, excessBorne, subsidy) => {
        const totalInvestment = sum([selfRaised, excessBorne, subsidy].map((part) => decimalOf(part))).toFixed(2);
        const wan = moneyInTenThousands({ totalInvestment, selfRaised, excessBorne, subsidy });
        expect(decimalOf(wan.residents).plus(wan.subsidy).toFixed(2)).toBe(wan.total);
        expect(decimalOf(wan.selfRaised).plus(wan.excessBorne).toFixed(2)).toBe(wan.residents);
      }),
    );
  });
});
