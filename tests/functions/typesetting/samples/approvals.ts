// Samples of the papers of the streamlined approvals.
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import {
  bodyName,
  contingency,
  funding,
  project as neighbourhoodProject,
  otherCosts,
  projectCode,
  scopes,
  site,
  streetName,
} from './neighbourhood.ts';

const project = { ...neighbourhoodProject, streetName, projectCode };
const request = { requestTitle: '关于要求审批瓯园小区老旧小区改造项目初步设计的请示', requestNo: '示街办〔2026〕62号' };

export const A1: PaperInput<'A1'> = {
  ...project,
  ...request,
  ...site,
  requestTitle: '关于要求审批瓯园小区老旧小区改造项目可行性研究报告的请示',
  scopeSummary: '屋面及外墙修缮、雨污管网、道路停车、绿化、适老化设施和社区服务用房改造',
  estimate: '13980000',
  durationMonths: 8,
  cc: '区财政局，区住房和城乡建设局',
};

export const A2: PaperInput<'A2'> = {
  ...project,
  ...request,
  ...site,
  ...funding,
  directCost: '12700000',
  otherCost: '1143000',
  contingency: '415290',
  minutesNo: '示旧改办纪要〔2026〕9号',
  employer: streetName,
  durationMonths: 8,
  cc: '区政府办公室，区财政局、区住房和城乡建设局、区审计局、区政务服务大厅，市自然资源和规划局示例分局',
};

export const A2F: PaperInput<'A2F'> = {
  ...project,
  ...funding,
  approvalNo: '示发改审〔2026〕47号',
  titleArea: '28800',
  subsidyCap: '400',
  direct: scopes.map(({ aspect, costs }) => ({ aspect, costs })),
  otherCosts,
  contingency,
  shares: { mandatory: '0', basic: '10', improvement: '30', upgrade: '70' },
  selfRaisedByCategory: { mandatory: '0', basic: '449080.00', improvement: '808344.00', upgrade: '549162.19' },
};

export const A3N: PaperInput<'A3N'> = {
  ...project,
  planVersion: '第2版',
  attendeeUnits: [
    '区发展和改革局',
    '区财政局',
    '区审计局',
    '区综合行政执法局',
    '市自然资源和规划局示例分局',
    '区消防救援大队',
    '供电、水务、燃气、电信、移动、联通、中广有线公司',
    streetName,
  ],
  meetingAt: '2026-10-28T09:00',
  meetingPlace: '区政务服务大厅三楼会议室',
  opinionDueOn: '2026-10-26',
  contact: '×××',
  officeTel: '0577-00000004',
};

export const A3O: PaperInput<'A3O'> = {
  ...project,
  planVersion: '第2版',
  round: 1,
  unitName: '区消防救援大队',
  opinionDueOn: '2026-10-26',
};

export const A3: PaperInput<'A3'> = {
  ...project,
  ...site,
  planVersion: '第2版',
  hostUnit: '区老旧小区改造工作领导小组办公室（区住房和城乡建设局）',
  meetingOn: '2026-10-28',
  meetingPlace: '区政务服务大厅三楼会议室',
  chairTitle: '区旧改办副主任',
  eligibility: '未纳入计划拆迁范围，无C、D级危旧房',
  householdsAgree: 271,
  areaAgree: '23187.46',
  postedOn: '2026-09-22',
  publicityEndsOn: '2026-09-30',
  objectionCount: 2,
  totalInvestment: '14258290',
  opinions: [
    { unit: '区发展和改革局', text: '原则同意，可行性研究报告已批复，初步设计概算不得突破可研估算的10%。' },
    { unit: '区财政局', text: '同意资金筹集方案，财政补助按不高于400元/平方米预计，最终以决算为准。' },
    { unit: '市自然资源和规划局示例分局', text: '同意，新增配套用房控制在用地红线内，不得影响相邻日照。' },
    {
      unit: '区消防救援大队',
      text: '原则同意，消防车登高操作场地不得设置停车位，4幢、7幢间消防车道净宽不小于4米，修改后复核。',
    },
    { unit: '区综合行政执法局', text: '同意，雨污管网与瓯园路市政管网接口标高须书面确认；迁移乔木12株另行报批。' },
    { unit: '市公安局交管局一大队', text: '同意，施工期间东门交通组织方案于开工前15日报送。' },
  ],
  reviewOutcome: '修改完善后通过',
  ballotImpact: '不改变，不需要重新表决',
  revisions: [
    { items: '消防车道净宽', responsibleUnit: streetName, dueOn: '2026-11-04', confirmingUnit: '区消防救援大队' },
    { items: '管网接口标高', responsibleUnit: streetName, dueOn: '2026-11-04', confirmingUnit: '区综合行政执法局' },
  ],
  specialLines: '加装电梯、智慧安防、5G网络建设',
  present:
    '区旧改办×××、×××，区发展和改革局×××，区财政局×××，区审计局×××，区综合行政执法局×××，市自然资源和规划局示例分局×××，区消防救援大队×××，供电、水务、燃气、电信、移动、联通、中广有线公司×××等',
  absent: '区交通运输局×××（书面意见：无意见）',
  attending: '示例街道办事处×××，示例社区×××，设计单位×××',
  bodyName,
  residentCount: 1,
  cc: '区老旧小区改造工作领导小组成员单位，示例街道办事处，设计单位',
};

export const A4: PaperInput<'A4'> = {
  ...project,
  recipient: '示例区住房和城乡建设局',
  designer: '示例建筑设计有限公司',
  drawingCount: 126,
  drawingVersion: 'V2.0',
  drawingHash: '9b3f0c21d4e5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5',
};

export const A4R: PaperInput<'A4R'> = {
  ...project,
  receivedAt: '2026-11-20T10:12',
  drawingCount: 126,
  filingNo: '示建图备〔2026〕31号',
};

export const A5R: PaperInput<'A5R'> = {
  ...project,
  reviewInstitution: '示例施工图审查中心',
  issues: [
    { text: '4幢、7幢间消防车道转弯半径不足9米。', standard: 'GB 55037—2022 第3.4.2条', stop: true },
    { text: '无障碍坡道未注明坡度。', standard: 'GB 55019—2021 第2.3.1条', stop: false },
  ],
  rectifyBy: '2026-12-15',
};

export const A6: PaperInput<'A6'> = {
  stage: 'ACCEPTED',
  ...project,
  combinedBasis: '不改变建筑主体和承重结构、不增加建筑面积',
  acceptanceNo: '示建受〔2026〕208号',
  promisedDays: 3,
  promisedOn: '2026-12-01',
  sharedMaterials: ['A1', 'A2', 'A3', 'A4R', 'A7'],
};

export const A6Granted: PaperInput<'A6'> = {
  stage: 'GRANTED',
  ...project,
  permitNo: '330399202612010101',
  permitOn: '2026-12-01',
  covers: ['建设', '消防'],
  employer: streetName,
  contractor: '示例市政建设有限公司',
  supervisor: '示例监理有限公司',
  contractAmount: '12386000',
  durationMonths: 8,
};

export const A7: PaperInput<'A7'> = {
  ...project,
  contractName: '瓯园小区改造工程施工',
  contractType: '工程',
  estimatedAmount: '12700000',
  thresholdResult: '达到400万元，应当公开招标',
  route: '公开招标',
  awardMethod: '综合评估法',
  announcedOn: '2026-11-02',
  platform: '示例市公共资源交易平台',
  bidders: [
    { unit: '示例市政建设有限公司', price: '12386000', qualification: '市政总承包一级，合格', rank: 1 },
    { unit: '样本建筑工程有限公司', price: '12420000', qualification: '建筑总承包一级，合格', rank: 2 },
    { unit: '范例园林建设有限公司', price: '12515000.50', qualification: '市政总承包二级，合格', rank: 3 },
  ],
  winner: '示例市政建设有限公司',
  winningPrice: '12386000',
  contractNo: '瓯园施合〔2026〕1号',
  signedOn: '2026-11-26',
};
