// What must hold of any funding, whatever the figures.
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { decimalOf, sum } from '../../../domain/money/money.ts';
import { lucheng2020, type RulePack, wenzhouCityGuide } from '../../../domain/policy/packs.ts';
import { CATEGORIES } from '../../../domain/policy/parameters/local.ts';
import { type FundingFacts, fund } from '../../../domain/policy/rules/funding.ts';

const on = plainDateOf('2021-06-01');
const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((n) => decimalOf(n).div(100));
const money = hundredths(0, 1_000_000_000);

const facts: fc.Arbitrary<FundingFacts> = fc.record({
  direct: fc.record({ MANDATORY: money, BASIC: money, IMPROVEMENT: money, UPGRADE: money }),
  otherCosts: money,
  contingency: money,
  areaByPropertyRight: hundredths(1, 5_000_000),
  stage: fc.constant('ESTIMATE' as const),
});
const pack: fc.Arbitrary<RulePack> = fc.constantFrom(lucheng2020, wenzhouCityGuide);
const capOf = (of: RulePack): Decimal => of.subsidyCap[0].value;

describe('any funding', () => {
  it('adds up: self-raised, excess and subsidy are the total', () => {
    fc.assert(
      fc.property(facts, pack, (plan, rules) => {
        const { selfRaised, excess, subsidy, residents, total } = fund(plan, on, rules);
        expect(sum([selfRaised, excess, subsidy]).equals(total)).toBe(true);
        expect(residents.plus(subsidy).equals(total)).toBe(true);
      }),
    );
  });

  it('never subsidises more than the cap, and exactly the cap where there is an excess', () => {
    fc.assert(
      fc.property(facts, pack, (plan, rules) => {
        const { subsidy, excess } = fund(plan, on, rules);
        const most = plan.areaByPropertyRight.times(capOf(rules));
        expect(subsidy.lessThanOrEqualTo(most)).toBe(true);
        expect(excess.isZero() || subsidy.equals(most)).toBe(true);
      }),
    );
  });

  it('has lines by category that add up to the total and to the self-raised funds', () => {
    fc.assert(
      fc.property(facts, (plan) => {
        const { byCategory, total, selfRaised } = fund(plan, on, lucheng2020);
        const direct = sum(CATEGORIES.map((category) => plan.direct[category]));
        expect(sum(byCategory.map((line) => line.selfRaised)).equals(selfRaised)).toBe(true);
        expect(direct.isZero() || sum(byCategory.map((line) => line.investment)).equals(total)).toBe(true);
      }),
    );
  });

  it('asks more of residents, never less, when other costs or contingency grow', () => {
    fc.assert(
      fc.property(facts, money, (plan, more) => {
        const before = fund(plan, on, lucheng2020);
        const after = fund({ ...plan, otherCosts: plan.otherCosts.plus(more) }, on, lucheng2020);
        expect(after.residents.greaterThanOrEqualTo(before.residents)).toBe(true);
        expect(after.subsidy.greaterThanOrEqualTo(before.subsidy)).toBe(true);
      }),
    );
  });

  it('grows with every category: a dearer item never makes the residents’ side or the total smaller', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...CATEGORIES), money, (plan, category, more) => {
        const plain = { ...plan, otherCosts: decimalOf(0), contingency: decimalOf(0) };
        const dearer = { ...plain, direct: { ...plain.direct, [category]: plain.direct[category].plus(more) } };
        const [before, after] = [fund(plain, on, lucheng2020), fund(dearer, on, lucheng2020)];
        expect(after.total.greaterThanOrEqualTo(before.total)).toBe(true);
        expect(after.selfRaised.greaterThanOrEqualTo(before.selfRaised)).toBe(true);
        expect(after.residents.greaterThanOrEqualTo(before.residents)).toBe(true);
      }),
    );
  });

  it('scales: a hundred times the money and the area give a hundred times the shares, to the rounding', () => {
    fc.assert(
      fc.property(facts, (plan) => {
        const large = {
          ...plan,
          direct: {
            MANDATORY: plan.direct.MANDATORY.times(100),
            BASIC: plan.direct.BASIC.times(100),
            IMPROVEMENT: plan.direct.IMPROVEMENT.times(100),
            UPGRADE: plan.direct.UPGRADE.times(100),
          },
          otherCosts: plan.otherCosts.times(100),
          contingency: plan.contingency.times(100),
          areaByPropertyRight: plan.areaByPropertyRight.times(100),
        };
        const [small, big] = [fund(plan, on, lucheng2020), fund(large, on, lucheng2020)];
        for (const figure of ['selfRaised', 'subsidy', 'excess', 'residents'] as const) {
          expect(big[figure].div(100).minus(small[figure]).abs().lessThanOrEqualTo('0.01')).toBe(true);
        }
      }),
    );
  });
});
