// Who pays what of the total investment: residents' share, subsidy base, capped subsidy, excess (F-01 to F-10a).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { splitByLargestRemainder } from '../../money/largest-remainder.ts';
import { decimalOf, printAmount, roundToFen, sum, ZERO } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { CATEGORIES, type Category } from '../parameters/local.ts';
import { findFunding } from './funding-findings.ts';

/** An item with express subsidy rules of its own (lifts): kept out of the total, with the rule that says so. */
export interface ExcludedItem {
  readonly name: string;
  readonly cost: Decimal;
  readonly citation: string;
}

export interface FundingFacts {
  /** Direct construction cost (工程费用) by category. */
  readonly direct: Readonly<Record<Category, Decimal>>;
  /** 工程建设其他费用 */
  readonly otherCosts: Decimal;
  /** 预备费; normally nil in final accounts. */
  readonly contingency: Decimal;
  /** Building area on the property register, ㎡; not the sum of exclusive parts of the ballot. */
  readonly areaByPropertyRight: Decimal;
  readonly excluded?: readonly ExcludedItem[] | undefined;
  /** Only the audited final accounts bind (F-04). */
  readonly stage: 'ESTIMATE' | 'FINAL';
}

export interface CategoryFunding {
  readonly category: Category;
  readonly rate: Decimal;
  /** Direct cost with its share of other costs and contingency. */
  readonly investment: Decimal;
  readonly selfRaised: Decimal;
}

export interface Funding {
  /** T */
  readonly total: Decimal;
  /** S, the residents' self-raised funds in the narrow sense. */
  readonly selfRaised: Decimal;
  /** T − S */
  readonly subsidyBase: Decimal;
  /** G */
  readonly subsidy: Decimal;
  /** E, what the base exceeds the cap by: borne by residents. */
  readonly excess: Decimal;
  /** S + E */
  readonly residents: Decimal;
  /** Cap × area by property right. */
  readonly mostSubsidy: Decimal;
  /** Base per square metre, for show only: the cap is compared as amounts. */
  readonly perSquareMetre: Decimal;
  readonly byCategory: readonly CategoryFunding[];
}

/** As plans, papers and answers have it: yuan to the fen. */
export interface PrintedFunding {
  readonly total: string;
  readonly selfRaised: string;
  readonly subsidyBase: string;
  readonly subsidy: string;
  readonly excess: string;
  readonly residents: string;
}

export const printFunding = (funding: Funding): PrintedFunding => ({
  total: printAmount(funding.total),
  selfRaised: printAmount(funding.selfRaised),
  subsidyBase: printAmount(funding.subsidyBase),
  subsidy: printAmount(funding.subsidy),
  excess: printAmount(funding.excess),
  residents: printAmount(funding.residents),
});

export interface FundingResult extends Funding {
  readonly findings: readonly Finding[];
}

/** Other costs and contingency follow direct cost, so S is the total times one weighted rate; rounded once. */
export function fund(facts: FundingFacts, on: PlainDate, pack: RulePack): Funding {
  if (facts.areaByPropertyRight.isZero()) throw new RangeError('the area by property right must not be zero');
  const shares = valueOn(pack.residentShares, on);
  const direct = sum(CATEGORIES.map((category) => facts.direct[category]));
  const total = sum([direct, facts.otherCosts, facts.contingency]);
  const weighted = sum(CATEGORIES.map((category) => shares[category].rate.times(facts.direct[category])));
  const selfRaised = direct.isZero() ? ZERO : roundToFen(total.times(weighted).div(direct));
  const subsidyBase = total.minus(selfRaised);
  const area = decimalOf(facts.areaByPropertyRight);
  const mostSubsidy = roundToFen(area.times(valueOn(pack.subsidyCap, on)));
  const subsidy = subsidyBase.lessThan(mostSubsidy) ? subsidyBase : mostSubsidy;
  const excess = subsidyBase.minus(subsidy);
  return {
    total,
    selfRaised,
    subsidyBase,
    subsidy,
    excess,
    residents: selfRaised.plus(excess),
    mostSubsidy,
    perSquareMetre: subsidyBase.div(area),
    byCategory: fundingByCategory(facts, { direct, total, selfRaised, weighted }, on, pack),
  };
}

interface Sums {
  readonly direct: Decimal;
  readonly total: Decimal;
  readonly selfRaised: Decimal;
  readonly weighted: Decimal;
}

/** The lines of the categories, each column adding up to its total by largest remainder. */
function fundingByCategory(facts: FundingFacts, sums: Sums, on: PlainDate, pack: RulePack): CategoryFunding[] {
  const shares = valueOn(pack.residentShares, on);
  const costs = CATEGORIES.map((category) => facts.direct[category]);
  const dues = CATEGORIES.map((category) => shares[category].rate.times(facts.direct[category]));
  const investments = sums.direct.isZero() ? [] : splitByLargestRemainder(sums.total, costs);
  const selfRaised = sums.weighted.isZero() ? [] : splitByLargestRemainder(sums.selfRaised, dues);
  return CATEGORIES.map((category, index) => ({
    category,
    rate: shares[category].rate,
    investment: investments[index] ?? ZERO,
    selfRaised: selfRaised[index] ?? ZERO,
  }));
}

export function computeFunding(facts: FundingFacts, on: PlainDate, pack: RulePack): FundingResult {
  const funding = fund(facts, on, pack);
  return { ...funding, findings: findFunding(facts, funding, on, pack) };
}
