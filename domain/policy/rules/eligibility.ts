// Which neighbourhoods may be renovated: bars first, then the core scope, then the discretionary one (E-01 to E-08).
import type { Decimal } from 'decimal.js';
import { type PlainDate, plainDateOf, yearOf } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, printShare, sum } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { type Found, ruleFinding } from '../rule-finding.ts';
import { findBars } from './eligibility-bars.ts';

export const NEIGHBOURHOOD_KINDS = ['ORDINARY', 'SHANTYTOWN_REBUILD', 'MAINLY_SELF_BUILT', 'URBAN_VILLAGE'] as const;
export type NeighbourhoodKind = (typeof NEIGHBOURHOOD_KINDS)[number];

/** Of the appraisal of housing safety (JGJ 125): C is dangerous in part, D as a whole. */
export const DANGER_GRADES = ['A', 'B', 'C', 'D'] as const;
export type DangerGrade = (typeof DANGER_GRADES)[number];

export const ELIGIBILITY_VERDICTS = ['CORE', 'DISCRETIONARY', 'NEEDS_DETERMINATION', 'EXCLUDED'] as const;
export type EligibilityVerdict = (typeof ELIGIBILITY_VERDICTS)[number];

/** What is not stated is not known; nothing unknown is taken for no. */
export interface EligibilityFacts {
  readonly completedOn?: PlainDate | undefined;
  readonly completionYear?: number | undefined;
  /** Counts before the two above: a neighbourhood may have been built over years. */
  readonly buildings?: readonly { readonly completionYear: number; readonly area: Decimal }[] | undefined;
  /** Against the plan supplied by the urban-village centre (D-14), asked at survey and again at confirmation. */
  readonly inDemolitionPlan: boolean;
  readonly dangerGrade?: DangerGrade | undefined;
  readonly hollowCoreSlabHazard?: boolean | undefined;
  readonly kind?: NeighbourhoodKind | undefined;
  readonly comprehensivelyRenovable?: boolean | undefined;
  readonly deficientFacilities?: boolean | undefined;
  readonly poorManagement?: boolean | undefined;
  readonly strongWill?: boolean | undefined;
}

export interface Eligibility {
  readonly verdict: EligibilityVerdict;
  /** The bar is one 原则上: the leading group may decide otherwise, with reasons. */
  readonly overridable: boolean;
  readonly findings: readonly Finding[];
}

export function assessEligibility(facts: EligibilityFacts, on: PlainDate, pack: RulePack): Eligibility {
  const bars = findBars(facts, pack);
  const age = assessAge(facts, on, pack);
  const verdict = verdictOf([...bars.findings, ...age.findings], age.scope);
  const overridable = verdict === 'EXCLUDED' && bars.barred === 'IN_PRINCIPLE' && age.scope !== 'NONE';
  const findings = [...bars.findings, ...age.findings, findEntry(verdict, overridable, pack)];
  return { verdict, overridable, findings };
}

type Scope = 'CORE' | 'DISCRETIONARY' | 'OPEN' | 'NONE';

function verdictOf(findings: readonly Finding[], scope: Scope): EligibilityVerdict {
  if (scope === 'NONE' || findings.some(({ verdict }) => verdict === 'FAIL')) return 'EXCLUDED';
  if (scope === 'OPEN' || findings.some(({ code }) => code === 'HAZARD_UNKNOWN')) return 'NEEDS_DETERMINATION';
  return scope;
}

interface Assessment {
  readonly scope: Scope;
  readonly findings: readonly Finding[];
}

/** A neighbourhood on both sides of the line is for a person to determine; all before it: core; all after: E-04. */
function assessAge(facts: EligibilityFacts, on: PlainDate, pack: RulePack): Assessment {
  const cutoff = valueOn(pack.coreCutoff, on);
  const isCore = (year: number): boolean => plainDateOf(`${year}-12-31`) <= cutoff;
  const found = (found: Found): Finding => ruleFinding(pack, 'E-01', found);
  const buildings = facts.buildings ?? [];
  if (buildings.length > 0) {
    const core = buildings.filter(({ completionYear }) => isCore(completionYear));
    if (core.length > 0 && core.length < buildings.length) {
      const [coreArea, area] = [core, buildings].map((each) => sum(each.map((building) => building.area)));
      const share = coreArea === undefined || area === undefined || area.isZero() ? '0.00' : printShare(coreArea, area);
      const says = {
        zh: `建成年份跨越 ${cutoff}，之前建成的面积占 ${share}%，须认定`,
        en: `Buildings lie on both sides of ${cutoff}; ${share} % of the area is older: to be determined`,
      };
      const ages = buildings.map(({ completionYear, area: each }) => ({ completionYear, area: printAmount(each) }));
      const figures = { coreAreaShare: share, coreBuildings: core.length, buildings: buildings.length };
      return {
        scope: 'OPEN',
        findings: [found({ verdict: 'NEEDS_DECISION', code: 'MIXED_AGES', says, facts: { buildings: ages }, figures })],
      };
    }
    return assessOneAge(
      core.length > 0,
      `${buildings.length} 幢`,
      `${buildings.length} buildings`,
      facts,
      cutoff,
      pack,
    );
  }
  if (facts.completedOn !== undefined) {
    return assessOneAge(facts.completedOn <= cutoff, facts.completedOn, facts.completedOn, facts, cutoff, pack);
  }
  if (facts.completionYear !== undefined) {
    const year = String(facts.completionYear);
    return assessOneAge(isCore(facts.completionYear), `${year} 年`, year, facts, cutoff, pack);
  }
  const says = { zh: '建成时间不明，须认定', en: 'The time of completion is not known: to be determined' };
  return { scope: 'OPEN', findings: [found({ verdict: 'NEEDS_DECISION', code: 'AGE_UNKNOWN', says })] };
}

function assessOneAge(
  core: boolean,
  zh: string,
  en: string,
  facts: EligibilityFacts,
  cutoff: PlainDate,
  pack: RulePack,
): Assessment {
  if (!core) return assessDiscretion(facts, zh, en, pack);
  const age = ruleFinding(pack, 'E-01', {
    verdict: 'PASS',
    code: 'AGE_CORE',
    says: { zh: `${zh}建成，在 ${yearOf(cutoff)} 年（含）以前`, en: `Completed ${en}, in ${yearOf(cutoff)} or before` },
    facts: { completed: en },
    figures: { cutoff },
  });
  if (facts.comprehensivelyRenovable === false) {
    const says = { zh: '不具备综合改造条件，须认定', en: 'Not fit for comprehensive renovation: to be determined' };
    const found = { verdict: 'NEEDS_DECISION', code: 'NOT_COMPREHENSIVELY_RENOVABLE', says } as const;
    return { scope: 'OPEN', findings: [age, ruleFinding(pack, 'E-02', found)] };
  }
  const attested = facts.comprehensivelyRenovable === true;
  const feasible = ruleFinding(pack, 'E-02', {
    verdict: attested ? 'PASS' : 'WARN',
    code: attested ? 'COMPREHENSIVELY_RENOVABLE' : 'FEASIBILITY_NOT_ATTESTED',
    says: attested
      ? { zh: '街道确认可实施综合改造', en: 'The street attests that comprehensive renovation is feasible' }
      : { zh: '“可实施综合改造”由街道在调查摸底时确认', en: 'The street attests feasibility at the survey' },
  });
  return { scope: 'CORE', findings: [age, feasible] };
}

/** Deficient facilities, poor management and strong will, all three; and then still a decision of the district office. */
function assessDiscretion(facts: EligibilityFacts, zh: string, en: string, pack: RulePack): Assessment {
  const { deficientFacilities, poorManagement, strongWill } = facts;
  const conditions = [deficientFacilities, poorManagement, strongWill];
  const stated = {
    completed: en,
    deficientFacilities: deficientFacilities ?? null,
    poorManagement: poorManagement ?? null,
    strongWill: strongWill ?? null,
  };
  const found = (found: Omit<Found, 'facts'>): Finding[] => [ruleFinding(pack, 'E-04', { ...found, facts: stated })];
  if (conditions.includes(false)) {
    const says = {
      zh: `${zh}建成，设施不足、物业不完善、意愿强烈三项须同时具备`,
      en: `Completed ${en}: deficient facilities, poor management and strong will must all be present`,
    };
    return { scope: 'NONE', findings: found({ verdict: 'FAIL', code: 'DISCRETIONARY_CONDITIONS_NOT_MET', says }) };
  }
  if (conditions.includes(undefined)) {
    const says = {
      zh: `${zh}建成，设施、物业、意愿三项尚未全部查明`,
      en: `Completed ${en}: facilities, management or will have not been established`,
    };
    const findings = found({ verdict: 'NEEDS_DECISION', code: 'DISCRETIONARY_CONDITIONS_UNKNOWN', says });
    return { scope: 'OPEN', findings };
  }
  const says = {
    zh: `${zh}建成，三项条件具备，可由区旧改办决定纳入`,
    en: `Completed ${en}: the district office may include it`,
  };
  return { scope: 'DISCRETIONARY', findings: found({ verdict: 'NEEDS_DECISION', code: 'DISCRETIONARY', says }) };
}

const ENTRY = {
  CORE: { verdict: 'PASS', zh: '属于重点改造范围', en: 'In the core scope' },
  DISCRETIONARY: { verdict: 'NEEDS_DECISION', zh: '可以纳入，须经决定', en: 'May be included by decision' },
  NEEDS_DETERMINATION: { verdict: 'NEEDS_DECISION', zh: '须先认定', en: 'To be determined first' },
  EXCLUDED: { verdict: 'FAIL', zh: '不纳入改造范围', en: 'Not to be renovated under this programme' },
} as const;

function findEntry(verdict: EligibilityVerdict, overridable: boolean, pack: RulePack): Finding {
  const entry = ENTRY[verdict];
  const says = overridable
    ? {
        zh: '原则上不纳入；领导小组可书面说明理由另行决定',
        en: 'Excluded in principle; the leading group may decide otherwise with reasons',
      }
    : { zh: entry.zh, en: entry.en };
  return ruleFinding(pack, 'E-08', { verdict: entry.verdict, code: verdict, says, figures: { overridable } });
}

/** Mainly self-built: the main part (为主) is more than half of the building area. */
export function isMainlySelfBuilt(selfBuilt: Decimal, all: Decimal, on: PlainDate, pack: RulePack): boolean {
  const { of, outOf } = valueOn(pack.mainlySelfBuiltAbove, on);
  return decimalOf(selfBuilt).times(outOf).greaterThan(decimalOf(all).times(of));
}
