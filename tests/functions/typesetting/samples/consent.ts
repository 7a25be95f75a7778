// Samples of the papers of steps 1 to 3.
import { noticeNumber } from '../../../../domain/paper/numbers.ts';
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import {
  bodyName,
  bodyTel,
  communityName,
  communityTel,
  funding,
  households,
  otherAndContingency,
  plan,
  scopes,
  site,
  streetName,
  subject,
} from './neighbourhood.ts';

const noticeNo = noticeNumber(subject.projectNo, 1);
const ROLL_HASH = '5f3c1e0b9a7d4628c1f0e9d8b7a6958473625140fedcba98765432100123abcd';

export const ballotMatter = {
  ...subject,
  ...plan,
  ...funding,
  bodyName,
  bodyTel,
  streetName,
  planDate: '2026-08-28',
  planPlace: '小区东门、西门公告栏',
  ballotFrom: '2026-09-07',
  ballotTo: '2026-09-19',
  returnTo: '业委会办公室（5幢底层）',
  perSquareMetre: '95.08',
  areaTotal: '28800',
  householdsTotal: 338,
  areaRequired: '19200',
  householdsRequired: 226,
};

export const result = {
  result: {
    agree: { households: 271, area: '23187.46' },
    disagree: { households: 18, area: '1502.18' },
    abstain: { households: 12, area: '1031.60' },
    invalid: { households: 3, area: '257.36' },
    notReturned: { households: 34, area: '2821.40' },
  },
  householdsTotal: 338,
  areaTotal: '28800',
  householdsRequired: 226,
  areaRequired: '19200',
};

const menuOf = (
  aspect: (typeof scopes)[number]['aspect'],
  basic: string[],
  improvement: string[],
  upgrade: string[],
) => ({
  aspect,
  basic,
  improvement,
  upgrade,
});

export const E1: PaperInput<'E1'> = {
  ...subject,
  ...site,
  demolitionPlanVersion: '2026版',
  facts: [
    { fact: '1994年6月竣工', evidence: '竣工验收证明，1994-06-18，示建验94-031' },
    { fact: '具备道路、管网、绿化改造条件', evidence: '现场勘查记录，2026-03-05' },
    { fact: '不在计划拆迁范围', evidence: '拆迁范围比对图，2026-03-02' },
    { fact: '10幢均为B级', evidence: '房屋安全鉴定报告，2025-11-20，浙房鉴〔2025〕118号' },
    { fact: '现浇楼板，无多孔板隐患', evidence: '同上，第4章' },
  ],
  conclusion: '重点改造范围',
};

export const E2: PaperInput<'E2'> = {
  ...subject,
  streetName,
  exceptionMatter: '含一幢C级危房整体纳入改造',
  exceptedClause: '第二部分第（一）项',
  exceptionReason: '7幢鉴定为C级，经加固设计论证可与其余9幢同步实施，单独剔除将造成管网、道路无法贯通。',
  safeguards: '先行加固并经复核鉴定为B级后方可施工；加固期间住户临时安置，逐日沉降观测。',
  decidedOn: '2026-04-16',
  exceptionDecision: '同意将7幢纳入改造，加固费用另行列支',
};

export const F1: PaperInput<'F1'> = {
  ...subject,
  streetName,
  communityName,
  communityTel,
  returnBy: '2026-04-30',
  menu: [
    menuOf('建筑改造', ['屋面防水', '外墙修缮', '楼道整修'], ['楼道照明', '单元门禁'], ['立面提升']),
    menuOf('道路交通和停车', ['道路修复'], ['停车位增设', '慢行道'], ['充电桩']),
    menuOf('管网系统', ['供水管改造', '燃气管改造'], [], []),
    menuOf('景观绿化', ['绿化补植'], ['休憩场地'], ['口袋公园']),
    menuOf('适老化改造', ['无障碍坡道'], ['扶手、座椅'], []),
    menuOf('社区服务体系', [], ['快递柜'], ['老年食堂', '托育点']),
  ],
  households: households.slice(0, 2).map((household) => ({ ...household })),
};

export const F1S: PaperInput<'F1S'> = {
  ...subject,
  communityName,
  surveyFrom: '2026-04-01',
  surveyTo: '2026-04-30',
  buildings: Array.from({ length: 10 }, (_, index) => ({
    building: String(index + 1),
    households: index < 8 ? 36 : 25,
    area: index < 8 ? '3067.20' : '2131.20',
    agree: { households: index < 8 ? 30 : 20, area: index < 8 ? '2556.00' : '1704.96' },
    disagree: 2,
    abstain: 1,
    notReturned: index < 8 ? 3 : 2,
  })),
  choices: scopes.map(({ aspect }, index) => ({
    aspect,
    basic: 210 - index * 11,
    improvement: 160 - index * 7,
    upgrade: 41 + index * 9,
  })),
};

export const W1: PaperInput<'W1'> = {
  ...subject,
  streetName,
  applicant: bodyName,
  communityName,
  surveyFrom: '2026-04-01',
  surveyTo: '2026-04-30',
  householdsTotal: 338,
  areaTotal: '28800',
  householdsAgree: 280,
  areaAgree: '23857.92',
  householdsRequired: 226,
  areaRequired: '19200',
  topChoices: '屋面防水、雨污管网、停车位增设、无障碍坡道',
  bodyStatus: '业主委员会已备案（示街业备〔2024〕12号）',
};

export const B1: PaperInput<'B1'> = {
  ...subject,
  bodyName: '瓯园小区自治小组',
  communityName,
  recommendedBy: '业主代表会议',
  postedDays: 7,
  memberCount: 7,
};

export const P1C: PaperInput<'P1C'> = {
  ...subject,
  ...plan,
  designer: '示例建筑设计有限公司',
  partPages: ['3～28', '29～34', '35～46', '47～50', '51～58'],
};

export const F2: PaperInput<'F2'> = { ...ballotMatter, households: households.map((household) => ({ ...household })) };
export const F2D: PaperInput<'F2D'> = {
  ...ballotMatter,
  households: households.slice(24, 26).map((household) => ({ ...household })),
};
export const F2P: PaperInput<'F2P'> = { ...subject, ...plan };

export const F2S: PaperInput<'F2S'> = {
  ...subject,
  ...plan,
  ...result,
  bodyName,
  countedOn: '2026-09-20',
  countPlace: '小区5幢架空层',
  sheetsIssued: 38,
  sheetsReturned: 38,
  passed: true,
  householdsByOwner: 338,
  householdsByUnit: 341,
  countModesAgree: true,
  participatingArea: '25978.60',
  participatingHouseholds: 304,
  civilCodeAdvice: '参与表决的面积和户数均过三分之二，同意的过参与表决的四分之三',
  rollHash: ROLL_HASH,
};

export const U1: PaperInput<'U1'> = {
  ...subject,
  slips: households
    .slice(0, 10)
    .map(({ area: _, ...household }, index) => ({ ...household, unitCode: `K7MR3WX${'23456789AB'[index]}` })),
};

export const F3: PaperInput<'F3'> = {
  ...subject,
  ...plan,
  ...result,
  noticeNo,
  bodyName,
  bodyTel,
  bodyAddress: '5幢底层业委会办公室',
  communityName,
  communityTel,
  ballotFrom: '2026-09-07',
  ballotTo: '2026-09-19',
  postedOn: '2026-09-22',
  countedDays: ['2026-09-23', '2026-09-24', '2026-09-28', '2026-09-29', '2026-09-30'],
  countedNote: '25日至27日为中秋节假期',
  publicityEndsOn: '2026-09-30',
  postingPlaces: '小区东门公告栏、西门公告栏、各单元门厅（共 30 处）',
};

export const F4: PaperInput<'F4'> = {
  ...subject,
  bodyName,
  postedOn: '2026-09-22',
  noticeNo,
  householdsAgree: 271,
  rooms: households
    .filter(({ no }) => no % 5 !== 0)
    .slice(0, 230)
    .map(({ building, stairwell, room }) => ({ building, stairwell, room })),
};

export const P2: PaperInput<'P2'> = {
  ...subject,
  ...plan,
  ...funding,
  bodyName,
  designer: '示例建筑设计有限公司',
  postedOn: '2026-09-22',
  noticeNo,
  scopes: scopes.map((scope) => ({
    ...scope,
    works: '屋面防水翻修、外墙修缮、楼道整修、单元门禁更换；详见方案第3章及效果图。',
  })),
  otherCosts: otherAndContingency,
  perSquareMetre: '95.08',
  managementMechanism:
    '改造后由业主大会选聘物业服务企业；物业费 1.20 元/㎡·月；停车收益一半补充维修资金；每季度公开收支。',
  drawings: ['总平面图', '鸟瞰效果图', '入口节点效果图'],
};

export const PB1: PaperInput<'PB1'> = {
  ...subject,
  noticeNo,
  bodyName,
  communityName,
  places: ['小区东门公告栏', '小区西门公告栏', '1幢1单元门厅', '1幢2单元门厅'],
  inspectionDays: ['2026-09-23', '2026-09-24', '2026-09-28', '2026-09-29', '2026-09-30'],
};

export const OB1: PaperInput<'OB1'> = { ...subject, noticeNo, bodyName };

export const OB2: PaperInput<'OB2'> = {
  ...subject,
  noticeNo,
  objectionNo: 'YY-2026-0017-2',
  mediatedAt: '2026-09-29T14:30',
  mediationPlace: '社区会议室',
  mediatorRole: '业主委员会主任',
  objectionSummary: '认为东门停车位增设占用绿地，要求减少6个车位。',
  factsFound: '增设车位12个，其中4个占用现状绿地约46㎡，方案另补植绿地60㎡。',
  mediationProcess: '设计单位说明绿地率变化，提出人查阅总平面图后同意保留8个。',
  agreedTerms: '减少4个车位，保留现状绿地。',
  ending: '达成一致',
  planEffect: '非实质修改',
};
