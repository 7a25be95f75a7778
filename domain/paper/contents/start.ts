// What the papers of step 4 say: application, undertaking, management plan, notices back.
import * as z from 'zod';
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

const DENY_GROUNDS = [
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
