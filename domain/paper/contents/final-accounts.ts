// What the audit of the final accounts says (二(三)7): approved, submitted and audited side by side.
import * as z from 'zod';
import { decimalOf } from '../../money/money.ts';
import {
  addsUp,
  amount,
  area,
  date,
  difference,
  documentNo,
  line,
  NOT_THE_SUM,
  organisation,
  subject,
  total,
} from './fields.ts';

/** K8D: approved, submitted and audited side by side. */
export const finalAccountsOpinion = z
  .strictObject({
    ...subject,
    projectName: line.max(80),
    streetName: organisation,
    submittedNo: documentNo,
    reviewFirm: organisation,
    costs: z
      .array(z.strictObject({ name: line.max(40), approved: amount, submitted: amount, audited: amount }))
      .min(1)
      .max(20),
    directCost: amount,
    otherCost: amount,
    contingency: amount,
    excludedAmount: amount,
    mandatoryCost: amount,
    basicCost: amount,
    improvementCost: amount,
    upgradeCost: amount,
    selfRaised: amount,
    subsidyBase: amount,
    titleArea: area,
    basePerM2: z.string().regex(/^\d+\.\d{2,4}$/),
    subsidy: amount,
    excessBorne: amount,
    paidTotal: amount,
    transferDueOn: date,
    cc: line.optional(),
  })
  .refine(
    (p) =>
      addsUp(
        total(p.directCost, p.otherCost, p.contingency),
        p.costs.map((cost) => cost.audited),
      ),
    {
      message: NOT_THE_SUM,
      path: ['costs'],
    },
  )
  .refine((p) => addsUp(total(p.directCost, p.otherCost, p.contingency), [p.selfRaised, p.subsidy, p.excessBorne]), {
    message: NOT_THE_SUM,
    path: ['selfRaised'],
  })
  .transform(({ costs, ...paper }) => {
    const submittedAmount = total(...costs.map((cost) => cost.submitted));
    const auditedAmount = total(...costs.map((cost) => cost.audited));
    const residentsTotal = total(paper.selfRaised, paper.excessBorne);
    const owing = difference(paper.paidTotal, residentsTotal);
    return {
      ...paper,
      costs: [
        ...costs,
        {
          name: '合计',
          approved: total(...costs.map((c) => c.approved)),
          submitted: submittedAmount,
          audited: auditedAmount,
        },
      ].map((cost) => ({ ...cost, difference: difference(cost.submitted, cost.audited) })),
      submittedAmount,
      auditedAmount,
      reducedAmount: difference(auditedAmount, submittedAmount),
      residentsTotal,
      settleDirection: owing.startsWith('-') ? '退' : '补',
      settleAmount: owing.replace('-', ''),
      settled: decimalOf(owing).isZero(),
    };
  });
