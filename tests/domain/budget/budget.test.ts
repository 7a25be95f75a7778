// The annual budget: set once, never below what is promised, held once per project (三(四), I-01).
import { describe, expect, it } from 'vitest';
import {
  type Budget,
  type BudgetEntry,
  budgetAtReserve,
  budgetLedger,
  decideAdjustBudget,
  decideRelease,
  decideReserve,
  decideSetBudget,
  foldBudget,
  projectBudget,
  summariseBudget,
} from '../../../domain/budget/budget.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../../domain/errors.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../../domain/ledger.ts';

const YEAR = '2026';
const document = 'a'.repeat(64);
const set = (amount: string) => (budget: Budget) => decideSetBudget(budget, { year: YEAR, amount, document });
const adjust = (amount: string) => (budget: Budget) =>
  decideAdjustBudget(budget, { year: YEAR, amount, document, reason: '年中调整' });
const reserve =
  (projectId: string, amount: string, projectSeq = 1) =>
  (budget: Budget) =>
    decideReserve(budget, { projectId, amount, projectSeq });

/** The ledger after acts that must all be granted. */
function ledgerOf(...acts: ((budget: Budget) => Outcome<BudgetEntry>)[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const act of acts) {
    const decided = act(foldBudget(YEAR, entries));
    if (!decided.ok) throw new Error(decided.refusal.says.en);
    entries.push(
      sealEntry(budgetLedger(YEAR), entries.at(-1) ?? EMPTY_HEAD, {
        ...decided.value,
        at: instantOf(Date.UTC(2026, 0, 5)),
        actor: { role: 'FINANCE', id: 'person-2', unit: 'FINANCE' },
        findings: [],
        rulebook: 'budget@1',
        calendar: 'test',
      }),
    );
  }
  return entries;
}
const budgetOf = (...acts: Parameters<typeof ledgerOf>): Budget => foldBudget(YEAR, ledgerOf(...acts));
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'granted' : outcome.refusal.code);

describe('a budget', () => {
  it('is set once, and adjusted after that', () => {
    expect(codeOf(set('100')(budgetOf(set('100'))))).toBe('NOT_NOW');
    expect(summariseBudget(budgetOf(set('100'), adjust('250.5')))).toEqual({
      year: '2026',
      amount: '250.50',
      reserved: '0.00',
      left: '250.50',
    });
  });

  it('that nobody set holds nothing and cannot be adjusted', () => {
    expect(codeOf(adjust('1')(foldBudget(YEAR, [])))).toBe('GATE_SHUT');
    expect(codeOf(reserve('p', '1')(foldBudget(YEAR, [])))).toBe('GATE_SHUT');
  });

  it('holds up to its last fen and not one more, and says what is left', () => {
    const budget = budgetOf(set('100'), reserve('p', '60'));
    expect(codeOf(reserve('q', '40')(budget))).toBe('granted');
    const refused = reserve('q', '40.01')(budget);
    expect(codeOf(refused)).toBe('BUDGET_EXHAUSTED');
    expect(!refused.ok && refused.refusal.says.en).toContain('40.00 yuan of the budget of 2026 are left');
  });

  it('never falls below what is promised', () => {
    const budget = budgetOf(set('100'), reserve('p', '60'));
    expect(codeOf(adjust('60')(budget))).toBe('granted');
    expect(codeOf(adjust('59.99')(budget))).toBe('BUDGET_EXHAUSTED');
  });

  it('replaces what a project holds instead of adding to it', () => {
    const budget = budgetOf(set('100'), reserve('p', '60'), reserve('p', '100', 4));
    expect(summariseBudget(budget)).toMatchObject({ reserved: '100.00', left: '0.00' });
  });

  it('gives back what is released', () => {
    const release = () =>
      ({ ok: true, value: decideRelease({ projectId: 'p', amount: '60', projectSeq: 1 }, 'LEFT_PROGRAMME') }) as const;
    expect(summariseBudget(budgetOf(set('100'), reserve('p', '60'), release))).toMatchObject({ reserved: '0.00' });
  });

  it('folds the same in one go as entry by entry', () => {
    const entries = ledgerOf(set('100'), reserve('p', '10'), reserve('q', '20'), adjust('90'));
    const stepwise = entries.reduce<Budget | undefined>(
      (budget, entry) => foldBudget(YEAR, [entry], budget),
      undefined,
    );
    expect(stepwise).toEqual(foldBudget(YEAR, entries));
    expect(projectBudget(foldBudget(YEAR, entries))).toMatchObject({ sort: '2026', watermark: { seq: 4 } });
  });
});

describe('the budget as it stood at a reservation', () => {
  const wanted = { projectId: 'p', amount: '10', projectSeq: 1 };
  const release = (reason: Parameters<typeof decideRelease>[1]) => () =>
    ({ ok: true, value: decideRelease(wanted, reason) }) as const;
  const reservedThen = (...acts: Parameters<typeof ledgerOf>): string | undefined => {
    const budget = budgetAtReserve(YEAR, ledgerOf(...acts), wanted);
    return budget && summariseBudget(budget).reserved;
  };

  it('stays the same whatever comes later', () => {
    const made = [set('100'), reserve('q', '5'), reserve('p', '10')];
    expect(reservedThen(...made)).toBe('15.00');
    expect(reservedThen(...made, reserve('r', '50'), reserve('p', '20', 6))).toBe('15.00');
    expect(reservedThen(...made, release('SUPERSEDED'))).toBe('15.00');
    expect(reservedThen(...made, release('LEFT_PROGRAMME'))).toBe('15.00');
  });

  it('is unknown before it was made, and again when it was never completed', () => {
    expect(reservedThen(set('100'), reserve('p', '10', 2))).toBeUndefined();
    expect(reservedThen(set('100'), reserve('p', '10'), release('NOT_COMPLETED'))).toBeUndefined();
    expect(reservedThen(set('100'), reserve('p', '10'), release('NOT_COMPLETED'), reserve('p', '10'))).toBe('10.00');
  });
});
