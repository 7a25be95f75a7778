// The annual subsidy budget (三(四)) as a ledger of its own: what was granted, and for which projects it is held.
import type { Decimal } from 'decimal.js';
import * as z from 'zod';
import type { Instant } from '../calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef } from '../ledger.ts';
import { decimalOf, printAmount, sum } from '../money/money.ts';
import type { Actor, Role } from '../parties.ts';
import type { ViewWrite } from '../ports.ts';
import { amountInput, paperInput, reasonInput } from '../projects/act-input.ts';

/** Who writes which entry; a reservation follows from the act of that name on a project. */
export const BUDGET_ACTS = {
  'set-budget': ['FINANCE'],
  'adjust-budget': ['FINANCE'],
  reserve: ['FINANCE'],
  release: ['SYSTEM'],
} as const satisfies Record<string, readonly Role[]>;

export type BudgetAct = keyof typeof BUDGET_ACTS;

export const budgetYearInput = z.string().regex(/^20\d{2}$/, '请填写年份，如 2026｜Give a year such as 2026');

export const setBudgetInput = z.strictObject({ year: budgetYearInput, amount: amountInput, document: paperInput });
export const adjustBudgetInput = setBudgetInput.extend({ reason: reasonInput });

/** `projectSeq`: the entry that the reservation was made on; its own entry in the project is the next one. */
export interface Reserve {
  readonly projectId: string;
  readonly amount: string;
  readonly projectSeq: number;
}

/** NOT_COMPLETED: the project's own entry was never written. */
export const RELEASE_REASONS = ['NOT_COMPLETED', 'SUPERSEDED', 'LEFT_PROGRAMME'] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** Money of the year held for one project. */
export interface Holding extends Reserve {
  readonly at: Instant;
  readonly actor: Actor;
}

export interface Budget {
  readonly year: string;
  readonly head: Head;
  readonly amount: Decimal;
  /** By project: a project holds once, whatever was written how often. */
  readonly holdings: ReadonlyMap<string, Holding>;
}

export const budgetLedger = (year: string): LedgerRef => ({ kind: 'BUDGET', id: year });

/** What an entry of a budget says, before it is sealed. */
export interface BudgetEntry {
  readonly act: BudgetAct;
  readonly payload: JsonObject;
}

export function foldBudget(year: string, entries: readonly Entry[], from?: Budget): Budget {
  let amount = from?.amount ?? decimalOf(0);
  let head = from?.head ?? EMPTY_HEAD;
  const holdings = new Map(from?.holdings);
  for (const { act, payload, seq, hash, at, actor } of entries) {
    head = { seq, hash };
    // Written by the functions below only, and the chain proves that nothing changed since.
    if (act === 'set-budget' || act === 'adjust-budget') amount = decimalOf(String(payload.amount));
    else if (act === 'reserve') {
      const reserve = payload as unknown as Reserve;
      holdings.set(reserve.projectId, { ...reserve, at, actor });
    } else if (act === 'release') holdings.delete(String(payload.projectId));
    else throw new Fault('CORRUPT', `entry ${seq} is not an entry of a budget`);
  }
  return { year, head, amount, holdings };
}

const isSet = (budget: Budget): boolean => budget.head.seq > 0;

export const reservedOf = (budget: Budget): Decimal =>
  sum([...budget.holdings.values()].map(({ amount }) => decimalOf(amount)));

export const leftOf = (budget: Budget): Decimal => budget.amount.minus(reservedOf(budget));

export function decideSetBudget(budget: Budget, input: z.output<typeof setBudgetInput>): Outcome<BudgetEntry> {
  if (isSet(budget)) {
    return refused('NOT_NOW', {
      zh: `${budget.year} 年度预算已下达，变更请办理预算调整。`,
      en: `The budget of ${budget.year} is set already; adjust it instead.`,
    });
  }
  return granted({
    act: 'set-budget',
    payload: { amount: printAmount(decimalOf(input.amount)), document: input.document },
  });
}

/** A budget never falls below what is promised already. */
export function decideAdjustBudget(budget: Budget, input: z.output<typeof adjustBudgetInput>): Outcome<BudgetEntry> {
  if (!isSet(budget)) return noBudget(budget.year);
  const reserved = reservedOf(budget);
  const amount = decimalOf(input.amount);
  if (amount.lessThan(reserved)) {
    return refused('BUDGET_EXHAUSTED', {
      zh: `已预留 ${printAmount(reserved)} 元，预算不能调整为 ${printAmount(amount)} 元。`,
      en: `${printAmount(reserved)} yuan are reserved already; the budget cannot become ${printAmount(amount)} yuan.`,
    });
  }
  const { document, reason } = input;
  return granted({ act: 'adjust-budget', payload: { amount: printAmount(amount), document, reason } });
}

/** What the project holds already is put back first: reserving again replaces, never adds. */
export function decideReserve(budget: Budget, reserve: Reserve): Outcome<BudgetEntry> {
  if (!isSet(budget)) return noBudget(budget.year);
  const left = leftOf(budget).plus(budget.holdings.get(reserve.projectId)?.amount ?? 0);
  if (left.lessThan(reserve.amount)) {
    return refused(
      'BUDGET_EXHAUSTED',
      {
        zh: `${budget.year} 年度补助预算余额 ${printAmount(left)} 元，不足预留 ${reserve.amount} 元。请调整预算或改用其他年度。`,
        en: `${printAmount(left)} yuan of the budget of ${budget.year} are left, ${reserve.amount} are asked for. Adjust the budget or take another year.`,
      },
      { clause: '三(四)' },
    );
  }
  return granted({ act: 'reserve', payload: { ...reserve } });
}

const noBudget = (year: string): Outcome<never> =>
  refused(
    'GATE_SHUT',
    { zh: `${year} 年度补助预算尚未下达。`, en: `No subsidy budget is set for ${year}.` },
    { clause: '三(四)' },
  );

/** Somebody asked for the same reservation before. */
export const holdsAlready = ({ holdings }: Budget, { projectId, projectSeq }: Reserve): boolean =>
  holdings.get(projectId)?.projectSeq === projectSeq;

export const decideRelease = ({ projectId, projectSeq }: Reserve, reason: ReleaseReason): BudgetEntry => ({
  act: 'release',
  payload: { projectId, projectSeq, reason },
});

/**
 * The budget as it stood when it took in this reservation, or undefined if it never did, or gave it back because the
 * project never wrote its own entry. The same answer for good: a later release or renewal has another reason or seq.
 */
export function budgetAtReserve(
  year: string,
  entries: readonly Entry[],
  { projectId, projectSeq }: Reserve,
): Budget | undefined {
  const own = entries.filter(({ payload }) => payload.projectId === projectId && payload.projectSeq === projectSeq);
  const reserved = own.findLast(({ act }) => act === 'reserve');
  const undone = own.findLast(({ payload }) => payload.reason === ('NOT_COMPLETED' satisfies ReleaseReason));
  if (reserved === undefined || (undone && undone.seq > reserved.seq)) return undefined;
  return foldBudget(
    year,
    entries.filter(({ seq }) => seq <= reserved.seq),
  );
}

/** For people and for the read model: the year in four figures. */
export interface BudgetSummary {
  readonly year: string;
  readonly amount: string;
  readonly reserved: string;
  readonly left: string;
}

export const summariseBudget = (budget: Budget): BudgetSummary => ({
  year: budget.year,
  amount: printAmount(budget.amount),
  reserved: printAmount(reservedOf(budget)),
  left: printAmount(leftOf(budget)),
});

/** The row of the year: what the dashboard shows without reading a ledger. */
export function projectBudget(budget: Budget): ViewWrite {
  const { year, head } = budget;
  return {
    view: 'budget',
    partition: 'years',
    sort: year,
    value: { ...summariseBudget(budget) },
    watermark: { ledger: `BUDGET/${year}`, seq: head.seq },
  };
}
