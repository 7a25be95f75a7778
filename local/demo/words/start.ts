// What clerks type on the papers of step 4: everything else comes out of the ledger.
import { BODY_NAME, BODY_TEL, SITE } from './names.ts';
import type { Words } from './words.ts';

export const START = {
  M1: {
    ...SITE,
    bodyStatus: '五街业备〔2020〕12号',
    bodyTel: BODY_TEL,
    leaderTitle: '主任',
    paidIndividual: '1500000.00',
    paidOrg: '0.00',
    paidFund: '300000.00',
    paidIncome: '28800.00',
    fundBallotNo: '黄龙业决〔2020〕2号',
    managementMode: '物业服务企业',
  },
  M4: {
    managementBefore: '改造前由社区代管，保洁每周三次，无专职保安，停车无序。',
    managementMode: '物业服务企业',
    managementStartBy: '2022-03-31',
    services: [
      { item: '保洁', standard: '公共部位每日清扫一次，垃圾日产日清。' },
      { item: '保安', standard: '东门24小时值守，夜间巡查两次。' },
      { item: '绿化', standard: '每季修剪，缺株补植。' },
      { item: '公共部位维护', standard: '报修24小时内到场。' },
      { item: '停车秩序', standard: '一户一位登记，消防通道零占用。' },
      { item: '垃圾分类', standard: '四分类，定时定点投放。' },
    ],
    propertyFee: '1.20',
    parkingFee: '120',
    incomeUse: '停车费、广告费收益的七成补充维修资金，三成用于日常维护，每季公示。',
    maintenanceFund: '412300',
    fundRenewal: '余额低于首期筹集额三成时，由业主大会决定续筹。',
    facilities: [
      {
        facility: '供水管网（表前）',
        warrantyUntil: '2023-10-14',
        during: '施工单位',
        after: '水务公司',
        receiver: '水务公司',
      },
      { facility: '屋面防水', warrantyUntil: '2026-10-15', during: '施工单位', after: '业主', receiver: '—' },
      { facility: '单元门禁', warrantyUntil: '2023-10-14', during: '施工单位', after: '业主', receiver: '—' },
    ],
    partyBuilding: '成立小区党支部，聘请“红色管家”两名，每月召开一次议事会，重大事项由业主大会决定。',
    goals: '有组织、有制度、有经费、有队伍、有设施、有监督，逐项对照落实。',
    supervision: '收支每季张贴公示，接受社区和全体业主监督。',
  },
  N1: {
    applicant: BODY_NAME,
    receivedAt: '2020-10-13',
    matterName: '黄龙教育新村改造启动申请',
    deficiencies: [
      { material: 'M3《居民承诺书》', problem: '未提交', correction: '由业主组织盖章后提交' },
      { material: 'M4《改造后长效管理方案》', problem: '未提交', correction: '按表决通过的方案编制，经社区审核后提交' },
    ],
    correctBy: '2020-10-27',
    lapseRule: '撤回申请',
  },
  FA2: {
    recipients: '区旧改办、区财政局',
    priorityRank: 1,
    statement: [
      { creditedOn: '2020-10-28', channel: '个人出资', receipts: 339, amount: '1500000.00' },
      { creditedOn: '2020-10-29', channel: '物业专项维修资金、公共收益', receipts: 2, amount: '328800.00' },
    ],
  },
  X1: {
    ...SITE,
    recipient: '鹿城区老旧小区改造工作领导小组',
    signer: '×××',
    listingYear: 2020,
    deliveryMode: '设计施工分开',
    plannedStart: '2021-03-01',
    durationMonths: 8,
    annexes: [
      '黄龙教育新村改造项目申请表',
      '黄龙教育新村改造居民意见公示书及张贴记录',
      '表决清点记录',
      '居民承诺书、长效管理方案',
      '居民自筹资金到账通知',
      '调查摸底及资格认定表',
    ],
    cc: '区旧改办',
  },
  X2: {
    submissionNo: '呈批-2020-9',
    submittedBy: '鹿城区老旧小区改造工作领导小组办公室',
    summary:
      '黄龙教育新村1996年建成，13幢338户、28,800.00平方米。方案第2版经250户同意表决通过，公示期满，异议1件已有结果；居民出资182.88万元10月30日全额到位。',
    priorityRank: 1,
    budgetBalance: '18480000.00',
    listingYear: 2020,
  },
  X3: {
    nature: '改建',
    scope: '改造住宅楼13幢、338户、28,800.00平方米',
    listingVerb: '增补列入',
    listingYear: 2020,
    planItemNo: '增补-12',
    doneBefore: '0',
    yearSubsidy: '6000000',
    yearResidents: '1828800',
    cc: '区财政局，区住房和城乡建设局（区旧改办），区审计局',
  },
} satisfies Words<'M1' | 'M4' | 'N1' | 'FA2' | 'X1' | 'X2' | 'X3'>;

export const REFUSED = {
  bodyName: '黄龙旧厂宿舍自治小组',
  outcome: 'DENIED',
  grounds: ['经复核属不纳入范围'],
  citedClause: '第二部分第（一）项',
  remedy: '调出拆迁计划范围',
} satisfies Words<'N2'>['N2'];
