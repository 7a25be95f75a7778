// Planned subsidies of a year against the budget of the year (I-01).
import type { Decimal } from 'decimal.js';
import { decimalOf, printAmount } from '../../money/money.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export interface BudgetFacts {
  readonly year: number;
  readonly budget: Decimal;
  /** Subsidies already planned for the year. */
  readonly planned: Decimal;
  readonly subsidy: Decimal;
}

/** The text gives no amount and no entitlement: going over is a warning for the district, no refusal of the project. */
export const subsidyFitsBudget: Question<BudgetFacts> = ({ year, budget, planned, subsidy }, _on, pack) => {
  const left = decimalOf(budget).minus(planned).minus(subsidy);
  const over = left.isNegative();
  return [
    ruleFinding(pack, 'I-01', {
      verdict: over ? 'WARN' : 'PASS',
      code: over ? 'BUDGET_EXCEEDED' : 'WITHIN_BUDGET',
      says: over
        ? {
            zh: `${year} 年补助预算超出 ${printAmount(left.abs())} 元`,
            en: `The budget of ${year} is exceeded by ${printAmount(left.abs())} yuan`,
          }
        : {
            zh: `${year} 年补助预算余 ${printAmount(left)} 元`,
            en: `${printAmount(left)} yuan of the budget of ${year} are left`,
          },
      facts: { year, budget: printAmount(budget), planned: printAmount(planned), subsidy: printAmount(subsidy) },
      figures: { left: printAmount(left) },
    }),
  ];
};
