// The one way in which entries of a budget are written: decided on its fresh end, and decided again if somebody was faster.
import { type Budget, type BudgetEntry, budgetLedger, foldBudget, projectBudget } from '../../domain/budget/budget.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import { sealEntry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';

/** The version of how budgets are kept; their entries rest on no other rule. */
const BUDGET_RULEBOOK = 'budget@1';

/** Every round somebody gets through: more rounds than this mean more than a hundred writers on one year at once. */
const MOST_ROUNDS = 100;

export async function loadBudget(ports: Pick<Ports, 'ledger'>, year: string): Promise<Budget> {
  return foldBudget(year, await ports.ledger.read(budgetLedger(year)));
}

export interface BudgetRequest {
  readonly actor: Actor;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

/** `decide` is asked again on every fresh end; undefined means that there is nothing left to write. */
export async function appendToBudget(
  ports: Pick<Ports, 'ledger' | 'clock'>,
  { actor, request }: BudgetRequest,
  year: string,
  decide: (budget: Budget) => Outcome<BudgetEntry | undefined>,
): Promise<Outcome<Budget>> {
  const ref = budgetLedger(year);
  const calendar = await currentCalendar(ports);
  let entries = await ports.ledger.read(ref);
  let budget = foldBudget(year, entries);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    const wrote = before.value;
    // The budget right behind the entry that the same request wrote: its answer is the one that was lost.
    if (wrote) {
      const upTo = entries.filter(({ seq }) => seq <= wrote.seq);
      return granted(foldBudget(year, upTo));
    }
    const decided = decide(budget);
    if (!decided.ok) return decided;
    if (decided.value === undefined) return granted(budget);
    const entry = sealEntry(ref, budget.head, {
      ...decided.value,
      at: ports.clock.now(),
      actor,
      findings: [],
      rulebook: BUDGET_RULEBOOK,
      calendar: calendar.version,
      ...(request !== undefined && { request }),
    });
    const after = foldBudget(year, [entry], budget);
    const views = [projectBudget(after)];
    if ((await ports.ledger.append(ref, entry, { ...NO_CONSEQUENCES, views })) === 'APPENDED') return granted(after);
    const newer = await ports.ledger.read(ref, budget.head.seq);
    entries = [...entries, ...newer];
    budget = foldBudget(year, newer, budget);
  }
  throw new Fault('CONTENTION', `budget ${year} is written by too many at once`);
}
