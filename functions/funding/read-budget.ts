// Tells what a year's subsidy budget is, what of it is held for which project, and what is left.
import { type BudgetSummary, budgetYearInput, summariseBudget } from '../../domain/budget/budget.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { loadBudget } from './append-to-budget.ts';

export interface BudgetOfYear extends BudgetSummary {
  readonly reservations: readonly { readonly projectId: string; readonly amount: string; readonly at: string }[];
}

export async function readBudget(ports: Pick<Ports, 'ledger'>, year: string): Promise<Outcome<BudgetOfYear>> {
  const budget = budgetYearInput.safeParse(year).success ? await loadBudget(ports, year) : undefined;
  if (budget === undefined || budget.head.seq === 0) {
    return refused('NOT_FOUND', { zh: '没有这一年度的补助预算。', en: 'There is no subsidy budget for that year.' });
  }
  return granted({
    ...summariseBudget(budget),
    reservations: [...budget.holdings.values()].map(({ projectId, amount, at }) => ({ projectId, amount, at })),
  });
}
