// Counting ballots, and two thirds by area and by households as exact integers: the smallest figures that pass.
import type { Decimal } from 'decimal.js';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import type { CountMode, Fraction } from '../parameters/local.ts';

export const VOTES = ['AGREE', 'DISAGREE', 'ABSTAIN', 'NOT_RETURNED', 'INVALID'] as const;
export type Vote = (typeof VOTES)[number];

/** One exclusive part (套): its area counts by itself, its household together with other units of the same owner. */
export interface BallotUnit {
  readonly unit: string;
  readonly ownerId?: string | undefined;
  readonly area: Decimal;
  readonly vote: Vote;
}

export interface BallotTotals {
  readonly households: number;
  readonly householdsAgreed: number;
  readonly area: Decimal;
  readonly areaAgreed: Decimal;
}

export interface Majority<Quantity> {
  readonly total: Quantity;
  readonly agreed: Quantity;
  /** The smallest quantity that passes. */
  readonly required: Quantity;
  readonly missing: Quantity;
}

export interface DoubleMajority {
  readonly passed: boolean;
  readonly households: Majority<number>;
  readonly area: Majority<Decimal>;
}

/** As entries, findings and answers keep it: plain values, areas to 0.01 ㎡. */
export const printMajority = ({ households, area }: Omit<DoubleMajority, 'passed'>) => ({
  households: { ...households },
  area: {
    total: printAmount(area.total),
    agreed: printAmount(area.agreed),
    required: printAmount(area.required),
    missing: printAmount(area.missing),
  },
});

/** An owner of several units is one household, which agrees if one of its ballots does and none of them objects or abstains. */
export function householdsOf(units: readonly BallotUnit[], countMode: CountMode): readonly (readonly BallotUnit[])[] {
  if (countMode === 'BY_UNIT') return units.map((unit) => [unit]);
  const byOwner = Map.groupBy(units, ({ unit, ownerId }) =>
    JSON.stringify(ownerId === undefined ? { unit } : { ownerId }),
  );
  return [...byOwner.values()];
}

const agrees = (household: readonly BallotUnit[]): boolean =>
  household.some(({ vote }) => vote === 'AGREE') &&
  household.every(({ vote }) => vote !== 'DISAGREE' && vote !== 'ABSTAIN');

/** An owner who agrees for one unit and objects or abstains for another has not agreed as a household. */
export const contradictsItself = (household: readonly BallotUnit[]): boolean =>
  household.some(({ vote }) => vote === 'AGREE') && !agrees(household);

export const takesPart = ({ vote }: BallotUnit): boolean =>
  vote === 'AGREE' || vote === 'DISAGREE' || vote === 'ABSTAIN';

export const areaOf = (units: readonly BallotUnit[]): Decimal => sum(units.map(({ area }) => area));

export function countBallots(units: readonly BallotUnit[], countMode: CountMode): BallotTotals {
  const households = householdsOf(units, countMode);
  return {
    households: households.length,
    householdsAgreed: households.filter(agrees).length,
    area: areaOf(units),
    areaAgreed: areaOf(units.filter(({ vote }) => vote === 'AGREE')),
  };
}

function majorityOfHouseholds(total: number, agreed: number, { of, outOf }: Fraction): Majority<number> {
  const required = Math.ceil((of * total) / outOf);
  return { total, agreed, required, missing: Math.max(0, required - agreed) };
}

/** The smallest area to 0.01 ㎡ that reaches the fraction, computed in whole hundredths. */
function majorityOfArea(total: Decimal, agreed: Decimal, { of, outOf }: Fraction): Majority<Decimal> {
  const hundredths = decimalOf(total).times(100).times(of);
  const required = hundredths
    .plus(outOf - 1)
    .divToInt(outOf)
    .div(100);
  const missing = required.minus(agreed);
  return { total, agreed, required, missing: missing.isNegative() ? decimalOf(0) : missing };
}

/** Both must be reached (且); exactly the fraction is enough (以上, Civil Code 1259). */
export function doubleMajority(totals: BallotTotals, share: Fraction): DoubleMajority {
  const { households, householdsAgreed, area, areaAgreed } = totals;
  const byHouseholds = share.outOf * householdsAgreed >= share.of * households;
  const byArea = decimalOf(areaAgreed).times(share.outOf).greaterThanOrEqualTo(decimalOf(area).times(share.of));
  return {
    passed: households > 0 && !area.isZero() && byHouseholds && byArea,
    households: majorityOfHouseholds(households, householdsAgreed, share),
    area: majorityOfArea(area, areaAgreed, share),
  };
}
