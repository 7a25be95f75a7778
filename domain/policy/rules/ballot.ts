// Two thirds of the owners by area and of the households, of all of them, compared as integers (V-01, V-03 to V-06).
import type { PlainDate } from '../../calendar/plain-date.ts';
import { printAmount } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import type { CountMode } from '../parameters/local.ts';
import { ruleFinding } from '../rule-finding.ts';
import {
  areaOf,
  type BallotTotals,
  type BallotUnit,
  contradictsItself,
  countBallots,
  type DoubleMajority,
  doubleMajority,
  householdsOf,
  printMajority,
  takesPart,
  VOTES,
  type Vote,
} from './double-majority.ts';
import { gatheredInForce } from './in-force.ts';
import { ownersDecisionAdvice, type Participation } from './owners-decision.ts';

export type BallotFacts = (
  | { readonly units: readonly BallotUnit[]; readonly countMode?: CountMode | undefined }
  | { readonly totals: BallotTotals }
) & {
  /** V-01 willingness to renovate, V-03 the plan. */
  readonly question: 'V-01' | 'V-03';
};

export interface BallotResult extends DoubleMajority {
  /** Units of owners who agree for one and object or abstain for another: for the clerk's eyes, not for the ledger. */
  readonly contradicting: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
}

export function tallyBallot(facts: BallotFacts, on: PlainDate, pack: RulePack): BallotResult {
  const share = valueOn(pack.ballotShare, on);
  if ('totals' in facts) {
    const result = doubleMajority(facts.totals, share);
    return {
      ...result,
      contradicting: [],
      findings: findBallot(facts.question, result, undefined, facts.totals, on, pack),
    };
  }
  const countMode = facts.countMode ?? valueOn(pack.countMode, on);
  const totals = countBallots(facts.units, countMode);
  const result = doubleMajority(totals, share);
  const participants = facts.units.filter(takesPart);
  const participation = {
    households: householdsOf(participants, countMode).length,
    area: areaOf(participants),
  };
  const contradicting = householdsOf(facts.units, countMode)
    .filter(contradictsItself)
    .map((household) => household.map(({ unit }) => unit));
  const findings = [
    ...findBallot(facts.question, result, participation, totals, on, pack),
    ...findWholeArea(facts.units, pack),
    ...findCountModes(facts.units, countMode, on, pack),
    ...findUncountedVotes(facts.units, pack),
    ...findContradictions(contradicting, pack),
  ];
  return { ...result, contradicting, findings };
}

const CODES = {
  'V-01': { passed: 'WILLINGNESS_PASSED', failed: 'WILLINGNESS_FAILED', zh: '改造意愿', en: 'Willingness to renovate' },
  'V-03': { passed: 'PLAN_APPROVED', failed: 'PLAN_REJECTED', zh: '方案表决', en: 'The ballot on the plan' },
} as const;

function findBallot(
  question: 'V-01' | 'V-03',
  { passed, households, area }: DoubleMajority,
  participation: Participation | undefined,
  totals: BallotTotals,
  on: PlainDate,
  pack: RulePack,
): Finding[] {
  const { of, outOf } = valueOn(pack.ballotShare, on);
  const code = CODES[question];
  const lacking = [
    households.missing > 0 ? { zh: `还差 ${households.missing} 户`, en: `${households.missing} households short` } : [],
    area.missing.isZero()
      ? []
      : { zh: `还差 ${printAmount(area.missing)} ㎡`, en: `${printAmount(area.missing)} ㎡ short` },
  ].flat();
  const byHouseholds = `${households.agreed}/${households.total}`;
  const byArea = `${printAmount(area.agreed)}/${printAmount(area.total)}`;
  const finding = ruleFinding(pack, question, {
    verdict: passed ? 'PASS' : 'FAIL',
    code: passed ? code.passed : code.failed,
    says: passed
      ? {
          zh: `${code.zh}通过：同意 ${byHouseholds} 户、${byArea} ㎡，均达 ${of}/${outOf}`,
          en: `${code.en} passed: ${byHouseholds} households and ${byArea} ㎡ agree, both at least ${of}/${outOf}`,
        }
      : {
          zh: `${code.zh}未通过：同意 ${byHouseholds} 户、${byArea} ㎡，${lacking.map(({ zh }) => zh).join('，')}`,
          en: `${code.en} failed: ${byHouseholds} households and ${byArea} ㎡ agree; ${lacking.map(({ en }) => en).join(', ')}`,
        },
    facts: { heldOn: on, share: `${of}/${outOf}` },
    figures: printMajority({ households, area }),
  });
  return [finding, ...gatheredInForce(on, pack), ...ownersDecisionAdvice(totals, participation, on, pack)];
}

/** 户 is not defined: the other way of counting is shown whenever it would decide otherwise (V-05). */
function findCountModes(units: readonly BallotUnit[], countMode: CountMode, on: PlainDate, pack: RulePack): Finding[] {
  const share = valueOn(pack.ballotShare, on);
  const byOwner = doubleMajority(countBallots(units, 'BY_OWNER'), share);
  const byUnit = doubleMajority(countBallots(units, 'BY_UNIT'), share);
  const disagree = byOwner.passed !== byUnit.passed;
  return [
    ruleFinding(pack, 'V-05', {
      verdict: disagree ? 'WARN' : 'PASS',
      code: disagree ? 'COUNT_MODES_DISAGREE' : 'HOUSEHOLDS_COUNTED',
      says: disagree
        ? {
            zh: '按业主合并计户与按套计户结果不同，请核定计户办法并留存依据',
            en: 'Counting households by owner and by unit gives different results: settle which applies',
          }
        : {
            zh: countMode === 'BY_OWNER' ? '同一业主多套合并计一户' : '按套计户',
            en:
              countMode === 'BY_OWNER'
                ? 'Units of one owner count as one household'
                : 'Each unit counts as a household',
          },
      facts: { countMode },
      figures: {
        byOwner: { passed: byOwner.passed, ...byOwner.households },
        byUnit: { passed: byUnit.passed, ...byUnit.households },
      },
    }),
  ];
}

/** The whole is the sum of all exclusive parts, whoever owns them: area is never merged (V-04). */
function findWholeArea(units: readonly BallotUnit[], pack: RulePack): Finding[] {
  const area = printAmount(areaOf(units));
  return [
    ruleFinding(pack, 'V-04', {
      verdict: 'PASS',
      code: 'AREA_SUMMED',
      says: {
        zh: `建筑物总面积按 ${units.length} 套专有部分面积之和计，共 ${area} ㎡`,
        en: `The total area is the sum of ${units.length} exclusive parts, ${area} ㎡`,
      },
      facts: { units: units.length },
      figures: { area },
    }),
  ];
}

/** Silence, abstention and void ballots stay in the whole and out of the agreeing part (V-06). */
function findUncountedVotes(units: readonly BallotUnit[], pack: RulePack): Finding[] {
  const count = (vote: Vote): number => units.filter((unit) => unit.vote === vote).length;
  const figures = Object.fromEntries(VOTES.map((vote) => [vote, count(vote)]));
  return [
    ruleFinding(pack, 'V-06', {
      verdict: 'PASS',
      code: 'ONLY_AGREEMENT_COUNTS',
      says: {
        zh: '只计“同意”；弃权、未交、无效均不计入同意，仍计入总数',
        en: 'Only AGREE counts; abstentions, missing and void ballots stay in the totals',
      },
      figures,
    }),
  ];
}

/** Says how many, not who: a finding stays in the ledger, and how somebody voted does not belong there. */
function findContradictions(contradicting: readonly unknown[], pack: RulePack): Finding[] {
  const households = contradicting.length;
  if (households === 0) return [];
  return [
    ruleFinding(pack, 'V-05', {
      verdict: 'WARN',
      code: 'OWNER_CONTRADICTS_ITSELF',
      says: {
        zh: `${households} 名业主对名下不同房屋意见不一致，该户不计为同意，请核实`,
        en: `${households} owners voted differently for their units; these households do not count as agreeing`,
      },
      figures: { households },
    }),
  ];
}
