// The two approvals of a government investment, the estimate against the feasibility study, and the order of listing (AP-02, A-13).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, printShare } from '../../money/money.ts';
import { valueOn } from '../parameters/dated.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export interface EstimateFacts {
  /** 可研估算 */
  readonly feasibility: Decimal;
  /** 概算 */
  readonly estimate: Decimal;
}

/** Exactly the tolerated excess is not 超过. */
export const estimateWithinFeasibility: Question<EstimateFacts> = ({ feasibility, estimate }, on, pack) => {
  const tolerated = valueOn(pack.estimateExcess, on);
  const most = decimalOf(feasibility).times(tolerated.plus(1));
  const exceeds = estimate.greaterThan(most);
  const percent = tolerated.times(100).toString();
  return [
    ruleFinding(pack, 'AP-02', {
      verdict: exceeds ? 'WARN' : 'PASS',
      code: exceeds ? 'ESTIMATE_EXCEEDS_FEASIBILITY' : 'ESTIMATE_WITHIN_FEASIBILITY',
      says: exceeds
        ? {
            zh: `概算超过可研估算 ${percent}%，须报告，审批部门可要求重新报批可研`,
            en: `The estimate exceeds the feasibility study by more than ${percent} %: to be reported, the study may have to be approved again`,
          }
        : { zh: `概算未超过可研估算 ${percent}%`, en: `The estimate is within ${percent} % of the feasibility study` },
      facts: { feasibility: printAmount(feasibility), estimate: printAmount(estimate) },
      figures: {
        ...(feasibility.isZero() ? {} : { shareOfFeasibility: printShare(estimate, feasibility) }),
        tolerated: tolerated.toString(),
        law: pack.estimateExcess[0].citation,
      },
    }),
  ];
};

export interface ListingFacts {
  readonly listing: 'LISTED' | 'SUPPLEMENTED';
  readonly listedOn: PlainDate;
  readonly feasibilityApprovedOn?: PlainDate | undefined;
}

/** The text lists the project before the approvals of step 5; 政府投资条例 17 wants an approved study first. Advice only. */
export const listedAfterFeasibility: Question<ListingFacts> = (
  { listing, listedOn, feasibilityApprovedOn },
  _on,
  pack,
) => {
  const early = feasibilityApprovedOn === undefined || listedOn < feasibilityApprovedOn;
  return [
    ruleFinding(pack, 'A-13', {
      verdict: early ? 'WARN' : 'PASS',
      code: early ? 'LISTED_BEFORE_FEASIBILITY' : listing,
      says: early
        ? {
            zh: '列入年度计划早于可研批复，请对照《政府投资条例》第十七条',
            en: 'Listed before the feasibility study was approved: see article 17 of the Government Investment Regulations',
          }
        : { zh: '已列入政府投资年度计划', en: 'In the annual government investment plan' },
      facts: { listing, listedOn, feasibilityApprovedOn: feasibilityApprovedOn ?? null },
    }),
  ];
};
