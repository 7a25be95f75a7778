// Samples of the papers of works, acceptance, handover and the district.
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { siteProblemNumber } from '../../../../domain/paper/numbers.ts';
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import { CONTRACTOR, DESIGNER, SITE_TEL, SUPERVISOR } from '../../../../local/demo/words/names.ts';
import { CLOSING, DISTRICT, WORKS } from '../../../../local/demo/words/works.ts';
import { bodyName, project, projectCode, streetName } from './neighbourhood.ts';

export const SI1: PaperInput<'SI1'> = {
  ...WORKS.SI1,
  ...project,
  inspectedOn: '2027-05-12',
  rectifyBy: '2027-05-15',
};
export const SI2: PaperInput<'SI2'> = {
  ...project,
  problemNo: siteProblemNumber(plainDateOf('2027-05-13'), project.projectNo, 3),
  raisedAt: '2027-05-13T08:40',
  channel: '现场服务点',
  issueText: '3幢东侧开挖后通行不便，老人出行需绕行。',
};
export const CO1: PaperInput<'CO1'> = {
  ...project,
  changeNo: 'BG-2027-0017-1',
  contractor: CONTRACTOR,
  location: '6幢北侧污水管 W12—W14 段',
  reason: '地下障碍',
  reasonText: '开挖发现废弃人防通道，与设计管位冲突。',
  before: 'DN300 HDPE 管直线敷设，长 46.5 米。',
  after: '向北绕行 2.1 米，长 52.0 米，增设检查井 1 座。',
  changeAmount: '38600.00',
  changeCumulative: '61240.50',
  changeRatio: '0.49',
  delay: '延长3日',
  changesBallot: false,
  exceedsEstimate: false,
};
export const RS1: PaperInput<'RS1'> = { ...project, siteTel: SITE_TEL };
export const C5: PaperInput<'C5'> = {
  ...WORKS.C5,
  ...project,
};

export const JA1: PaperInput<'JA1'> = {
  ...CLOSING.JA1,
  ...project,
  streetName,
  completedOn: '2027-10-28',
  acceptedOn: '2027-11-05',
  approvalNo: '示发改审〔2026〕47号',
  changeCount: 2,
  openItems: 3,
  rectifyBy: '2027-11-20',
  units: [{ unit: `建设单位：${streetName}`, scope: '组织、合同、资料' }, ...CLOSING.JA1.units.slice(1)],
  bodyName,
  warranties: [
    { part: '屋面、外墙防渗漏', term: '5年', from: '2027-11-05', until: '2032-11-04' },
    { part: '电气、给排水、设备、装修', term: '2年', from: '2027-11-05', until: '2029-11-04' },
    { part: '主体结构', term: '设计使用年限', from: '2027-11-05', until: '设计使用年限届满' },
  ],
};
export const KF: PaperInput<'KF'> = {
  ...CLOSING.KF,
  ...project,
  streetName,
  filingNo: '示建消备〔2027〕12号',
  filedOn: '2027-11-09',
};
export const KC: PaperInput<'KC'> = {
  ...project,
  streetName,
  projectCode,
  projectAddress: '示例街道瓯园路18号',
  scale: '10幢338户，28,800.00平方米',
  permitNo: '330399202612010101',
  startedOn: '2027-03-01',
  acceptedOn: '2027-11-05',
  designer: DESIGNER,
  contractor: CONTRACTOR,
  supervisor: SUPERVISOR,
  filingDueOn: '2027-11-20',
  receivedAt: '2027-11-12',
  filingNo: '示建竣备〔2027〕19号',
};
export const K9: PaperInput<'K9'> = {
  ...CLOSING.K9,
  ...project,
  streetName,
};
export const HO1: PaperInput<'HO1'> = {
  ...CLOSING.HO1,
  ...project,
  streetName,
  recipient: bodyName,
};
export const HO2: PaperInput<'HO2'> = {
  ...project,
  streetName,
  receiver: '示例水务有限公司',
  facility: '供水',
  quantity: 'DN100 球墨铸铁管 1,240 米，水表井 30 座',
  location: '小区道路下，1至10幢单元表井',
  standard: 'GB 50268—2008，压力试验合格，水质检测合格',
};
export const H2: PaperInput<'H2'> = {
  ...CLOSING.H2,
  ...project,
  recipients: `${bodyName}，示例水务、供电、燃气、通信和有线电视公司`,
  acceptedOn: '2027-11-05',
  handedOverOn: '2027-11-25',
  transferredOn: '2027-12-01',
  warrantyWaterproof: '2032-11-04',
  warrantyInstall: '2029-11-04',
  warrantyOther: '2029-11-04',
  managementMode: '业主自治',
  managementDue: '2027-12-31',
  facilities: [
    { facility: '供水管网（表前）', receiver: '示例水务有限公司' },
    { facility: '供电线路', receiver: '示例供电公司' },
    { facility: '燃气管道', receiver: '示例燃气有限公司' },
  ],
};

const streets = ['示例街道', '样本街道', '范例街道', '南汇街道', '江滨街道', '五马街道', '莲池街道'].map(
  (street, index) => ({
    street,
    planned: 6 + index,
    passed: 5 + index,
    inPublicity: 1,
    funded: 4 + index,
    listed: 4,
    started: 3,
    startedRate: '42.85',
    completed: 1,
    settled: 0,
    handedOver: 0,
    averageDays: 210 + index * 9,
  }),
);

export const C1: PaperInput<'C1'> = {
  year: 2027,
  issueNo: 5,
  recipients: '各街道办事处，领导小组成员单位',
  asOf: '2027-05-31',
  lag: '个别项目数据滞后不多于1日',
  projectCount: 63,
  householdsAll: 18240,
  areaAll: '1523400.50',
  planCount: 42,
  startedCount: 18,
  startedRate: '42.85',
  invested: '186340000',
  investedRate: '38.20',
  paidAll: '41235678.90',
  newPassed: 3,
  newPublicity: 2,
  newFunded: 2,
  newStarted: 4,
  newAccepted: 1,
  topStreets: ['示例街道', '样本街道'],
  slowStreets: ['莲池街道'],
  progress: '瓯园小区等4个项目本月开工，东瓯新村通过联合竣工验收。',
  stuck: [
    { project: '330302-2026-0031', step: '资金到位', responsible: '莲池街道', overdueDays: 22 },
    { project: '330302-2026-0044', step: '方案联审意见', responsible: '区交通运输局', overdueDays: 6 },
  ],
  demands: '各街道对照年度计划倒排节点，6月底前开工率达到60%；责任单位对超期事项逐项销号。',
  streets,
  cc: '区委办、区人大办、区政府办、区政协办',
};
export const C2: PaperInput<'C2'> = {
  year: 2027,
  street: '示例街道',
  indicators: [
    '计划开工',
    '计划完工',
    '自筹到位率',
    '表决一次通过率',
    '公示合规率（无重启）',
    '变更项数与金额占比',
    '投诉办结',
    '安全质量事故',
    '决算按时率',
    '移交与长效管理落实',
    '居民满意度',
    '专职人员到位',
    '信息报送及时',
  ].map((name) => ({ name, basis: '本年度系统记录', value: '6／6' })),
};
export const C3: PaperInput<'C3'> = {
  ...DISTRICT.C3,
};
export const C4: PaperInput<'C4'> = { neighbourhoods: '瓯园小区', inspectorCount: 9 };
