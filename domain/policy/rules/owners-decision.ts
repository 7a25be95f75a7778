// Civil Code 278 beside the local ballot: advice for ballots held from 2021-01-01, which never changes the local result (V-03).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { JsonObject } from '../../json.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { inForceOn } from '../parameters/dated.ts';
import type { Fraction } from '../parameters/local.ts';
import { ruleFinding } from '../rule-finding.ts';
import type { BallotTotals } from './double-majority.ts';

export interface Participation {
  readonly households: number;
  readonly area: Decimal;
}

const reaches = (part: Decimal.Value, whole: Decimal.Value, { of, outOf }: Fraction): boolean =>
  decimalOf(part).times(outOf).greaterThanOrEqualTo(decimalOf(whole).times(of));

/**
 * At least two thirds take part and at least three quarters of those agree. Where only totals are known, everyone is
 * taken to have taken part: if three quarters of all agree, so do three quarters of any who took part.
 */
export function ownersDecisionAdvice(
  totals: BallotTotals,
  participation: Participation | undefined,
  heldOn: PlainDate,
  pack: RulePack,
): Finding[] {
  const held = inForceOn(pack.ownersDecision, heldOn);
  if (held === undefined || heldOn < held.from) return [];
  const took = participation ?? { households: totals.households, area: totals.area };
  const quorum =
    reaches(took.households, totals.households, held.value.participation) &&
    reaches(took.area, totals.area, held.value.participation);
  const agreement =
    reaches(totals.householdsAgreed, took.households, held.value.agreement) &&
    reaches(totals.areaAgreed, took.area, held.value.agreement);
  const met = quorum && agreement;
  const { participation: part, agreement: share } = held.value;
  const figures: JsonObject = {
    households: { total: totals.households, participating: took.households, agreed: totals.householdsAgreed },
    area: {
      total: printAmount(totals.area),
      participating: printAmount(took.area),
      agreed: printAmount(totals.areaAgreed),
    },
    quorum,
    agreement,
  };
  return [
    ruleFinding(pack, 'V-03', {
      verdict: met ? 'PASS' : 'WARN',
      code: met ? 'CIVIL_CODE_278_MET' : 'CIVIL_CODE_278_RISK',
      says: met
        ? { zh: `提示：也符合${held.citation}`, en: 'Advice: the Civil Code, article 278, is met too' }
        : {
            zh: `提示：按${held.citation}须 ${part.of}/${part.outOf} 以上参与且参与者 ${share.of}/${share.outOf} 以上同意，本次${participation === undefined ? '不能确认达到' : '未达到'}；不影响本程序结果`,
            en: `Advice: the Civil Code, article 278, asks for ${part.of}/${part.outOf} taking part and ${share.of}/${share.outOf} of those agreeing, which is ${participation === undefined ? 'not certain' : 'not reached'}; this procedure is decided by the local rule`,
          },
      facts: { heldOn, law: held.citation, participationKnown: participation !== undefined },
      figures,
    }),
  ];
}
