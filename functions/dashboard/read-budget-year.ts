// GET /api/dashboard/budget: what of this year's subsidy budget is promised and paid, month by month.

import type * as z from 'zod';
import { type Budget, budgetLedger, foldBudget, summariseBudget } from '../../domain/budget/budget.ts';
import { type PaidFacts, paidByMonths } from '../../domain/budget/paid-subsidy.ts';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { budgetYearSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { decimalOf, printAmount, sum } from '../../domain/money/money.ts';
import type { Ports } from '../../domain/ports.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { asOfNow, WATCHERS } from './scope.ts';

export const readBudgetYear = route({
  name: 'readBudgetYear',
  summary: { zh: '年度预算走势', en: 'The subsidy budget of this year by month' },
  method: 'GET',
  path: '/api/dashboard/budget',
  access: WATCHERS,
  output: budgetYearSchema,
  etag: figuresTag,
  handle: async (_request, ports) => granted(await sumBudgetYear(ports)),
});

export async function sumBudgetYear(ports: Ports): Promise<z.input<typeof budgetYearSchema>> {
  const moment = asOfNow(ports);
  const year = moment.today.slice(0, 4);
  const budget = foldBudget(year, await ports.ledger.read(budgetLedger(year)));
  if (budget.head.seq === 0) return { ...moment, year };
  const { amount, reserved, left } = summariseBudget(budget);
  const months = monthsUpTo(moment.today);
  const paidByMonth = paidByMonths(await readPaid(ports, year), months);
  const paid = paidByMonth.at(-1) ?? '0.00';
  return {
    ...moment,
    year,
    budget: { amount, reserved, left, paid, byMonth: byMonth(budget, months), paidByMonth: [...paidByMonth] },
  };
}

/** `2026-01` to the month of today. */
const monthsUpTo = (today: PlainDate): readonly string[] =>
  Array.from(
    { length: Number(today.slice(5, 7)) },
    (_, index) => `${today.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`,
  );

function byMonth({ holdings }: Budget, months: readonly string[]): string[] {
  const held = [...holdings.values()].map(({ at, amount }) => ({
    in: dateInShanghai(at).slice(0, 7),
    amount: decimalOf(amount),
  }));
  return months.map((month) =>
    printAmount(sum(held.filter((each) => each.in <= month).map((holding) => holding.amount))),
  );
}

const PAGE = 1_000;

/** As many rows as projects hold money of the year: fewer than its budget has entries. */
async function readPaid({ views }: Pick<Ports, 'views'>, year: string): Promise<readonly PaidFacts[]> {
  const facts: PaidFacts[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query('paid', year, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    // Written by the projection from `paidFactsOf`.
    facts.push(...page.rows.map(({ value }) => value as unknown as PaidFacts));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return facts;
}
