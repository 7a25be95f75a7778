// The subsidy budget of a year in figures, each with the entries of the budget's own ledger that it was computed from.
import { type Budget, foldBudget, leftOf, type Reserve, reservedOf } from '../budget/budget.ts';
import { dateInShanghai } from '../calendar/plain-date.ts';
import type { Entry } from '../ledger.ts';
import { decimalOf, printAmount, sum } from '../money/money.ts';

/** One entry of a budget's ledger, as answers refer to it. */
export interface BudgetRef {
  readonly budgetYear: string;
  readonly seq: number;
}

export interface BudgetFigure {
  readonly value: string;
  readonly entries: readonly BudgetRef[];
}

export interface BudgetFigures {
  readonly amount: BudgetFigure;
  readonly reserved: BudgetFigure;
  readonly left: BudgetFigure;
  /** Reserved up to the end of each month, January first, of what is still held. */
  readonly byMonth: readonly BudgetFigure[];
}

/** Undefined while no budget of the year is set. `months`: how many of the year have begun. */
export function budgetFigures(year: string, entries: readonly Entry[], months: number): BudgetFigures | undefined {
  const set = entries.findLast(({ act }) => act === 'set-budget' || act === 'adjust-budget');
  if (set === undefined) return undefined;
  const budget = foldBudget(year, entries);
  const held = holdingEntries(budget, entries);
  const refs = (of: readonly Entry[]): readonly BudgetRef[] => of.map(({ seq }) => ({ budgetYear: year, seq }));
  return {
    amount: { value: printAmount(budget.amount), entries: refs([set]) },
    reserved: { value: printAmount(reservedOf(budget)), entries: refs(held) },
    left: { value: printAmount(leftOf(budget)), entries: refs([set, ...held]) },
    byMonth: Array.from({ length: months }, (_, index) => {
      const end = `${year}-${String(index + 1).padStart(2, '0')}-31`;
      const upTo = held.filter(({ at }) => dateInShanghai(at) <= end);
      const value = printAmount(sum(upTo.map(({ payload }) => decimalOf((payload as unknown as Reserve).amount))));
      return { value, entries: refs(upTo) };
    }),
  };
}

/** The reservations that still hold: of each project the last one, unless it was released. */
const holdingEntries = ({ holdings }: Budget, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ act, payload, seq }) => {
    if (act !== 'reserve') return false;
    const { projectId } = payload as unknown as Reserve;
    return holdings.has(projectId) && lastReserve(entries, projectId) === seq;
  });

const lastReserve = (entries: readonly Entry[], projectId: string): number | undefined =>
  entries.findLast(({ act, payload }) => act === 'reserve' && payload.projectId === projectId)?.seq;
