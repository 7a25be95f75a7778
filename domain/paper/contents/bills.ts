// What the money papers say: the account, the bills of the households, what has arrived, what is settled.
import * as z from 'zod';
import { capitalAmount } from '../../money/capital-amount.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { payReference } from '../numbers.ts';
import { doorName, household } from './doors.ts';
import {
  addsUp,
  amount,
  area,
  count,
  date,
  difference,
  documentNo,
  line,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  percentage,
  subject,
  total,
} from './fields.ts';

const account = { accountName: line, bankName: line, accountNo: z.string().regex(/^[0-9 ]{6,40}$/) };
const due = { requiredAmount: amount, selfRaised: amount, excessBorne: amount };

const dueAddsUp = (paper: Readonly<Record<keyof typeof due, string>>): boolean =>
  addsUp(paper.requiredAmount, [paper.selfRaised, paper.excessBorne]);

/** FA1: the only papers with the whole account number are this one and the bills. */
export const accountNotice = z
  .strictObject({
    ...subject,
    ...account,
    ...due,
    bodyName: organisation,
    streetName: organisation,
    appliedOn: date,
    accountOpenedOn: date,
    subLedgerNo: line.max(40).optional(),
  })
  .refine(dueAddsUp, { message: NOT_THE_SUM, path: ['requiredAmount'] });

/** FA2: by channel, never by household. */
export const arrivalNotice = z
  .strictObject({
    ...subject,
    recipients: line,
    fundedAt: date,
    requiredAmount: amount,
    paidTotal: amount,
    arrivalRate: percentage,
    paidIndividual: amount,
    paidOrg: amount,
    paidFund: amount,
    paidIncome: amount,
    priorityRank: count,
    statement: z.array(z.strictObject({ creditedOn: date, channel: line, receipts: count, amount })).max(200),
  })
  .refine((p) => addsUp(p.paidTotal, [p.paidIndividual, p.paidOrg, p.paidFund, p.paidIncome]), {
    message: NOT_THE_SUM,
    path: ['paidTotal'],
  })
  .refine(
    (p) =>
      p.statement.length === 0 ||
      addsUp(
        p.paidTotal,
        p.statement.map((row) => row.amount),
      ),
    {
      message: NOT_THE_SUM,
      path: ['statement'],
    },
  );

/** S1: one page a household; all households together owe what the neighbourhood owes, to the fen. */
export const paymentBills = z
  .strictObject({
    ...subject,
    ...account,
    ...due,
    streetName: organisation,
    areaTotal: area,
    payBy: date,
    bills: z
      .array(
        household.extend({ billNo: line.max(40), due: amount, selfRaised: amount, excessBorne: amount, paid: amount }),
      )
      .min(1),
    /** A single bill printed again is a part of the whole. */
    complete: z.boolean().default(true),
  })
  .refine(dueAddsUp, { message: NOT_THE_SUM, path: ['requiredAmount'] })
  .refine(({ bills }) => bills.every((bill) => addsUp(bill.due, [bill.selfRaised, bill.excessBorne])), {
    message: NOT_THE_SUM,
    path: ['bills'],
  })
  .refine(
    ({ complete, bills, requiredAmount }) =>
      !complete ||
      addsUp(
        requiredAmount,
        bills.map((bill) => bill.due),
      ),
    {
      message: NOT_THE_SUM,
      path: ['bills'],
    },
  )
  .transform(({ bills, ...paper }) => ({
    ...paper,
    pages: bills.map((bill) => ({
      ...bill,
      page: 1,
      serial: bill.no,
      door: doorName(bill),
      dueWords: capitalAmount(decimalOf(bill.due)),
      owing: difference(bill.paid, bill.due),
      payReference: payReference(paper.projectNo, bill.no),
    })),
  }));

/** Five lines of one account of the neighbourhood: plan, and as audited. */
const accounts = z
  .strictObject({ totalInvestment: amount, subsidy: amount, selfRaised: amount, excessBorne: amount })
  .refine((a) => addsUp(a.totalInvestment, [a.subsidy, a.selfRaised, a.excessBorne]), { message: NOT_THE_SUM });

const DIRECTIONS = { REFUND: '应退您户', COLLECT: '您户应补缴', NONE: '无须退补' } as const;

/** S2: refund or collect, one page a household. */
export const settlementBills = z
  .strictObject({
    ...subject,
    ...account,
    streetName: organisation,
    auditOrg: organisation,
    auditNo: documentNo,
    auditOn: date,
    budget: accounts,
    audited: accounts,
    areaTotal: area,
    payBy: date,
    settleOffice: line,
    settleTel: officeTelephone,
    bills: z
      .array(
        household.extend({
          billNo: line.max(40),
          due: amount,
          paid: amount,
          paidOn: date.optional(),
          channel: line,
          refundChannel: line,
        }),
      )
      .min(1),
    complete: z.boolean().default(true),
  })
  .refine(
    ({ complete, bills, audited }) =>
      !complete ||
      addsUp(
        total(audited.selfRaised, audited.excessBorne),
        bills.map((bill) => bill.due),
      ),
    { message: NOT_THE_SUM, path: ['bills'] },
  )
  .transform(({ bills, budget, audited, ...paper }) => ({
    ...paper,
    subsidyCapped: !decimalOf(audited.excessBorne).isZero(),
    accounts: [
      ['总投资（核定）', budget.totalInvestment, audited.totalInvestment],
      ['财政补助', budget.subsidy, audited.subsidy],
      ['居民自筹（按四类比例加权）', budget.selfRaised, audited.selfRaised],
      ['超出补助标准居民自理（①−②−③）', budget.excessBorne, audited.excessBorne],
      [
        '居民出资合计（③＋④）',
        total(budget.selfRaised, budget.excessBorne),
        total(audited.selfRaised, audited.excessBorne),
      ],
    ].map(([name = '', before = '0.00', after = '0.00']) => ({
      name,
      before,
      after,
      difference: difference(before, after),
    })),
    pages: bills.map((bill) => {
      const owing = decimalOf(bill.due).minus(bill.paid);
      const direction = owing.isZero() ? 'NONE' : owing.isNegative() ? 'REFUND' : 'COLLECT';
      return {
        ...bill,
        page: 1,
        serial: bill.no,
        door: doorName(bill),
        direction,
        label: DIRECTIONS[direction],
        amount: printAmount(owing.abs()),
        words: capitalAmount(owing.abs()),
        payReference: payReference(paper.projectNo, bill.no),
      };
    }),
  }));
