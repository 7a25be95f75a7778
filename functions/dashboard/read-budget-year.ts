// GET /api/dashboard/budget: what of this year's subsidy budget is promised, month by month.

import type * as z from 'zod';
import { type Budget, budgetLedger, foldBudget, summariseBudget } from '../../domain/budget/budget.ts';
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
  return { ...moment, year, budget: { amount, reserved, left, byMonth: byMonth(budget, moment.today) } };
}

function byMonth({ holdings }: Budget, today: PlainDate): string[] {
  const held = [...holdings.values()].map(({ at, amount }) => ({ on: dateInShanghai(at), amount: decimalOf(amount) }));
  return Array.from({ length: Number(today.slice(5, 7)) }, (_, index) => {
    const end = `${today.slice(0, 4)}-${String(index + 1).padStart(2, '0')}-31`;
    return printAmount(sum(held.filter(({ on }) => on <= end).map(({ amount }) => amount)));
  });
}
