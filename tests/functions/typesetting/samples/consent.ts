// Samples of the papers of steps 1 to 3.
import { noticeNumber } from '../../../../domain/paper/numbers.ts';
import type { PaperInput } from '../../../../domain/paper/paper-contents.ts';
import { CONSULTATION, PLAN } from '../../../../local/demo/words/plan.ts';
import {
  bodyName,
  bodyTel,
  communityName,
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

export const E1: PaperInput<'E1'> = {
  ...CONSULTATION.E1,
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
  ...CONSULTATION.F1,
  ...subject,
  streetName,
  communityName,
  returnBy: '2026-04-30',
  households: households.slice(0, 2).map((household) => ({ ...household })),
};

export const F1S: PaperInput<'F1S'> = {
  ...CONSULTATION.F1S,
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
};

export const W1: PaperInput<'W1'> = {
  ...CONSULTATION.W1,
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
  bodyStatus: '业主委员会已备案（示街业备〔2024〕12号）',
};

export const B1: PaperInput<'B1'> = {
  ...CONSULTATION.B1,
  ...subject,
  bodyName: '瓯园小区自治小组',
  communityName,
};

export const P1C: PaperInput<'P1C'> = {
  ...PLAN.P1C,
  ...subject,
  ...plan,
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
  ...PLAN.F3,
  ...subject,
  ...plan,
  ...result,
  noticeNo,
  bodyName,
  bodyAddress: '5幢底层业委会办公室',
  communityName,
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
  ...PLAN.P2,
  ...subject,
  ...plan,
  ...funding,
  bodyName,
  postedOn: '2026-09-22',
  noticeNo,
  scopes: scopes.map((scope) => ({
    ...scope,
    works: '屋面防水翻修、外墙修缮、楼道整修、单元门禁更换；详见方案第3章及效果图。',
  })),
  otherCosts: otherAndContingency,
  perSquareMetre: '95.08',
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
  ...PLAN.OB2,
  ...subject,
  noticeNo,
  objectionNo: 'YY-2026-0017-2',
  mediatedAt: '2026-09-29T14:30',
};
