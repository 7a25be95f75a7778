// What the papers between street, leader and plan say (二(三)4): petition, submission, listing in the year's investment plan.
import * as z from 'zod';
import { inTenThousands, moneyInTenThousands } from '../ten-thousands.ts';
import {
  amount,
  area,
  count,
  date,
  documentNo,
  funding,
  fundingAddsUp,
  line,
  NOT_THE_SUM,
  organisation,
  projectCode,
  site,
  subject,
  total,
} from './fields.ts';

/** X1: one petition, one matter. */
export const petition = z
  .strictObject({
    ...subject,
    ...site,
    ...funding,
    projectName: line.max(80),
    recipient: organisation,
    signer: line.max(20),
    listingYear: z.int().min(2000).max(2999),
    eligibilityClass: z.enum(['重点改造', '可纳入']),
    planVersion: line.max(20),
    householdsAgree: count,
    areaAgree: area,
    householdsRequired: count,
    areaRequired: area,
    postedOn: date,
    publicityEndsOn: date,
    objectionCount: count,
    appliedOn: date,
    fundedAt: date,
    accountTail: z.string().regex(/^\d{4}$/),
    deliveryMode: line.max(40),
    plannedStart: date,
    durationMonths: count,
    annexes: z.array(line).max(12),
    cc: line.optional(),
  })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .transform((paper) => ({ ...paper, wan: moneyInTenThousands(paper) }));

/** X2: the consent is the principal leader's own, by hand. */
export const leaderSubmission = z
  .strictObject({
    ...subject,
    projectName: line.max(80),
    submissionNo: line.max(30),
    submittedBy: organisation,
    petitionNo: documentNo,
    summary: z.string().trim().min(1).max(200),
    fundedAt: date,
    priorityRank: count,
    subsidy: amount,
    budgetBalance: amount,
    listingYear: z.int().min(2000).max(2999),
    /** 电子批示: the moment of the consent inside the system. */
    consentedAt: line.max(40).optional(),
  })
  .transform((paper) => ({
    ...paper,
    wan: { subsidy: inTenThousands(paper.subsidy), budgetBalance: inTenThousands(paper.budgetBalance) },
  }));

/** X3. */
export const listingNotice = z
  .strictObject({
    ...subject,
    projectName: line.max(80),
    streetName: organisation,
    projectCode,
    listingVerb: z.enum(['列入', '增补列入']),
    listingYear: z.int().min(2000).max(2999),
    consentRef: line,
    planItemNo: line.max(20),
    nature: line.max(10),
    scope: line,
    totalInvestment: amount,
    doneBefore: amount,
    yearSubsidy: amount,
    yearResidents: amount,
    cc: line.optional(),
  })
  .transform((paper) => {
    const year = moneyInTenThousands({
      totalInvestment: total(paper.yearSubsidy, paper.yearResidents),
      selfRaised: paper.yearResidents,
      excessBorne: '0',
      subsidy: paper.yearSubsidy,
    });
    return {
      ...paper,
      wan: {
        total: inTenThousands(paper.totalInvestment),
        doneBefore: inTenThousands(paper.doneBefore),
        year: year.total,
        yearSubsidy: year.subsidy,
        yearResidents: year.residents,
      },
    };
  });
