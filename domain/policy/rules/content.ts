// What is renovated: one plan, every item in one aspect and one category, and what such a plan should not lack (C-01 to C-07, G-06 to G-09).
import type { Decimal } from 'decimal.js';
import { printAmount, sum } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { CATEGORIES, type Category } from '../parameters/local.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

/** The closed list of six (C-01). */
export const ASPECTS = [
  'BUILDING',
  'ROAD_TRAFFIC_PARKING',
  'PIPE_NETWORK',
  'LANDSCAPE_GREENING',
  'AGE_FRIENDLY',
  'COMMUNITY_SERVICE',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface RenovationItem {
  readonly id: string;
  readonly aspect: Aspect;
  /** Recorded in the plan that owners vote on; never inferred: the text lists no items but the mandatory ones (C-02). */
  readonly category: Category;
  readonly cost: Decimal;
  /** 涂脂抹粉: looks only. */
  readonly cosmetic?: boolean | undefined;
}

export interface ContentFacts {
  readonly items: readonly RenovationItem[];
  /** Plans of this neighbourhood now in force, this one included. */
  readonly currentPlans: number;
  /** Earlier renovations of the same neighbourhood under this programme. */
  readonly renovatedBefore: number;
  /** Items that residents chose in the consultation. */
  readonly chosen: readonly string[];
  /** The mandatory needs are met already, as attested by the street. */
  readonly mandatoryNeedsMet: boolean;
  /** Planned in the same design; lifts are funded apart (F-05). */
  readonly designedTogether: { readonly lifts: boolean; readonly wasteSorting: boolean; readonly fireSafety: boolean };
}

/** What each category is for; the mandatory one by example, the others by purpose. */
const PURPOSES = {
  MANDATORY: { rule: 'C-04', zh: '必选类', en: 'Mandatory' },
  BASIC: { rule: 'C-05', zh: '基础类', en: 'Basic' },
  IMPROVEMENT: { rule: 'C-06', zh: '完善类', en: 'Improvement' },
  UPGRADE: { rule: 'C-07', zh: '提升类', en: 'Upgrade' },
} as const satisfies Readonly<Record<Category, object>>;

/** The direct costs that the funding formula starts from. */
export function costsByCategory(items: readonly RenovationItem[]): Readonly<Record<Category, Decimal>> {
  const of = (category: Category): Decimal =>
    sum(items.filter((item) => item.category === category).map(({ cost }) => cost));
  return { MANDATORY: of('MANDATORY'), BASIC: of('BASIC'), IMPROVEMENT: of('IMPROVEMENT'), UPGRADE: of('UPGRADE') };
}

export const contentIsSound: Question<ContentFacts> = (facts, _on, pack) => [
  ...findOnePlan(facts, pack),
  ...findMatrix(facts, pack),
  ...findMandatory(facts, pack),
  ...findChoices(facts, pack),
  ...findWarnings(facts, pack),
];

function findOnePlan({ currentPlans, items }: ContentFacts, pack: RulePack): Finding[] {
  const facts = { currentPlans, items: items.length };
  if (currentPlans !== 1) {
    const says = { zh: '一小区应只有一个现行方案', en: 'A neighbourhood has exactly one current plan' };
    return [ruleFinding(pack, 'G-08', { verdict: 'FAIL', code: 'NOT_ONE_PLAN', says, facts })];
  }
  if (items.length === 0) {
    const says = { zh: '方案没有改造内容', en: 'The plan has no items' };
    return [ruleFinding(pack, 'C-02', { verdict: 'FAIL', code: 'PLAN_WITHOUT_ITEMS', says, facts })];
  }
  const says = { zh: '一小区一方案', en: 'One neighbourhood, one plan' };
  return [ruleFinding(pack, 'G-08', { verdict: 'PASS', code: 'ONE_PLAN', says, facts })];
}

function findMatrix({ items }: ContentFacts, pack: RulePack): Finding[] {
  const matrix = Object.fromEntries(
    ASPECTS.map((aspect) => {
      const costs = costsByCategory(items.filter((item) => item.aspect === aspect));
      return [aspect, Object.fromEntries(CATEGORIES.map((category) => [category, printAmount(costs[category])]))];
    }),
  );
  const says = { zh: '改造内容按 6 大方面、4 种类型归类', en: 'The items fill the matrix of aspects and categories' };
  const costs = costsByCategory(items);
  const perCategory = CATEGORIES.filter((category) => items.some((item) => item.category === category)).map(
    (category) => {
      const { rule, zh, en } = PURPOSES[category];
      const cost = printAmount(costs[category]);
      const found = { zh: `${zh}工程费用 ${cost} 元`, en: `${en} items: ${cost} yuan` };
      return ruleFinding(pack, rule, { verdict: 'PASS', code: `${category}_ITEMS`, says: found, figures: { cost } });
    },
  );
  return [
    ruleFinding(pack, 'C-01', { verdict: 'PASS', code: 'CLASSIFIED', says, figures: { matrix } }),
    ...perCategory,
  ];
}

function findMandatory({ items, mandatoryNeedsMet }: ContentFacts, pack: RulePack): Finding[] {
  if (mandatoryNeedsMet || items.some(({ category }) => category === 'MANDATORY')) return [];
  const says = {
    zh: '方案没有必选类内容；确已达标的由街道注明',
    en: 'The plan has no mandatory item; the street attests if those needs are met already',
  };
  return [ruleFinding(pack, 'C-04', { verdict: 'WARN', code: 'NO_MANDATORY_ITEM', says })];
}

function findChoices({ items, chosen }: ContentFacts, pack: RulePack): Finding[] {
  const notChosen = items
    .filter(({ id, category }) => category !== 'MANDATORY' && !chosen.includes(id))
    .map(({ id }) => id);
  if (notChosen.length === 0) return [];
  const says = {
    zh: `${notChosen.length} 项内容不在居民选择之列`,
    en: `${notChosen.length} items were not chosen by residents`,
  };
  return [ruleFinding(pack, 'C-03', { verdict: 'WARN', code: 'ITEM_NOT_CHOSEN', says, figures: { notChosen } })];
}

function findWarnings(facts: ContentFacts, pack: RulePack): Finding[] {
  const findings: Finding[] = [];
  if (facts.items.length > 0 && facts.items.every(({ cosmetic }) => cosmetic === true)) {
    const says = { zh: '方案仅涉及外观，请核实', en: 'The plan is cosmetic only: check' };
    findings.push(ruleFinding(pack, 'G-06', { verdict: 'WARN', code: 'PLAN_COSMETIC_ONLY', says }));
  }
  const { lifts, wasteSorting, fireSafety } = facts.designedTogether;
  if (!(lifts && wasteSorting && fireSafety)) {
    const says = {
      zh: '加装电梯、垃圾分类、消防安全未全部同步考虑',
      en: 'Lifts, waste sorting and fire safety are not all planned in the same design',
    };
    const figures = { lifts, wasteSorting, fireSafety };
    findings.push(ruleFinding(pack, 'G-07', { verdict: 'WARN', code: 'NOT_DESIGNED_TOGETHER', says, figures }));
  }
  if (facts.renovatedBefore > 0) {
    const says = {
      zh: '该小区此前已改造过（最多改一次）',
      en: 'This neighbourhood was renovated before (once at most)',
    };
    const figures = { renovatedBefore: facts.renovatedBefore };
    findings.push(ruleFinding(pack, 'G-09', { verdict: 'WARN', code: 'ALREADY_RENOVATED', says, figures }));
  }
  return findings;
}
