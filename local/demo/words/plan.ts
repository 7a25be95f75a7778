// What clerks type on the papers of steps 1 to 3: everything else comes out of the ledger.
import { ASPECTS } from '../../../domain/paper/contents/fields.ts';
import { BODY_TEL, COMMUNITY, DESIGNER, SITE } from './names.ts';
import type { Words } from './words.ts';

const menuOf = (aspect: (typeof ASPECTS)[number], basic: string[], improvement: string[], upgrade: string[]) => ({
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
    choices: ASPECTS.map((aspect, index) => ({
      aspect,
      basic: 240 - index * 17,
      improvement: 170 - index * 9,
      upgrade: 38 + index * 11,
    })),
  },
  W1: {
    applicant: '黄龙教育新村自治小组',
    topChoices: '屋面防水、雨污管网、停车位改造、无障碍坡道',
    bodyStatus: '尚无业主委员会，由自治小组代行',
  },
  /** Until there is a committee. */
  B1: { bodyName: '黄龙教育新村自治小组', recommendedBy: '楼道长会议', postedDays: 7, memberCount: 7 },
} satisfies Words<'E1' | 'F1' | 'F1S' | 'W1' | 'B1'>;

export const PLAN = {
  P1C: { designer: DESIGNER, partPages: ['3～28', '29～34', '35～46', '47～50', '51～58'] },
  F2: {
    bodyTel: BODY_TEL,
    planPlace: '小区东门公告栏',
    returnTo: '业委会办公室（6幢架空层）',
  },
  F2S: { countPlace: '6幢架空层' },
  F3: { ...COMMUNITY, bodyTel: BODY_TEL, bodyAddress: '6幢架空层业委会办公室', countedNote: '9月27日为调休工作日' },
  P2: {
    designer: DESIGNER,
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
} satisfies Words<'P1C' | 'F2' | 'F2S' | 'F3' | 'P2' | 'OB2'>;
