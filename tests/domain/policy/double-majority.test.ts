// The smallest passing figures are the smallest, by households and by area, for any roll.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../domain/money/money.ts';
import { countBallots, doubleMajority, VOTES } from '../../../domain/policy/rules/double-majority.ts';

const share = { of: 2, outOf: 3 };
const fractions = fc.constantFrom(share, { of: 3, outOf: 4 }, { of: 1, outOf: 2 });
const areas = fc.integer({ min: 1, max: 100_000_000 }).map((n) => decimalOf(n).div(100));

const units = fc.uniqueArray(
  fc.record({
    unit: fc.integer({ min: 1, max: 500 }).map(String),
    ownerId: fc.option(
      fc.integer({ min: 1, max: 20 }).map((n) => `owner-${n}`),
      { nil: undefined },
    ),
    area: areas,
    vote: fc.constantFrom(...VOTES),
  }),
  { selector: ({ unit }) => unit, minLength: 1, maxLength: 60 },
);

describe('the double majority', () => {
  it('needs the smallest number of households that passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), areas, fractions, (households, area, fraction) => {
        const all = { households, householdsAgreed: households, area, areaAgreed: area };
        const { required } = doubleMajority(all, fraction).households;
        expect(doubleMajority({ ...all, householdsAgreed: required }, fraction).passed).toBe(true);
        expect(doubleMajority({ ...all, householdsAgreed: required - 1 }, fraction).passed).toBe(false);
      }),
    );
  });

  it('needs the smallest area, to 0.01 ㎡, that passes', () => {
    fc.assert(
      fc.property(areas, fractions, (area, fraction) => {
        const all = { households: 3, householdsAgreed: 3, area, areaAgreed: area };
        const { required } = doubleMajority(all, fraction).area;
        expect(doubleMajority({ ...all, areaAgreed: required }, fraction).passed).toBe(true);
        expect(doubleMajority({ ...all, areaAgreed: required.minus('0.01') }, fraction).passed).toBe(false);
      }),
    );
  });

  it('passes exactly when nothing is missing', () => {
    fc.assert(
      fc.property(units, fc.constantFrom('BY_OWNER' as const, 'BY_UNIT' as const), (roll, mode) => {
        const { passed, households, area } = doubleMajority(countBallots(roll, mode), share);
        expect(passed).toBe(households.missing === 0 && area.missing.isZero());
      }),
    );
  });

  it('never merges area, whatever the way of counting households', () => {
    fc.assert(
      fc.property(units, (roll) => {
        const [byOwner, byUnit] = [countBallots(roll, 'BY_OWNER'), countBallots(roll, 'BY_UNIT')];
        expect(byOwner.area.equals(byUnit.area)).toBe(true);
        expect(byOwner.areaAgreed.equals(byUnit.areaAgreed)).toBe(true);
        expect(byOwner.households).toBeLessThanOrEqual(byUnit.households);
      }),
    );
  });

  it('counts a silent unit in the whole and never as agreeing', () => {
    fc.assert(
      fc.property(units, areas, (roll, area) => {
        const silent = { unit: 'one more', area, vote: 'NOT_RETURNED' as const };
        const before = countBallots(roll, 'BY_OWNER');
        const after = countBallots([...roll, silent], 'BY_OWNER');
        expect(after.householdsAgreed).toBe(before.householdsAgreed);
        expect(after.households).toBe(before.households + 1);
      }),
    );
  });

  it('of nobody passes nothing', () => {
    const nobody = { households: 0, householdsAgreed: 0, area: decimalOf(0), areaAgreed: decimalOf(0) };
    expect(doubleMajority(nobody, share).passed).toBe(false);
  });

  it('tells an owner’s id from the number of a unit without owner', () => {
    const unit = { area: decimalOf(1), vote: 'AGREE' as const };
    const roll = [
      { ...unit, unit: '1-101', ownerId: '1-102' },
      { ...unit, unit: '1-102' },
    ];
    expect(countBallots(roll, 'BY_OWNER').households).toBe(2);
  });
});
