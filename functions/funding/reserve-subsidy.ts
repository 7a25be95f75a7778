// Finance reserves the subsidy of a project: first in the budget of the year, then in the project.
import {
  type Budget,
  budgetAtReserve,
  budgetLedger,
  decideReserve,
  holdsAlready,
  reservedOf,
} from '../../domain/budget/budget.ts';
import { Fault, granted } from '../../domain/errors.ts';
import { printAmount } from '../../domain/money/money.ts';
import {
  reserveSubsidy as act,
  type BudgetBefore,
  subsidyToReserve,
} from '../../domain/projects/funding/reserve-subsidy.ts';
import { humanAct } from '../runtime/human-act.ts';
import { appendToBudget } from './append-to-budget.ts';
import { requireTurn } from './require-turn.ts';

/**
 * The money is put aside before the project says so: the sum can never exceed the budget, and what is left over when
 * the second write is not made is found by `find-orphan-reservations`. A reservation is known by project and seq, so
 * that asking again, also years later, finds it instead of making another.
 */
export const reserveSubsidy = humanAct(act, async (ports, { project, input: { budgetYear }, actor }) => {
  const subsidy = subsidyToReserve(project, budgetYear);
  if (!subsidy.ok) return subsidy;
  const { projectId, head } = project;
  const reserve = { projectId, amount: subsidy.value, projectSeq: head.seq };
  const find = async (): Promise<Budget | undefined> =>
    budgetAtReserve(budgetYear, await ports.ledger.read(budgetLedger(budgetYear)), reserve);

  const before = await find();
  if (before) return granted(besides(projectId, before));
  const turn = await requireTurn(ports, project, budgetYear);
  if (!turn.ok) return turn;
  const appended = await appendToBudget(ports, { actor }, budgetYear, (budget) =>
    holdsAlready(budget, reserve) ? granted(undefined) : decideReserve(budget, reserve),
  );
  if (!appended.ok) return appended;
  const after = await find();
  if (after === undefined) throw new Fault('CONTENTION', `reservation of ${projectId} was released at once`);
  return granted(besides(projectId, after));
});

/** The budget apart from what it holds for this project. */
function besides(projectId: string, budget: Budget): BudgetBefore {
  const own = budget.holdings.get(projectId)?.amount ?? 0;
  return { budget: printAmount(budget.amount), reserved: printAmount(reservedOf(budget).minus(own)) };
}
