// What keeps a neighbourhood out: hard bars (E-03, E-06, E-07), and the one in principle, which can be overridden (E-05).
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { ruleFinding } from '../rule-finding.ts';
import type { EligibilityFacts, NeighbourhoodKind } from './eligibility.ts';

export interface Bars {
  readonly barred: 'NO' | 'IN_PRINCIPLE' | 'HARD';
  readonly findings: readonly Finding[];
}

export function findBars(facts: EligibilityFacts, pack: RulePack): Bars {
  const hard = [...findDemolition(facts, pack), ...findKind(facts.kind ?? 'ORDINARY', pack)];
  const danger = findDanger(facts, pack);
  const findings = [...hard, ...danger];
  if (hard.some(({ verdict }) => verdict === 'FAIL')) return { barred: 'HARD', findings };
  return { barred: danger.some(({ verdict }) => verdict === 'FAIL') ? 'IN_PRINCIPLE' : 'NO', findings };
}

function findDemolition({ inDemolitionPlan }: EligibilityFacts, pack: RulePack): Finding[] {
  const facts = { inDemolitionPlan };
  const says = inDemolitionPlan
    ? { zh: '已纳入计划拆迁范围', en: 'Within the adopted demolition plan' }
    : { zh: '未纳入计划拆迁范围', en: 'Outside the adopted demolition plan' };
  return [
    inDemolitionPlan
      ? ruleFinding(pack, 'E-03', { verdict: 'FAIL', code: 'DEMOLITION_PLAN', says, facts })
      : ruleFinding(pack, 'E-03', { verdict: 'PASS', code: 'NOT_IN_DEMOLITION_PLAN', says, facts }),
  ];
}

const BARRED_KINDS = {
  SHANTYTOWN_REBUILD: { rule: 'E-06', zh: '拟拆除新建的棚户区', en: 'A shantytown to be rebuilt' },
  MAINLY_SELF_BUILT: { rule: 'E-07', zh: '居民自建住房为主的区域', en: 'Mainly self-built housing' },
  URBAN_VILLAGE: { rule: 'E-07', zh: '城中村', en: 'An urban village' },
} as const;

function findKind(kind: NeighbourhoodKind, pack: RulePack): Finding[] {
  if (kind === 'ORDINARY') return [];
  const { rule, zh, en } = BARRED_KINDS[kind];
  const says = { zh: `${zh}，不属于本次改造范畴`, en: `${en}: outside this programme` };
  return [ruleFinding(pack, rule, { verdict: 'FAIL', code: kind, says, facts: { kind } })];
}

/** Either hazard suffices (及 is read as or). An appraisal of grade A or B settles the slabs too; no appraisal leaves them open. */
function findDanger({ dangerGrade, hollowCoreSlabHazard }: EligibilityFacts, pack: RulePack): Finding[] {
  const facts = { dangerGrade: dangerGrade ?? null, hollowCoreSlabHazard: hollowCoreSlabHazard ?? null };
  const dangerous = dangerGrade === 'C' || dangerGrade === 'D';
  if (dangerous || hollowCoreSlabHazard === true) {
    const says = {
      zh: dangerous ? `存在 ${dangerGrade} 级危旧房，原则上不纳入` : '存在多孔板结构安全隐患，原则上不纳入',
      en: dangerous
        ? `Dangerous housing of grade ${dangerGrade}: excluded in principle`
        : 'A structural hazard of hollow-core slabs: excluded in principle',
    };
    return [ruleFinding(pack, 'E-05', { verdict: 'FAIL', code: 'EXCLUDED_IN_PRINCIPLE', says, facts })];
  }
  if (dangerGrade === undefined && hollowCoreSlabHazard === undefined) {
    const says = {
      zh: '尚无房屋安全鉴定结论，危房等级和多孔板隐患不明，须先鉴定',
      en: 'No safety appraisal: grade and slab hazard are unknown, to be appraised first',
    };
    return [ruleFinding(pack, 'E-05', { verdict: 'NEEDS_DECISION', code: 'HAZARD_UNKNOWN', says, facts })];
  }
  const says = { zh: '无 C、D 级危旧房及多孔板结构安全隐患', en: 'No dangerous housing and no slab hazard' };
  return [ruleFinding(pack, 'E-05', { verdict: 'PASS', code: 'NO_STRUCTURAL_HAZARD', says, facts })];
}
