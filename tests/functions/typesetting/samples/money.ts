// Samples of the papers of the money: bills of three households, and the audited accounts.
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { splitByLargestRemainder } from '../../../../domain/money/largest-remainder.ts';
import { decimalOf, printAmount } from '../../../../domain/money/money.ts';
import { billNumber } from '../../../../domain/paper/numbers.ts';
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import { bodyName, funding, households, project, residents, streetName, subject } from './neighbourhood.ts';

const account = {
  accountName: '示例街道办事处（瓯园小区老旧小区改造资金专户）',
  bankName: '示例银行示例支行',
  accountNo: '0000 0000 0000 0000 017',
};

const shares = (amount: string): string[] =>
  splitByLargestRemainder(
    decimalOf(amount),
    households.map(({ area }) => decimalOf(area)),
  ).map(printAmount);

const AUDITED_RESIDENTS = '1987386.52';
const selfRaised = shares(funding.selfRaised);
const excessBorne = shares(funding.excessBorne);
const paid = selfRaised.map((part, index) => printAmount(decimalOf(part).plus(excessBorne[index] ?? '0')));
const audited = shares(AUDITED_RESIDENTS);

export const FA1: PaperInput<'FA1'> = {
  ...subject,
  ...account,
  bodyName,
  streetName,
  requiredAmount: residents,
  selfRaised: funding.selfRaised,
  excessBorne: funding.excessBorne,
  appliedOn: '2026-10-09',
  accountOpenedOn: '2026-10-12',
};

/** All 338 bills: together they are what the neighbourhood owes. */
export const S1: PaperInput<'S1'> = {
  ...subject,
  ...account,
  streetName,
  requiredAmount: residents,
  selfRaised: funding.selfRaised,
  excessBorne: funding.excessBorne,
  areaTotal: '28800',
  payBy: '2026-10-31',
  bills: households.map((household, index) => ({
    ...household,
    billNo: billNumber('S1', plainDateOf('2026-10-12'), subject.projectNo, household.no),
    due: paid[index] ?? '0',
    selfRaised: selfRaised[index] ?? '0',
    excessBorne: excessBorne[index] ?? '0',
    paid: '0',
  })),
};

export const S2: PaperInput<'S2'> = {
  ...subject,
  ...account,
  streetName,
  auditOrg: '示例区财政局',
  auditNo: '示财决〔2027〕21号',
  auditOn: '2027-11-18',
  budget: {
    totalInvestment: funding.totalInvestment,
    subsidy: funding.subsidy,
    selfRaised: funding.selfRaised,
    excessBorne: funding.excessBorne,
  },
  audited: { totalInvestment: '13507386.52', subsidy: '11520000', selfRaised: '1712468.94', excessBorne: '274917.58' },
  areaTotal: '28800',
  payBy: '2027-12-31',
  settleOffice: '示例街道旧改办（示例街道办事处204室）',
  settleTel: '0577-00000003',
  bills: households.map((household, index) => ({
    ...household,
    billNo: billNumber('S2', plainDateOf('2027-11-25'), subject.projectNo, household.no),
    due: audited[index] ?? '0',
    // One household paid 2,500 yuan short, one exactly what it owes.
    paid:
      index === 137
        ? printAmount(decimalOf(audited[index] ?? '0').minus('2500'))
        : index === 24
          ? (audited[index] ?? '0')
          : (paid[index] ?? '0'),
    paidOn: '2026-10-15',
    channel: '个人转账',
    refundChannel: '账户尾号 0617',
  })),
};

export const FA2: PaperInput<'FA2'> = {
  ...subject,
  recipients: '区旧改办、区财政局',
  fundedAt: '2026-10-20',
  requiredAmount: residents,
  paidTotal: residents,
  arrivalRate: '100.00',
  paidIndividual: '2438290',
  paidOrg: '50000',
  paidFund: '200000',
  paidIncome: '50000',
  priorityRank: 3,
  statement: [
    { creditedOn: '2026-10-15', channel: '个人出资', receipts: 301, amount: '2438290' },
    { creditedOn: '2026-10-18', channel: '单位捐资', receipts: 1, amount: '50000' },
    { creditedOn: '2026-10-20', channel: '物业专项维修资金、公共收益', receipts: 2, amount: '250000' },
  ],
};

export const K8D: PaperInput<'K8D'> = {
  ...project,
  streetName,
  submittedNo: '示街办〔2027〕88号',
  reviewFirm: '示例会计师事务所',
  costs: [
    { name: '建筑改造', approved: '3320000', submitted: '3218000.50', audited: '3200000' },
    { name: '道路交通和停车', approved: '2080000', submitted: '2051000', audited: '2006000' },
    { name: '管网、绿化、适老化和社区服务', approved: '7300000', submitted: '7260000', audited: '7200000' },
    { name: '工程建设其他费用', approved: '1143000', submitted: '1120000', audited: '1101386.52' },
    { name: '预备费', approved: '415290', submitted: '0', audited: '0' },
  ],
  directCost: '12406000',
  otherCost: '1101386.52',
  contingency: '0',
  excludedAmount: '320000',
  mandatoryCost: '5438211.60',
  basicCost: '3912470.35',
  improvementCost: '2366902.18',
  upgradeCost: '688415.87',
  selfRaised: '1712468.94',
  subsidyBase: '11794917.58',
  titleArea: '28800',
  basePerM2: '409.5457',
  subsidy: '11520000',
  excessBorne: '274917.58',
  paidTotal: residents,
  transferDueOn: '2027-12-31',
  cc: '区发展和改革局，区审计局，区住房和城乡建设局（区旧改办）',
};
