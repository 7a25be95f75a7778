// Samples of the papers of the streamlined approvals.
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import { APPROVALS } from '../../../../local/demo/words/approvals.ts';
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
  ...APPROVALS.A1,
  ...project,
  ...request,
  ...site,
  requestTitle: '关于要求审批瓯园小区老旧小区改造项目可行性研究报告的请示',
  scopeSummary: '屋面及外墙修缮、雨污管网、道路停车、绿化、适老化设施和社区服务用房改造',
  estimate: '13980000',
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
  ...APPROVALS.A3N,
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
  opinionDueOn: '2026-10-26',
};

export const A3O: PaperInput<'A3O'> = {
  ...project,
  planVersion: '第2版',
  round: 1,
  unitName: '区消防救援大队',
  opinionDueOn: '2026-10-26',
};

export const A3: PaperInput<'A3'> = {
  ...APPROVALS.A3,
  ...project,
  ...site,
  planVersion: '第2版',
  meetingOn: '2026-10-28',
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
  revisions: [
    { items: '消防车道净宽', responsibleUnit: streetName, dueOn: '2026-11-04', confirmingUnit: '区消防救援大队' },
    { items: '管网接口标高', responsibleUnit: streetName, dueOn: '2026-11-04', confirmingUnit: '区综合行政执法局' },
  ],
  present:
    '区旧改办×××、×××，区发展和改革局×××，区财政局×××，区审计局×××，区综合行政执法局×××，市自然资源和规划局示例分局×××，区消防救援大队×××，供电、水务、燃气、电信、移动、联通、中广有线公司×××等',
  absent: '区交通运输局×××（书面意见：无意见）',
  attending: '示例街道办事处×××，示例社区×××，设计单位×××',
  bodyName,
  cc: '区老旧小区改造工作领导小组成员单位，示例街道办事处，设计单位',
};

export const A4: PaperInput<'A4'> = {
  ...APPROVALS.A4,
  ...project,
  recipient: '示例区住房和城乡建设局',
  drawingHash: '9b3f0c21d4e5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5',
};

export const A4R: PaperInput<'A4R'> = {
  ...APPROVALS.A4R,
  ...project,
  receivedAt: '2026-11-20T10:12',
  filingNo: '示建图备〔2026〕31号',
};

export const A5R: PaperInput<'A5R'> = {
  ...APPROVALS.A5R,
  ...project,
  issues: [
    { text: '4幢、7幢间消防车道转弯半径不足9米。', standard: 'GB 55037—2022 第3.4.2条', stop: true },
    { text: '无障碍坡道未注明坡度。', standard: 'GB 55019—2021 第2.3.1条', stop: false },
  ],
  rectifyBy: '2026-12-15',
};

export const A6: PaperInput<'A6'> = {
  ...APPROVALS.A6,
  ...project,
  acceptanceNo: '示建受〔2026〕208号',
  promisedDays: 3,
  promisedOn: '2026-12-01',
};

export const A6Granted: PaperInput<'A6'> = {
  ...APPROVALS.A6Granted,
  ...project,
  permitNo: '330399202612010101',
  permitOn: '2026-12-01',
  employer: streetName,
  contractAmount: '12386000',
};

export const A7: PaperInput<'A7'> = {
  ...APPROVALS.A7,
  ...project,
  contractName: '瓯园小区改造工程施工',
  announcedOn: '2026-11-02',
  contractNo: '瓯园施合〔2026〕1号',
  signedOn: '2026-11-26',
};
