// What clerks type on the papers of step 5: everything else comes out of the ledger.
import { CONTRACTOR, DESIGNER, SITE, SUPERVISOR } from './names.ts';
import type { Words } from './words.ts';

export const APPROVALS_CC =
  '区政府办公室，区财政局、区住房和城乡建设局、区审计局、区政务服务大厅，市自然资源和规划局鹿城分局';

export const APPROVALS = {
  A1: {
    ...SITE,
    requestTitle: '关于要求审批黄龙教育新村老旧小区改造项目可行性研究报告的请示',
    requestNo: '五街办〔2020〕62号',
    estimate: '13348800.00',
    durationMonths: 8,
    cc: '区财政局，区住房和城乡建设局',
  },
  A3N: {
    attendeeUnits: [
      '区住房和城乡建设局',
      '区财政局',
      '区消防救援大队',
      '市自然资源和规划局鹿城分局',
      '区综合行政执法局',
      '五马街道办事处',
    ],
    meetingAt: '2020-12-08T09:00',
    meetingPlace: '区政务服务大厅三楼会议室',
    opinionDueOn: '2020-12-07',
    contact: '×××',
    officeTel: '0577-00000004',
  },
  A3: {
    ...SITE,
    hostUnit: '区老旧小区改造工作领导小组办公室（区住房和城乡建设局）',
    meetingOn: '2020-12-15',
    meetingPlace: '区政务服务大厅三楼会议室',
    chairTitle: '区旧改办副主任',
    eligibility: '未纳入计划拆迁范围，无C、D级危旧房',
    opinions: [
      { unit: '区住房和城乡建设局', text: '同意。' },
      { unit: '区财政局', text: '同意资金筹集方案，财政补助按不高于400元/平方米预计，最终以决算为准。' },
      { unit: '市自然资源和规划局鹿城分局', text: '同意，新增配套用房控制在用地红线内，不得影响相邻日照。' },
      {
        unit: '区消防救援大队',
        text: '第一轮因消防车登高操作场地被规划车位占用退回；调整后第二轮同意。',
      },
      { unit: '区综合行政执法局', text: '同意，雨污管网与市政管网接口标高须书面确认。' },
    ],
    reviewOutcome: '通过',
    ballotImpact: '不改变，不需要重新表决',
    revisions: [],
    specialLines: '加装电梯、智慧安防、5G网络建设',
    present:
      '区旧改办×××，区住房和城乡建设局×××，区财政局×××，市自然资源和规划局鹿城分局×××，区消防救援大队×××，区综合行政执法局×××',
    attending: '五马街道办事处×××，五马街道第一社区×××，设计单位×××',
    residentCount: 1,
    cc: '区老旧小区改造工作领导小组成员单位，五马街道办事处，设计单位',
  },
  A4: {
    recipient: '鹿城区住房和城乡建设局',
    designer: DESIGNER,
    drawingCount: 126,
    drawingVersion: 'V2.0',
  },
  A4R: { receivedAt: '2021-01-12T10:12', drawingCount: 126, filingNo: '鹿住建图备〔2021〕31号' },
  A5R: {
    reviewInstitution: '温州市某施工图审查中心',
    issues: [{ text: '无障碍坡道坡度不满足规范要求。', standard: 'GB 50763—2012 第3.4.4条', stop: false }],
    rectifyBy: '2021-04-20',
  },
  A6: {
    stage: 'ACCEPTED',
    combinedBasis: '不改变建筑主体和承重结构、不增加建筑面积',
    acceptanceNo: '鹿建受〔2021〕8号',
    promisedDays: 6,
    promisedOn: '2021-01-20',
    sharedMaterials: ['A1', 'A2', 'A3', 'A4R', 'A7'],
  },
  A6Granted: {
    stage: 'GRANTED',
    permitNo: '330302202101200101',
    permitOn: '2021-01-20',
    covers: ['建设', '消防'],
    employer: '五马街道办事处',
    contractor: CONTRACTOR,
    supervisor: SUPERVISOR,
    contractAmount: '11500000.00',
    durationMonths: 8,
  },
  A7: {
    contractName: '黄龙教育新村改造工程施工',
    contractType: '工程',
    estimatedAmount: '11800000.00',
    thresholdResult: '达到400万元，应当公开招标',
    route: '公开招标',
    awardMethod: '综合评估法',
    announcedOn: '2021-01-25',
    platform: '温州市公共资源交易平台',
    bidders: [
      { unit: CONTRACTOR, price: '11500000', qualification: '市政总承包一级，合格', rank: 1 },
      { unit: '温州市另一建筑工程有限公司', price: '11620000', qualification: '建筑总承包一级，合格', rank: 2 },
      { unit: '温州市又一园林建设有限公司', price: '11715000.50', qualification: '市政总承包二级，合格', rank: 3 },
    ],
    winner: CONTRACTOR,
    winningPrice: '11500000',
    contractNo: '鹿旧改施〔2021〕3号',
    signedOn: '2021-02-18',
  },
} satisfies Words<'A1' | 'A3N' | 'A3' | 'A4' | 'A4R' | 'A5R' | 'A6' | 'A7'> & { readonly A6Granted: Words<'A6'>['A6'] };
