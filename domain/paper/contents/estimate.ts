// What the approval of the preliminary design and its annex say (二(四)1): costs by kind, category and aspect, and who pays them.
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

const project = { ...subject, projectName: line.max(80), streetName: organisation, projectCode };
const request = { requestTitle: line, requestNo: documentNo };
const cc = { cc: line.optional() };

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
