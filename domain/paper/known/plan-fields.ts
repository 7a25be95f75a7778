// What the plan on record says of its costs, in the tables of M1 and P2: by aspect and category, other costs spread over them.
import type { Decimal } from 'decimal.js';
import type { Entry } from '../../ledger.ts';
import { splitByLargestRemainder } from '../../money/largest-remainder.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import { CATEGORIES, type Category } from '../../policy/parameters/local.ts';
import { ASPECTS, type Aspect } from '../../policy/rules/content.ts';
import type { DesignInput } from '../../projects/consent/design-input.ts';
import { ASPECTS as ASPECT_TITLES } from '../contents/fields.ts';
import type { KnownFields } from './project-fields.ts';

const COLUMNS = { MANDATORY: 'mandatory', BASIC: 'basic', IMPROVEMENT: 'improvement', UPGRADE: 'upgrade' } as const;

/** The last plan handed in; none before there is one. */
export function planCostFields(entries: readonly Entry[]): KnownFields {
  const entry = entries.findLast(({ act }) => act === 'submit-design');
  if (entry === undefined) return {};
  // Written by the act through its own schema.
  const { items, otherCosts, contingency } = entry.payload.input as unknown as DesignInput;
  const costOf = (aspect: Aspect, category: Category): Decimal =>
    sum(
      items
        .filter((item) => item.aspect === aspect && item.category === category)
        .map(({ directCost }) => decimalOf(directCost)),
    );
  const costs = ASPECTS.map((aspect, index) => ({
    aspect: ASPECT_TITLES[index],
    costs: byColumn((category) => costOf(aspect, category)),
  }));
  const direct = CATEGORIES.map((category) => sum(ASPECTS.map((aspect) => costOf(aspect, category))));
  const others = splitByLargestRemainder(decimalOf(otherCosts).plus(contingency), direct);
  const worksOf = (aspect: Aspect): string => {
    const names = items.filter((item) => item.aspect === aspect).map(({ name }) => name);
    return names.length === 0 ? '本次不涉及。' : `${names.join('、')}。`;
  };
  return {
    costs,
    otherCosts: byColumn((category) => others[CATEGORIES.indexOf(category)] ?? decimalOf(0)),
    scopes: costs.map((row, index) => ({ ...row, works: worksOf(ASPECTS[index] ?? 'BUILDING') })),
    scopeSummary: items.map(({ name }) => name).join('、'),
  };
}

const byColumn = (amountOf: (category: Category) => Decimal) =>
  Object.fromEntries(CATEGORIES.map((category) => [COLUMNS[category], printAmount(amountOf(category))]));
