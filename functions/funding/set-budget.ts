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
import { appendToBudget } from './append-to-budget.ts';

export async function setBudget(
  ports: Ports,
  actor: Actor,
  input: z.output<typeof setBudgetInput>,
): Promise<Outcome<BudgetSummary>> {
  const permitted = await permitBudgetAct(ports, 'set-budget', actor, input.document);
  if (!permitted.ok) return permitted;
  const appended = await appendToBudget(ports, actor, input.year, (budget) => decideSetBudget(budget, input));
  return appended.ok ? granted(summariseBudget(appended.value)) : appended;
}

export async function adjustBudget(
  ports: Ports,
  actor: Actor,
  input: z.output<typeof adjustBudgetInput>,
): Promise<Outcome<BudgetSummary>> {
  const permitted = await permitBudgetAct(ports, 'adjust-budget', actor, input.document);
  if (!permitted.ok) return permitted;
  const appended = await appendToBudget(ports, actor, input.year, (budget) => decideAdjustBudget(budget, input));
  return appended.ok ? granted(summariseBudget(appended.value)) : appended;
}

async function permitBudgetAct(
  ports: Pick<Ports, 'papers'>,
  act: Extract<BudgetAct, 'set-budget' | 'adjust-budget'>,
  actor: Actor,
  document: string,
): Promise<Outcome<unknown>> {
  const roles: readonly Actor['role'][] = BUDGET_ACTS[act];
  if (!roles.includes(actor.role)) {
    return refused('FORBIDDEN_ROLE', {
      zh: '年度补助预算由区财政局办理。',
      en: 'The annual budget is the business of the Finance Bureau.',
    });
  }
  return papersOnFile(ports, [['/document', document]]);
}
