// Codes of units: readable on a slip of paper, another one for every unit and roll, found again as people type them.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findUnit, unitCode } from '../../../domain/paper/unit-code.ts';

const seal = {
  keyedHash: (purpose: string, text: string): string =>
    createHmac('sha256', 'secret').update(`${purpose}\n${text}`).digest('hex'),
};
const units = Array.from({ length: 2_000 }, (_, index) => `1-1-${index + 1}`);
const codes = units.map((unit) => unitCode(seal, 'roll-1', unit));

describe('the code of a unit', () => {
  it('has eight signs, none of them 0, O, 1, I or L (paper U1)', () => {
    expect(codes.filter((code) => !/^[2-9A-HJKMNP-TV-Z]{8}$/.test(code))).toEqual([]);
  });

  it('is another one for every unit, and for the next roll', () => {
    expect(new Set(codes).size).toBe(units.length);
    expect(unitCode(seal, 'roll-2', '1-1-1')).not.toBe(codes[0]);
  });

  it('finds its unit in small letters and with spaces, and no unit for another code', () => {
    const typed = `${codes[41]?.slice(0, 4)} ${codes[41]?.slice(4)}`.toLowerCase();
    expect(findUnit(seal, 'roll-1', units, typed)).toBe('1-1-42');
    expect(findUnit(seal, 'roll-1', units, '00000000')).toBeUndefined();
  });
});
