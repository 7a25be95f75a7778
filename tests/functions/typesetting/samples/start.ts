// Samples of the papers of step 4.
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import { START } from '../../../../local/demo/words/start.ts';
import {
  bodyName,
  communityName,
  funding,
  households,
  otherAndContingency,
  plan,
  project,
  projectCode,
  scopes,
  site,
  streetName,
  subject,
} from './neighbourhood.ts';

export const M1: PaperInput<'M1'> = {
  ...START.M1,
  ...subject,
  ...site,
  ...funding,
  streetName,
  communityName,
  areaTotal: '28800',
  bodyName,
  bodyStatus: '示街业备〔2024〕12号',
  ballotFrom: '2026-09-07',
  ballotTo: '2026-09-19',
  householdsAgree: 271,
  areaAgree: '23187.46',
  noticeNo: 'GS-2026-0017-1',
  postedOn: '2026-09-22',
  publicityEndsOn: '2026-09-30',
  objectionCount: 2,
  costs: scopes.map(({ aspect, costs }) => ({ aspect, costs })),
  otherCosts: otherAndContingency,
  paidIndividual: '2438290',
  paidOrg: '50000',
  paidFund: '200000',
  paidIncome: '50000',
  fundBallotNo: '瓯园业决〔2026〕2号',
};

export const M3: PaperInput<'M3'> = {
  ...subject,
  ...plan,
  bodyName,
  selfRaised: funding.selfRaised,
  excessBorne: funding.excessBorne,
  households: households.slice(0, 30).map((household) => ({ ...household, due: '8101.45' })),
};

export const M4: PaperInput<'M4'> = {
  ...START.M4,
  ...subject,
  householdsTotal: 338,
  areaTotal: '28800',
  bodyName,
  managementMode: '业主自治',
  conditionReason: '小区体量小、收费标准低，两次公开选聘均无企业响应。',
  managementStartBy: '2027-12-31',
};

export const N1: PaperInput<'N1'> = {
  ...subject,
  applicant: bodyName,
  receivedAt: '2026-10-09',
  matterName: '瓯园小区改造启动申请',
  deficiencies: [
    { material: 'M3《居民承诺书》', problem: '未加盖业主组织印章', correction: '补盖印章后重新提交' },
    {
      material: 'M4《长效管理方案》',
      problem: '管理方式与改造方案第五部分不一致',
      correction: '按表决通过的方案修改一致，并由社区重新审核',
    },
  ],
  correctBy: '2026-10-23',
  lapseRule: '撤回申请',
};

export const N2: PaperInput<'N2'> = {
  outcome: 'DENIED',
  ...subject,
  bodyName,
  grounds: ['表决未达 2/3'],
  citedClause: '第二部分第（三）项第3目',
  remedy: '重新表决通过并公示期满',
};

export const N2Terminated: PaperInput<'N2'> = {
  outcome: 'TERMINATED',
  ...project,
  bodyName,
  terminateGround: '列入2027年度拆迁计划',
  decidedBy: '区老旧小区改造工作领导小组',
  refundTotal: '2738290',
  refundBy: '2027-03-31',
  sunkCost: '86000',
  costBearing: '由区财政承担',
};

export const X1: PaperInput<'X1'> = {
  ...START.X1,
  ...project,
  ...site,
  ...funding,
  recipient: '区老旧小区改造工作领导小组',
  listingYear: 2027,
  eligibilityClass: '重点改造',
  planVersion: '第2版',
  householdsAgree: 271,
  areaAgree: '23187.46',
  householdsRequired: 226,
  areaRequired: '19200',
  postedOn: '2026-09-22',
  publicityEndsOn: '2026-09-30',
  objectionCount: 2,
  appliedOn: '2026-10-09',
  fundedAt: '2026-10-20',
  accountTail: '0017',
  plannedStart: '2027-03-01',
  annexes: [
    '瓯园小区改造项目申请表',
    '瓯园小区改造居民意见公示书及张贴记录',
    '表决清点记录',
    '居民承诺书、长效管理方案',
    '居民自筹资金到账通知',
    '调查摸底及资格认定表',
  ],
};

export const X2: PaperInput<'X2'> = {
  ...project,
  submissionNo: '呈批-2026-9',
  submittedBy: '区老旧小区改造工作领导小组办公室',
  petitionNo: '示街办〔2026〕58号',
  summary:
    '瓯园小区1994年建成，10幢338户、28,800.00平方米。同意271户、23,187.46平方米，9月30日公示期满，异议2件均有结果；居民出资273.83万元10月20日全额到位。',
  fundedAt: '2026-10-20',
  priorityRank: 3,
  subsidy: '11520000',
  budgetBalance: '48600000',
  listingYear: 2027,
};

export const X3: PaperInput<'X3'> = {
  ...START.X3,
  ...project,
  streetName,
  projectCode,
  listingYear: 2027,
  consentRef: '呈批-2026-9，2026年11月2日',
  planItemNo: '36',
  scope: '改造住宅楼10幢、338户、28,800.00平方米',
  totalInvestment: '14258290',
  yearSubsidy: '8000000',
  yearResidents: '2738290',
};
