// How much of a year's subsidy has been paid out: what was paid on the contracts of each project that holds money of the
// year, in the part that the subsidy is of its total. The text says what the money of a project is made of (三(三)1) and
// when the subsidy is arranged (三(四)), but no order in which the two are used up: both are taken to pay side by side.
import type { Decimal } from 'decimal.js';
import { decimalOf, printAmount, roundToFen, sum } from '../money/money.ts';
import type { Project } from '../projects/project.ts';

/** One project that holds money of a budget year. Yuan. */
export interface PaidFacts {
  readonly reserved: string;
  readonly total: string;
  readonly subsidy: string;
  /** Paid on its contracts by month, `2026-03`. */
  readonly byMonth: Readonly<Record<string, string>>;
}

/** Undefined where nothing is held or nothing is paid yet. */
export function paidFactsOf({ consent, funding, works }: Project): PaidFacts | undefined {
  const { reservation, finalAccounts } = funding;
  const figures = finalAccounts?.approvedOn === undefined ? consent.plan?.funding : finalAccounts;
  const { paidByMonth } = works;
  if (reservation === undefined || figures === undefined || paidByMonth === undefined) return undefined;
  return { reserved: reservation.amount, total: figures.total, subsidy: figures.subsidy, byMonth: paidByMonth };
}

/** Up to the end of `month`, never more than is held. */
function paidUpTo({ reserved, total, subsidy, byMonth }: PaidFacts, month: string): Decimal {
  const paid = sum(
    Object.entries(byMonth)
      .filter(([each]) => each <= month)
      .map(([, amount]) => decimalOf(amount)),
  );
  const all = decimalOf(total);
  if (all.isZero()) return decimalOf(0);
  const part = roundToFen(paid.times(subsidy).dividedBy(all));
  return part.greaterThan(reserved) ? decimalOf(reserved) : part;
}

/** Up to the end of each of these months. */
export const paidByMonths = (facts: readonly PaidFacts[], months: readonly string[]): readonly string[] =>
  months.map((month) => printAmount(sum(facts.map((each) => paidUpTo(each, month)))));
