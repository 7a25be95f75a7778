// What the clerks of the story type on their papers: everything else comes out of the ledger. Made-up firms, office telephones of nobody.
const contractor = '温州市某建设工程有限公司';
const designer = '温州市某设计院有限公司';
const siteTel = '0577-00000005';

export const SITE = {
  projectAddress: '五马街道黄龙路18号',
  buildYears: '1996年',
  buildingCount: 13,
  householdsTotal: 338,
  titleArea: '28800.00',
};
export const COMMUNITY = { communityName: '五马街道第一社区居民委员会', communityTel: '0577-00000002' };
const bodyTel = '0577-00000001';
const BODY_NAME = '黄龙教育新村业主委员会';

const menuOf = (aspect: string, basic: string[], improvement: string[], upgrade: string[]) => ({
  aspect,
  basic,
  improvement,
  upgrade,
});

export const CONSULTATION = {
  E1: {
    ...SITE,
    demolitionPlanVersion: '2020年版',
    facts: [
      { fact: '1996年6月竣工', evidence: '竣工验收证明，1996-06-30' },
      { fact: '具备道路、管网、绿化改造条件', evidence: '现场勘查记录，2020-07-07' },
      { fact: '不在计划拆迁范围', evidence: '拆迁范围比对图，2020-07-06' },
      { fact: '13幢均为B级', evidence: '房屋安全鉴定报告，2020-05-20' },
      { fact: '现浇楼板，无多孔板隐患', evidence: '同上，第4章' },
    ],
    conclusion: '重点改造范围',
  },
  F1: {
    ...COMMUNITY,
    returnBy: '2020-07-18',
    menu: [
      menuOf('建筑改造', ['屋面防水', '外立面修缮'], ['楼道照明', '单元门禁'], ['立面提升']),
      menuOf('道路交通和停车', ['道路整修'], ['停车位改造'], ['充电桩']),
      menuOf('管网系统', ['供水管改造'], [], []),
      menuOf('景观绿化', ['绿化补植'], ['休憩场地'], ['口袋公园']),
      menuOf('适老化改造', ['无障碍坡道'], ['扶手、座椅'], []),
      menuOf('社区服务体系', [], ['快递柜'], ['养老服务用房']),
    ],
  },
  F1S: {
    choices: ['建筑改造', '道路交通和停车', '管网系统', '景观绿化', '适老化改造', '社区服务体系'].map(
      (aspect, index) => ({
        aspect,
        basic: 240 - index * 17,
        improvement: 170 - index * 9,
        upgrade: 38 + index * 11,
      }),
    ),
  },
  W1: {
    applicant: '黄龙教育新村自治小组',
    topChoices: '屋面防水、雨污管网、停车位改造、无障碍坡道',
    bodyStatus: '尚无业主委员会，由自治小组代行',
  },
  /** Until there is a committee. */
  B1: { bodyName: '黄龙教育新村自治小组', recommendedBy: '楼道长会议', postedDays: 7, memberCount: 7 },
} as const;

export const PLAN = {
  P1C: { designer, partPages: ['3～28', '29～34', '35～46', '47～50', '51～58'] },
  F2: {
    bodyTel,
    planPlace: '小区东门公告栏',
    returnTo: '业委会办公室（6幢架空层）',
  },
  F2S: { countPlace: '6幢架空层' },
  F3: { ...COMMUNITY, bodyTel, bodyAddress: '6幢架空层业委会办公室', countedNote: '9月27日为调休工作日' },
  P2: {
    designer,
    managementMechanism:
      '改造后由业主大会选聘物业服务企业；物业费 1.20 元/㎡·月；停车收益一半补充维修资金；每季度公开收支。',
    drawings: ['总平面图', '鸟瞰效果图', '入口节点效果图'],
  },
  OB2: {
    mediatedAt: '2020-10-12T14:30',
    mediationPlace: '社区会议室',
    mediatorRole: '业主委员会主任',
    objectionSummary: '认为垃圾分类房距窗户过近，要求挪位。',
    factsFound: '现状距最近窗户 6.2 米，可向北移 4 米，不影响消防车道。',
    mediationProcess: '设计单位现场放样，提出人到场确认新位置。',
    agreedTerms: '垃圾分类房北移 4 米，增设围挡和除臭设施。',
    ending: '达成一致',
    planEffect: '非实质修改',
  },
} as const;

export const START = {
  M1: {
    ...SITE,
    bodyStatus: '五街业备〔2020〕12号',
    bodyTel,
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
} as const;

/** Whole number of the account: on papers that residents pay by, and nowhere else. */
export const ACCOUNT = {
  accountName: '五马街道办事处（黄龙教育新村老旧小区改造资金专户）',
  accountNo: '7330 0012 3456 7890',
} as const;

/** 浙江政务服务网投资项目在线审批监管平台 gives it out. */
export const PROJECT_CODE = '2020-330302-78-01-123456';
export const APPROVALS_CC =
  '区政府办公室，区财政局、区住房和城乡建设局、区审计局、区政务服务大厅，市自然资源和规划局鹿城分局';

const project = { designer, contractor, supervisor: '温州市某工程监理有限公司' };

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
    designer,
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
    contractor,
    supervisor: project.supervisor,
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
      { unit: contractor, price: '11500000', qualification: '市政总承包一级，合格', rank: 1 },
      { unit: '温州市另一建筑工程有限公司', price: '11620000', qualification: '建筑总承包一级，合格', rank: 2 },
      { unit: '温州市又一园林建设有限公司', price: '11715000.50', qualification: '市政总承包二级，合格', rank: 3 },
    ],
    winner: contractor,
    winningPrice: '11500000',
    contractNo: '鹿旧改施〔2021〕3号',
    signedOn: '2021-02-18',
  },
} as const;

export const WORKS = {
  SI1: {
    inspectedOn: '2021-05-12',
    findings: [
      { situation: '项目经理、总监、质量安全员均在岗', conforms: true },
      { situation: '责任牌缺监理单位电话', conforms: false, rectification: '补齐，5月15日前' },
    ],
    conclusion: '限期整改',
    rectifyBy: '2021-05-15',
  },
  SI2: {
    problemNo: 'WT-2021-0001-1',
    raisedAt: '2021-05-10T08:40',
    channel: '现场服务点',
    issueText: '夜间切割噪声扰民。',
    discussedAt: '2021-05-10T10:00',
    participants: '街道、社区、施工单位、监理单位、居民代表1人',
    opinion: '调整作业时间，噪声作业安排在白天。',
    resolvedAt: '2021-05-10T18:00',
    resolution: '十八时后停止切割作业。',
  },
  CO1: {
    changeNo: 'BG-2021-0001-1',
    contractor,
    location: '中心路东段铺装',
    reason: '其他',
    reasonText: '拟将水泥铺装改为花岗岩铺装。',
    before: '水泥混凝土铺装 1,600 ㎡。',
    after: '花岗岩铺装 1,600 ㎡。',
    changeAmount: '800000.00',
    changeCumulative: '800000.00',
    changeRatio: '6.95',
    delay: '延长12日',
    changesBallot: false,
    exceedsEstimate: false,
  },
  E2: {
    exceptionMatter: '中心路铺装由水泥改为花岗岩的工程变更',
    exceptedClause: '第二部分第（三）项第6目',
    exceptionReason: '变更只为观感，不属地下障碍、政策强制和安全需要，增加造价80万元，占合同价6.95%。',
    safeguards: '仍按原设计施工，铺装面层加强养护。',
    decidedOn: '2021-06-01',
    exceptionDecision: '不同意作为例外办理',
  },
  RS1: { weekFrom: '2021-05-10', siteTel },
  C5: {
    month: '2021-05',
    monthDone: '完成1至4幢屋面防水、东区雨污管网主管敷设。',
    nextPlan: '5至9幢屋面防水，西区管网开挖。',
    outages: '6月8日9时至15时，5至9幢停水。',
    workHours: '7:30—11:30，13:30—18:00；中高考期间夜间停工',
    qualityNote: '管网闭水试验一次合格，未发生安全事故。',
    supervisorNotes: 6,
    supervisorClosed: 6,
    siteTel,
    contractor,
  },
} as const;

export const CLOSING = {
  JA1: {
    acceptedOn: '2021-10-15',
    approvalNo: '鹿发改审〔2020〕2号',
    changeCount: 0,
    qualityDocs: '齐全、有效',
    spotChecks: 24,
    openItems: 0,
    conclusion: '合格',
    units: [
      { unit: '建设单位：五马街道办事处', scope: '组织、合同、资料' },
      { unit: `设计单位：${designer}`, scope: '设计符合性' },
      { unit: `施工单位：${contractor}`, scope: '工程质量' },
      { unit: `监理单位：${project.supervisor}`, scope: '监理评估' },
      { unit: '区住房和城乡建设局', scope: '质量监督' },
      { unit: '区消防救援大队（指导）', scope: '消防车道、登高场地' },
      { unit: '区综合行政执法局', scope: '市政管网、绿化' },
      { unit: '供电、水务、燃气、通信、有线电视', scope: '专业设施' },
    ],
  },
  KF: { filingNo: '鹿住建消备〔2021〕12号', filedOn: '2021-10-20', sampled: false, copies: [1, 1, 2, 3, 5] },
  KC: {
    ...project,
    projectAddress: SITE.projectAddress,
    scale: '13幢338户，28,800.00平方米',
    permitNo: '330302202101200101',
    filingDueOn: '2021-10-30',
    receivedAt: '2021-10-20',
    filingNo: '鹿住建竣备〔2021〕19号',
  },
  K8D: {
    submittedNo: '五街办〔2021〕88号',
    reviewFirm: '温州某会计师事务所',
    costs: [
      { name: '工程费用', approved: '13200000', submitted: '11800000', audited: '11800000' },
      { name: '工程建设其他费用', approved: '1056000', submitted: '930000', audited: '930000' },
      { name: '预备费', approved: '427680', submitted: '0', audited: '0' },
    ],
    directCost: '11800000',
    otherCost: '930000',
    contingency: '0',
    excludedAmount: '2400000',
    mandatoryCost: '4908601.70',
    basicCost: '5286186.44',
    improvementCost: '2103686.44',
    upgradeCost: '431525.42',
    subsidyBase: '11268207.63',
    basePerM2: '391.2572',
    transferDueOn: '2022-03-31',
    cc: '区发展和改革局，区审计局，区住房和城乡建设局（区旧改办）',
  },
  S2: {
    ...ACCOUNT,
    auditOrg: '鹿城区财政局',
    payBy: '2022-01-31',
    settleOffice: '五马街道旧改办（五马街道办事处204室）',
    settleTel: '0577-00000003',
  },
  K9: {
    archives: '温州市城建档案馆',
    volumes: [
      { title: '立项、审批文件', textPages: 86, drawings: 0, files: 12, retention: '永久' },
      { title: '施工图', textPages: 4, drawings: 126, files: 126, retention: '永久' },
      { title: '竣工图', textPages: 4, drawings: 131, files: 131, retention: '永久' },
      { title: '质量验收资料', textPages: 312, drawings: 0, files: 40, retention: '30年' },
    ],
    notFormed: '勘察文件',
  },
  HO1: {
    recipient: BODY_NAME,
    documents: [
      { name: '竣工图', copies: 1, pages: 131, original: true, upkeep: '业主' },
      { name: '工程质量保修书', copies: 1, pages: 6, original: true, upkeep: '施工' },
      { name: '供水管网竣工资料', copies: 1, pages: 18, original: false, upkeep: '专业单位' },
    ],
  },
  HO2: [
    {
      receiver: '温州市某水务有限公司',
      facility: '供水',
      quantity: 'DN100 球墨铸铁管 1,240 米，水表井 26 座',
      location: '小区道路下，1至13幢单元表井',
      standard: 'GB 50268—2008，压力试验合格，水质检测合格',
      transferredOn: '2022-01-20',
    },
    {
      receiver: '温州市某通信有限公司',
      facility: '通信',
      quantity: '光缆 2,100 米，分纤箱 26 只',
      location: '单元门厅弱电井',
      standard: 'GB 50846—2012，通光测试合格',
      transferredOn: '2022-01-20',
    },
  ],
  H2: {
    recipients: `${BODY_NAME}，水务、供电、燃气、通信和有线电视公司`,
    contractor,
    repairTel: siteTel,
    managementMode: '物业服务企业',
    managementDue: '2022-03-31',
    facilities: [
      { facility: '供水管网（表前）', receiver: '温州市某水务有限公司' },
      { facility: '通信线路', receiver: '温州市某通信有限公司' },
    ],
    cc: '区旧改办',
  },
} as const;

export const DISTRICT = {
  C3: {
    meetingOn: '2021-06-02',
    meetingPlace: '区政府二楼会议室',
    chairTitle: '区政府分管领导',
    subject: '老旧小区改造工作第五次例会纪要',
    lead: '会议听取了区旧改办和各街道的汇报，研究了当前存在的问题。现将会议议定事项纪要如下：',
    decisions: [
      { heading: '关于资金到位', text: '由各街道会同社区于6月20日前完成补缴动员，区旧改办派员指导。' },
      { heading: '关于联审意见', text: '各部门收到方案后五个工作日内书面反馈意见。' },
    ],
    present: '区旧改办×××、区发展和改革局×××、区财政局×××、各街道×××',
    cc: '领导小组成员单位，各街道办事处',
  },
  C4: {
    visitedAt: '2021-06-10T14:30',
    inspectors: '区人大代表、政协委员',
    inspectorCount: 9,
    neighbourhoods: '黄龙教育新村',
  },
} as const;

export const REFUSED = {
  bodyName: '黄龙旧厂宿舍自治小组',
  outcome: 'DENIED',
  grounds: ['经复核属不纳入范围'],
  citedClause: '第二部分第（一）项',
  remedy: '调出拆迁计划范围',
} as const;
