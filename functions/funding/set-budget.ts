// Finance sets the subsidy budget of a year, or adjusts it by a later document.
import type * as z from 'zod';
import {
  type adjustBudgetInput,
  BUDGET_ACTS,
  type BudgetAct,
  type BudgetSummary,
  decideAdjustBudget,
  decideSetBudget,
  type setBudgetInput,
  summariseBudget,
} from '../../domain/budget/budget.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { appendToBudget, type BudgetRequest } from './append-to-budget.ts';

type BudgetActOfFinance = Extract<BudgetAct, 'set-budget' | 'adjust-budget'>;

export const setBudget = (
  ports: Ports,
  actor: Actor,
  input: z.output<typeof setBudgetInput>,
  request?: string,
): Promise<Outcome<BudgetSummary>> =>
  enter(ports, { actor, request }, 'set-budget', input, (budget) => decideSetBudget(budget, input));

export const adjustBudget = (
  ports: Ports,
  actor: Actor,
  input: z.output<typeof adjustBudgetInput>,
  request?: string,
): Promise<Outcome<BudgetSummary>> =>
  enter(ports, { actor, request }, 'adjust-budget', input, (budget) => decideAdjustBudget(budget, input));

async function enter(
  ports: Ports,
  by: BudgetRequest,
  act: BudgetActOfFinance,
  { year, document }: { readonly year: string; readonly document: string },
  decide: Parameters<typeof appendToBudget>[3],
): Promise<Outcome<BudgetSummary>> {
  const roles: readonly Actor['role'][] = BUDGET_ACTS[act];
  if (!roles.includes(by.actor.role)) {
    return refused('FORBIDDEN_ROLE', {
      zh: '年度补助预算由区财政局办理。',
      en: 'The annual budget is the business of the Finance Bureau.',
    });
  }
  const filed = await papersOnFile(ports, [['/document', document]]);
  if (!filed.ok) return filed;
  const appended = await appendToBudget(ports, by, year, decide);
  return appended.ok ? granted(summariseBudget(appended.value)) : appended;
}
