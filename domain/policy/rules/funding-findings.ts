// What the funding rules say of a computed plan or of final accounts, rule by rule.
import type { PlainDate } from '../../calendar/plain-date.ts';
import { printAmount, sum } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { CATEGORIES } from '../parameters/local.ts';
import { ruleFinding } from '../rule-finding.ts';
import type { Funding, FundingFacts } from './funding.ts';

export function findFunding(facts: FundingFacts, funding: Funding, on: PlainDate, pack: RulePack): Finding[] {
  return [
    ...findClasses(facts, on, pack),
    ...findSelfRaised(facts, funding, on, pack),
    ...findBindingStage(facts, pack),
    ...findExcluded(facts, pack),
    ...findSubsidy(facts, funding, on, pack),
    ...findSources(funding, pack),
  ];
}

/** A pack with fewer classes (the city's three) takes the missing one's cost under the class it names. */
function findClasses(facts: FundingFacts, on: PlainDate, pack: RulePack): Finding[] {
  const shares = valueOn(pack.residentShares, on);
  return CATEGORIES.filter(
    (category) => shares[category].countsAs !== category && !facts.direct[category].isZero(),
  ).map((category) =>
    ruleFinding(pack, 'C-02', {
      verdict: 'WARN',
      code: 'CATEGORY_COUNTS_AS_ANOTHER',
      says: {
        zh: `《${pack.title.zh}》没有这一类别，已按其规定的类别计算，请复核`,
        en: `This instrument has no class ${category}; its cost was counted as ${shares[category].countsAs}`,
      },
      facts: { category, cost: printAmount(facts.direct[category]) },
      figures: { countsAs: shares[category].countsAs },
    }),
  );
}

function findSelfRaised(facts: FundingFacts, funding: Funding, on: PlainDate, pack: RulePack): Finding[] {
  const least = valueOn(pack.residentSharesAre, on) === 'AT_LEAST';
  const rates = Object.fromEntries(funding.byCategory.map(({ category, rate }) => [category, rate.toString()]));
  const byCategory = Object.fromEntries(
    funding.byCategory.map(({ category, investment, selfRaised }) => [
      category,
      { investment: printAmount(investment), selfRaised: printAmount(selfRaised) },
    ]),
  );
  const selfRaised = printAmount(funding.selfRaised);
  return [
    ruleFinding(pack, 'F-02', {
      verdict: least ? 'WARN' : 'PASS',
      code: least ? 'LEAST_SHARES_USED' : 'SHARES_APPLIED',
      says: least
        ? {
            zh: '居民出资比例为“不低于”，此处按最低比例计算',
            en: 'The shares are minimums; the least shares were used',
          }
        : { zh: '居民出资按各类别规定比例计算', en: 'Residents pay the fixed share of each category' },
      figures: { rates },
    }),
    ruleFinding(pack, 'F-03', {
      verdict: 'PASS',
      code: 'SELF_RAISED_WEIGHTED',
      says: {
        zh: `居民自筹 ${selfRaised} 元，其他费用和预备费按工程费用比例分摊`,
        en: `Self-raised funds ${selfRaised} yuan; other costs and contingency follow direct cost`,
      },
      facts: { otherCosts: printAmount(facts.otherCosts), contingency: printAmount(facts.contingency) },
      figures: { selfRaised, byCategory },
    }),
    ...(funding.selfRaised.isZero()
      ? [
          ruleFinding(pack, 'F-10a', {
            verdict: 'PASS',
            code: 'NO_SELF_RAISED_FUNDS',
            says: { zh: '按比例计算居民无须自筹', en: 'By the shares there is nothing to be raised by residents' },
          }),
        ]
      : []),
  ];
}

function findBindingStage(facts: FundingFacts, pack: RulePack): Finding[] {
  if (facts.stage === 'ESTIMATE') {
    const says = {
      zh: '测算结果；以财政部门审计核定的竣工财务决算数为准',
      en: 'An estimate; only the final accounts audited by the finance department bind',
    };
    return [ruleFinding(pack, 'F-04', { verdict: 'WARN', code: 'ESTIMATE', says })];
  }
  const says = { zh: '按审计核定的竣工财务决算计算', en: 'Computed on the audited final accounts' };
  const binding = ruleFinding(pack, 'F-04', { verdict: 'PASS', code: 'FINAL_ACCOUNTS', says });
  if (facts.contingency.isZero()) return [binding];
  return [
    binding,
    ruleFinding(pack, 'F-03', {
      verdict: 'WARN',
      code: 'CONTINGENCY_IN_FINAL_ACCOUNTS',
      says: { zh: '决算中仍列有预备费，请核实', en: 'The final accounts still show contingency: check' },
      facts: { contingency: printAmount(facts.contingency) },
    }),
  ];
}

function findExcluded(facts: FundingFacts, pack: RulePack): Finding[] {
  const excluded = facts.excluded ?? [];
  if (excluded.length === 0) return [];
  const cost = printAmount(sum(excluded.map((item) => item.cost)));
  return [
    ruleFinding(pack, 'F-05', {
      verdict: 'PASS',
      code: 'ITEMS_EXCLUDED',
      says: {
        zh: `${excluded.length} 项另有明文规定的内容（${cost} 元）不计入总投资，另账核算`,
        en: `${excluded.length} items with rules of their own (${cost} yuan) are kept out of the total`,
      },
      facts: { excluded: excluded.map((item) => ({ ...item, cost: printAmount(item.cost) })) },
      figures: { cost },
    }),
  ];
}

function findSubsidy(facts: FundingFacts, funding: Funding, on: PlainDate, pack: RulePack): Finding[] {
  const base = printAmount(funding.subsidyBase);
  const subsidy = printAmount(funding.subsidy);
  const excess = printAmount(funding.excess);
  const area = printAmount(facts.areaByPropertyRight);
  const cap = valueOn(pack.subsidyCap, on).toString();
  const figures = { base, mostSubsidy: printAmount(funding.mostSubsidy), subsidy, excess };
  return [
    ruleFinding(pack, 'F-06', {
      verdict: 'PASS',
      code: 'SUBSIDY_BASE',
      says: {
        zh: `补助基数 ${base} 元（总投资 ${printAmount(funding.total)} 元减居民自筹）`,
        en: `Subsidy base ${base} yuan (total ${printAmount(funding.total)} less self-raised funds)`,
      },
      figures: { total: printAmount(funding.total), selfRaised: printAmount(funding.selfRaised), base: figures.base },
    }),
    ruleFinding(pack, 'F-09', {
      verdict: 'PASS',
      code: 'AREA_BY_PROPERTY_RIGHT',
      says: { zh: `小区建筑面积以产权为准：${area} ㎡`, en: `Building area by property right: ${area} ㎡` },
      facts: { area },
    }),
    funding.excess.isZero()
      ? ruleFinding(pack, 'F-08', {
          verdict: 'PASS',
          code: 'SUBSIDISED_IN_FULL',
          says: {
            zh: `补助基数未超过 ${cap} 元/㎡，按实补助 ${subsidy} 元`,
            en: `The base is within ${cap} yuan/㎡: subsidised in full, ${subsidy} yuan`,
          },
          facts: { cap, area },
          figures,
        })
      : ruleFinding(pack, 'F-07', {
          verdict: 'PASS',
          code: 'SUBSIDY_CAPPED',
          says: {
            zh: `补助基数高于 ${cap} 元/㎡，补助 ${subsidy} 元，超出部分 ${excess} 元居民自理`,
            en: `The base exceeds ${cap} yuan/㎡: subsidy ${subsidy} yuan, ${excess} yuan borne by residents`,
          },
          facts: { cap, area },
          figures,
        }),
  ];
}

function findSources(funding: Funding, pack: RulePack): Finding[] {
  return [
    ruleFinding(pack, 'F-01', {
      verdict: 'PASS',
      code: 'TWO_SOURCES',
      says: {
        zh: `居民 ${printAmount(funding.residents)} 元，财政 ${printAmount(funding.subsidy)} 元`,
        en: `Residents ${printAmount(funding.residents)} yuan, treasury ${printAmount(funding.subsidy)} yuan`,
      },
      figures: { residents: printAmount(funding.residents), subsidy: printAmount(funding.subsidy) },
    }),
  ];
}
