// Reserves the subsidy of the approved plan in the budget of a year (三(四), I-01): the budget's own ledger decides if it fits.
import * as z from 'zod';
import { budgetYearInput } from '../../budget/budget.ts';
import { granted, type Outcome, refused } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import { subsidyFitsBudget } from '../../policy/rules/budget.ts';
import { defineAct } from '../act.ts';
import type { Project } from '../project.ts';
import { approvedPlanOf } from './arrival.ts';

export const reserveSubsidyInput = z.strictObject({ budgetYear: budgetYearInput });

/** The budget as it stood when the project's money was put aside in it. */
export interface BudgetBefore {
  readonly budget: string;
  /** Held for other projects. */
  readonly reserved: string;
}

export interface SubsidyReserved {
  readonly amount: string;
}

/** What would be reserved: asked before the budget is touched, and again when the project decides. */
export function subsidyToReserve(project: Project, budgetYear: string): Outcome<string> {
  const { subsidy } = approvedPlanOf(project).funding;
  const held = project.funding.reservation;
  if (held?.budgetYear === budgetYear && held.amount === subsidy) {
    return refused('NOT_NOW', {
      zh: `已在 ${budgetYear} 年度预算中预留 ${subsidy} 元，无须重复办理。`,
      en: `${subsidy} yuan of the budget of ${budgetYear} are reserved already.`,
    });
  }
  return granted(subsidy);
}

export const reserveSubsidy = defineAct<
  'reserve-subsidy',
  z.output<typeof reserveSubsidyInput>,
  BudgetBefore,
  SubsidyReserved
>({
  name: 'reserve-subsidy',
  title: { zh: '预留财政补助', en: 'Reserve subsidy' },
  step: 4,
  clause: '三(四)',
  input: reserveSubsidyInput,

  decide({ project, input: { budgetYear }, facts, on, pack }) {
    const subsidy = subsidyToReserve(project, budgetYear);
    if (!subsidy.ok) return subsidy;
    const findings = subsidyFitsBudget(
      {
        year: Number(budgetYear),
        budget: decimalOf(facts.budget),
        planned: decimalOf(facts.reserved),
        subsidy: decimalOf(subsidy.value),
      },
      on,
      pack,
    );
    return granted({ outcome: 'reserved', result: { amount: subsidy.value }, findings });
  },

  apply: (project, { input: { budgetYear }, result: { amount }, seq }) => ({
    ...project,
    funding: { ...project.funding, reservation: { budgetYear, amount, seq } },
  }),
});
