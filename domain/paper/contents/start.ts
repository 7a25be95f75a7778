// What the papers of step 4 say: application, undertaking, management plan, notices back, petition, submission, listing.
import * as z from 'zod';
import { inTenThousands, moneyInTenThousands } from '../ten-thousands.ts';
import { household, shortDoor } from './doors.ts';
import {
  ASPECTS,
  addsUp,
  amount,
  area,
  byCategory,
  count,
  date,
  documentNo,
  funding,
  fundingAddsUp,
  line,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  planFields,
  projectCode,
  prose,
  site,
  subject,
  total,
} from './fields.ts';

const residentsOf = (paper: { readonly selfRaised: string; readonly excessBorne: string }): string =>
  total(paper.selfRaised, paper.excessBorne);

/** M1: figures, not people; the money by channel is what residents bear. */
export const application = z
  .strictObject({
    ...subject,
    ...site,
    ...funding,
    streetName: organisation,
    communityName: organisation,
    areaTotal: area,
    bodyName: organisation,
    bodyStatus: line,
    bodyTel: officeTelephone,
    leaderTitle: line.max(20),
    ballotFrom: date,
    ballotTo: date,
    householdsAgree: count,
    areaAgree: area,
    noticeNo: line.max(30),
    postedOn: date,
    publicityEndsOn: date,
    objectionCount: count,
    costs: z.array(z.strictObject({ aspect: z.enum(ASPECTS), costs: byCategory })).length(ASPECTS.length),
    otherCosts: byCategory,
    paidIndividual: amount,
    paidOrg: amount,
    paidFund: amount,
    paidIncome: amount,
    fundBallotNo: documentNo.optional(),
    managementMode: z.enum(['物业服务企业', '业主自治', '社区管理']),
  })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .refine((p) => addsUp(residentsOf(p), [p.paidIndividual, p.paidOrg, p.paidFund, p.paidIncome]), {
    message: NOT_THE_SUM,
    path: ['paidIndividual'],
  })
  .refine(
    (p) =>
      addsUp(
        p.totalInvestment,
        [...p.costs.map(({ costs }) => costs), p.otherCosts].flatMap((c) => Object.values(c)),
      ),
    { message: NOT_THE_SUM, path: ['costs'] },
  )
  .transform((paper) => {
    const rows = [
      ...paper.costs.map(({ aspect, costs }) => ({ name: aspect as string, costs })),
      { name: '其他费用和预备费', costs: paper.otherCosts },
    ];
    const column = (category: keyof z.output<typeof byCategory>) => total(...rows.map(({ costs }) => costs[category]));
    const whole = {
      mandatory: column('mandatory'),
      basic: column('basic'),
      improvement: column('improvement'),
      upgrade: column('upgrade'),
    };
    return {
      ...paper,
      rows: [...rows, { name: '合计', costs: whole }].map((row) => ({
        ...row,
        total: total(...Object.values(row.costs)),
      })),
    };
  });

/** M3: the undertaking, and a page to sign per fourteen households that pay. */
export const undertaking = z
  .strictObject({
    ...subject,
    ...planFields,
    bodyName: organisation,
    selfRaised: amount,
    excessBorne: amount,
    households: z.array(household.extend({ due: amount })),
  })
  .transform(({ households, ...paper }) => ({
    ...paper,
    households: households.map((h) => ({ no: h.no, room: shortDoor(h), due: h.due })),
  }));

/** M4. */
export const managementPlan = z.strictObject({
  ...subject,
  householdsTotal: count,
  areaTotal: area,
  bodyName: organisation,
  managementBefore: prose,
  managementMode: z.enum(['物业服务企业', '业主自治', '社区管理']),
  conditionReason: prose.optional(),
  managementStartBy: date,
  services: z.array(z.strictObject({ item: line.max(30), standard: prose })).max(12),
  propertyFee: amount.optional(),
  parkingFee: amount.optional(),
  incomeUse: prose,
  maintenanceFund: amount,
  fundRenewal: prose,
  facilities: z
    .array(z.strictObject({ facility: line, warrantyUntil: line, during: line, after: line, receiver: line }))
    .max(30),
  partyBuilding: prose,
  goals: prose,
  supervision: prose,
});

/** N1: everything that is missing, in one notice. */
export const correctionNotice = z.strictObject({
  ...subject,
  applicant: organisation,
  receivedAt: date,
  matterName: line,
  deficiencies: z
    .array(z.strictObject({ material: line, problem: prose, correction: prose }))
    .min(1)
    .max(30),
  correctBy: date,
  lapseRule: line,
});

export const DENY_GROUNDS = [
  '表决未达 2/3',
  '公示未满或异议无结果记录',
  '居民自筹资金未达 100%',
  '经复核属不纳入范围',
] as const;

/** N2: not started, or ended. Never says who was against it. */
export const refusalNotice = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('DENIED'),
    ...subject,
    bodyName: organisation,
    grounds: z.array(z.enum(DENY_GROUNDS)).min(1),
    citedClause: line,
    remedy: line,
  }),
  z.strictObject({
    outcome: z.literal('TERMINATED'),
    ...subject,
    projectName: line.max(80),
    bodyName: organisation,
    terminateGround: line,
    decidedBy: organisation,
    refundTotal: amount,
    refundBy: date,
    sunkCost: amount,
    costBearing: line,
  }),
]);

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
