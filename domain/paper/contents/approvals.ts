// What the papers of the streamlined approvals say (二(四)): feasibility study, joint review, preliminary design, drawings, permit, tender.
import * as z from 'zod';
import { decimalOf } from '../../money/money.ts';
import { moneyInTenThousands, partsInTenThousands } from '../ten-thousands.ts';
import {
  ASPECTS,
  addsUp,
  amount,
  byCategory,
  CATEGORIES,
  count,
  date,
  documentNo,
  funding,
  fundingAddsUp,
  line,
  moment,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  projectCode,
  prose,
  site,
  subject,
  total,
} from './fields.ts';

const project = { ...subject, projectName: line.max(80), streetName: organisation, projectCode };
const request = { requestTitle: line, requestNo: documentNo };
const cc = { cc: line.optional() };

/** A1. */
export const feasibilityApproval = z
  .strictObject({ ...project, ...request, ...site, ...cc, scopeSummary: line, estimate: amount, durationMonths: count })
  .transform((paper) => ({ ...paper, wan: partsInTenThousands(paper.estimate, {}) }));

const estimate = { ...funding, directCost: amount, otherCost: amount, contingency: amount };
type Estimate = Readonly<Record<keyof typeof estimate, string>>;
const costsAddUp = (paper: Estimate): boolean =>
  addsUp(paper.totalInvestment, [paper.directCost, paper.otherCost, paper.contingency]);

/** Costs and money: both ways to divide the total are printed, and both must give it back. */
function estimateInTenThousands(paper: Estimate) {
  const costs = { direct: paper.directCost, other: paper.otherCost, contingency: paper.contingency };
  return { ...partsInTenThousands(paper.totalInvestment, costs), ...moneyInTenThousands(paper) };
}

/** A2. */
export const preliminaryDesignApproval = z
  .strictObject({
    ...project,
    ...request,
    ...site,
    ...cc,
    ...estimate,
    minutesNo: documentNo,
    employer: organisation,
    durationMonths: count,
  })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .refine(costsAddUp, { message: NOT_THE_SUM, path: ['directCost'] })
  .transform((paper) => ({ ...paper, wan: estimateInTenThousands(paper) }));

type ByCategory = z.output<typeof byCategory>;
interface EstimateTable {
  readonly totalInvestment: string;
  readonly direct: readonly { readonly aspect: string; readonly costs: ByCategory }[];
  readonly otherCosts: ByCategory;
  readonly contingency: ByCategory;
  readonly selfRaised: string;
  readonly selfRaisedByCategory: ByCategory;
  readonly excessBorne: string;
  readonly subsidy: string;
}

/**
 * From the total down: the three kinds of cost as in A2, each over its categories, each category of the works over its
 * aspects. So every row and every column adds up as printed.
 */
function tableInTenThousands(paper: EstimateTable) {
  const sumOver = (costs: readonly ByCategory[]) => total(...costs.flatMap((c) => Object.values(c)));
  const works = paper.direct.map(({ costs }) => costs);
  const columnOf = (category: keyof ByCategory) => total(...works.map((costs) => costs[category]));
  const kinds = partsInTenThousands(paper.totalInvestment, {
    direct: sumOver(works),
    other: sumOver([paper.otherCosts]),
    contingency: sumOver([paper.contingency]),
  });
  const worksByCategory = {
    mandatory: columnOf('mandatory'),
    basic: columnOf('basic'),
    improvement: columnOf('improvement'),
    upgrade: columnOf('upgrade'),
  };
  const direct = categoriesOf(kinds.direct, worksByCategory);
  const columns = CATEGORIES.map((category, index) =>
    partsWithin(
      direct[index] ?? '0.00',
      works.map((costs) => costs[category]),
    ),
  );
  const aspects = paper.direct.map(({ aspect }, row) =>
    withTotal(
      aspect,
      columns.map((column) => column[row] ?? '0.00'),
    ),
  );
  const other = categoriesOf(kinds.other, paper.otherCosts);
  const contingency = categoriesOf(kinds.contingency, paper.contingency);
  const whole = CATEGORIES.map((_, index) => total(...[direct, other, contingency].map((row) => row[index] ?? '0.00')));
  const money = moneyInTenThousands(paper);
  return {
    aspects,
    kinds: [withTotal('工程费用', direct), withTotal('工程建设其他费用', other), withTotal('预备费', contingency)],
    whole: withTotal('总投资', whole),
    selfRaisedRow: withTotal('居民自筹资金', categoriesOf(money.selfRaised, paper.selfRaisedByCategory)),
    wan: { total: kinds.total, excessBorne: money.excessBorne, subsidy: money.subsidy },
  };
}

const withTotal = (name: string, cells: readonly string[]) => ({ name, cells, total: total(...cells) });

/** `whole` is already in 万元. */
const partsWithin = (whole: string, yuan: readonly string[]): string[] => {
  const { total: _, ...parts } = partsInTenThousands(
    decimalOf(whole).times(10_000).toFixed(2),
    Object.fromEntries(yuan.map((part, index) => [`part${index}`, part])),
  );
  return Object.values(parts);
};

const categoriesOf = (whole: string, costs: ByCategory): string[] =>
  partsWithin(
    whole,
    CATEGORIES.map((category) => costs[category]),
  );

/** A2F: the annex of A2, in 万元; columns and rows add up as they stand. */
export const estimateTable = z
  .strictObject({
    ...project,
    approvalNo: documentNo,
    titleArea: amount,
    subsidyCap: amount,
    ...funding,
    direct: z
      .array(z.strictObject({ aspect: z.enum(ASPECTS), costs: byCategory }))
      .min(1)
      .max(ASPECTS.length),
    otherCosts: byCategory,
    contingency: byCategory,
    shares: byCategory,
    selfRaisedByCategory: byCategory,
  })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .refine(
    ({ totalInvestment, direct, otherCosts, contingency }) =>
      addsUp(
        totalInvestment,
        [...direct.map(({ costs }) => costs), otherCosts, contingency].flatMap((c) => Object.values(c)),
      ),
    { message: NOT_THE_SUM, path: ['direct'] },
  )
  .refine(({ selfRaised, selfRaisedByCategory }) => addsUp(selfRaised, Object.values(selfRaisedByCategory)), {
    message: NOT_THE_SUM,
    path: ['selfRaisedByCategory'],
  })
  .transform((paper) => ({ ...paper, ...tableInTenThousands(paper) }));

/** A3N. */
export const reviewMeetingNotice = z.strictObject({
  ...project,
  planVersion: line.max(20),
  attendeeUnits: z.array(organisation).min(1).max(40),
  meetingAt: moment,
  meetingPlace: line,
  opinionDueOn: date,
  contact: line.max(20),
  officeTel: officeTelephone,
});

/** A3O: one department, one round. */
export const reviewOpinion = z.strictObject({
  ...project,
  planVersion: line.max(20),
  round: count,
  unitName: organisation,
  opinionDueOn: date.optional(),
});

export const REVIEW_OUTCOMES = ['通过', '修改完善后通过', '退回修改', '不通过'] as const;

/** A3: without minutes nothing is passed. Residents appear as a number. */
export const reviewMinutes = z.strictObject({
  ...project,
  ...site,
  ...cc,
  planVersion: line.max(20),
  hostUnit: organisation,
  meetingOn: date,
  meetingPlace: line,
  chairTitle: line,
  eligibility: line,
  householdsAgree: count,
  areaAgree: amount,
  postedOn: date,
  publicityEndsOn: date,
  objectionCount: count,
  totalInvestment: amount.transform((yuan) => partsInTenThousands(yuan, {}).total),
  opinions: z.array(z.strictObject({ unit: organisation, text: prose })).min(1),
  reviewOutcome: z.enum(REVIEW_OUTCOMES),
  ballotImpact: line,
  revisions: z.array(
    z.strictObject({ items: line, responsibleUnit: organisation, dueOn: date, confirmingUnit: organisation }),
  ),
  specialLines: line.optional(),
  present: prose,
  absent: prose.optional(),
  attending: prose.optional(),
  bodyName: organisation,
  residentCount: count,
});

/** A4: the undertaking that replaces the review of drawings beforehand. */
export const selfReviewUndertaking = z.strictObject({
  ...project,
  recipient: organisation,
  designer: organisation,
  drawingCount: count,
  drawingVersion: line.max(20),
  drawingHash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A4R: two papers and no more; asking for a third is a defect. */
export const drawingsReceipt = z.strictObject({
  ...project,
  receivedAt: moment,
  drawingCount: count,
  filingNo: documentNo,
});

/** A5R. */
export const drawingsReview = z.strictObject({
  ...project,
  reviewInstitution: organisation,
  issues: z.array(z.strictObject({ text: prose, standard: line, stop: z.boolean() })),
  rectifyBy: date.optional(),
});

/** A6: the acceptance, or the notice that the permit is granted. */
export const combinedPermit = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('ACCEPTED'),
    ...project,
    combinedBasis: line,
    acceptanceNo: documentNo,
    promisedDays: count,
    promisedOn: date,
    sharedMaterials: z.array(line).max(10),
  }),
  z.strictObject({
    stage: z.literal('GRANTED'),
    ...project,
    permitNo: documentNo,
    permitOn: date,
    covers: z.array(z.enum(['建设', '消防', '人防'])).min(1),
    employer: organisation,
    contractor: organisation,
    supervisor: organisation,
    contractAmount: amount,
    durationMonths: count,
  }),
]);

/** A7: open tender, or small works under the street's own rules. */
export const awardRecord = z.strictObject({
  ...project,
  contractName: line,
  contractType: z.enum(['工程', '货物', '服务']),
  estimatedAmount: amount,
  thresholdResult: line,
  route: z.enum(['公开招标', '小额工程']),
  awardMethod: line,
  announcedOn: date.optional(),
  platform: line.optional(),
  bidders: z.array(z.strictObject({ unit: organisation, price: amount, qualification: line, rank: count })).max(20),
  winner: organisation.optional(),
  winningPrice: amount.optional(),
  contractNo: documentNo.optional(),
  signedOn: date.optional(),
});
