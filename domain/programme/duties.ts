// The register of duties of 三(一) and 三(二): who owes what, what calls for it, and by what it shows that it was done.
import type { RuleId } from '../policy/rule-catalogue.ts';
import type { Content } from '../projects/programme/contents.ts';
import type { OrderedState } from '../projects/states.ts';
import type { Duty, Trigger } from './duty.ts';

const PROGRAMME: Trigger = { kind: 'PROGRAMME' };
const from = (state: OrderedState): Trigger => ({ kind: 'PROJECT', from: state });
const touching = (...contents: Content[]): Trigger => ({ kind: 'CONTENT', contents });

const RECORD = { zh: '工作记录', en: 'record of work' };
const GUIDANCE = { zh: '指导意见或现场记录', en: 'guidance or record on site' };
const OPINION = { zh: '联审意见', en: 'opinion in the joint review' };

export const DUTIES = {
  'D-00a': {
    party: 'LEADING_GROUP',
    title: { zh: '统筹、协调、督查、考核', en: 'Coordinates, inspects, assesses' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-00b': {
    party: 'RENOVATION_OFFICE',
    title: { zh: '专职人员实体化办公', en: 'Works with full-time staff' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-00c': {
    party: 'STREET',
    title: { zh: '第一责任人和建设单位，专人专职', en: 'First responsible party and employer, with staff of its own' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-01': {
    party: 'RENOVATION_OFFICE',
    title: { zh: '计划编制、督促推进、通报考核', en: 'Plans, pushes, issues circulars, assesses' },
    trigger: PROGRAMME,
    evidence: { zh: '年度计划、通报', en: 'annual plan, circulars' },
  },
  'D-02': {
    party: 'GOV_OFFICE',
    title: { zh: '统筹协调改造相关问题', en: 'Coordinates open questions' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-03': {
    party: 'ORG_DEPT',
    title: { zh: '“红色管家”创建', en: 'Runs the “red steward” programme' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-04': {
    party: 'PETITION_BUREAU',
    title: { zh: '协调来信来访', en: 'Coordinates letters and visits' },
    trigger: PROGRAMME,
    evidence: { zh: '信访答复', en: 'answers to petitions' },
  },
  'D-05': {
    party: 'DRB',
    title: { zh: '立项审批', en: 'Approves the project' },
    trigger: from('APPROVALS'),
    evidence: { zh: '可研、初步设计批复', en: 'approvals of study and design' },
    dischargedBy: ['decide-feasibility-study', 'decide-preliminary-design'],
    reviews: true,
  },
  'D-06': {
    party: 'PUBLIC_SECURITY',
    title: { zh: '防盗门、监控，出租房整治', en: 'Doors and cameras, rented homes' },
    trigger: touching('DOORS_AND_CCTV', 'RENTED_HOMES'),
    evidence: GUIDANCE,
    reviews: true,
  },
  'D-07': {
    party: 'CIVIL_AFFAIRS',
    title: { zh: '指导协助监督自治小组', en: 'Helps to supervise the self-governance group' },
    trigger: { kind: 'SELF_GOVERNANCE' },
    evidence: RECORD,
  },
  'D-08': {
    party: 'FINANCE',
    title: { zh: '专项资金统筹安排及监管', en: 'Arranges and supervises the funds' },
    trigger: from('FUNDED'),
    evidence: { zh: '补助预留、决算审核', en: 'reservation, approved final accounts' },
    dischargedBy: ['reserve-subsidy', 'approve-final-accounts'],
    reviews: true,
  },
  'D-09': {
    party: 'TRANSPORT',
    title: { zh: '指导、协调小区交通组织改造', en: 'Guides traffic organisation inside' },
    trigger: touching('TRAFFIC_ORGANISATION'),
    evidence: GUIDANCE,
    reviews: true,
  },
  'D-10': {
    party: 'AUDIT',
    title: { zh: '审计工作的指导和监督', en: 'Guides and supervises audits' },
    trigger: PROGRAMME,
    evidence: { zh: '审计工作底稿', en: 'audit working papers' },
  },
  'D-11': {
    party: 'LAW_ENFORCEMENT',
    title: { zh: '处理小区内违法建设', en: 'Deals with illegal structures' },
    trigger: touching('ILLEGAL_STRUCTURES'),
    evidence: { zh: '处置结果', en: 'result' },
    reviews: true,
  },
  'D-12': {
    party: 'LAW_ENFORCEMENT',
    title: { zh: '占道、开挖、树木伐移审批', en: 'Permits road occupation, excavation, felling' },
    trigger: touching('ROAD_CLOSURE', 'EXCAVATION', 'TREES'),
    evidence: { zh: '审批文件', en: 'permits' },
    reviews: true,
  },
  'D-13': {
    party: 'SERVICE_HALL',
    title: { zh: '统筹推进行政审批', en: 'Pushes the approvals' },
    trigger: from('APPROVALS'),
    evidence: { zh: '施工许可', en: 'permit granted' },
    dischargedBy: ['decide-combined-permit'],
  },
  'D-14': {
    party: 'URBAN_VILLAGE_CENTRE',
    title: { zh: '提供拆迁计划及拆征范围', en: 'Supplies the demolition plan' },
    trigger: PROGRAMME,
    evidence: { zh: '拆迁计划版本', en: 'version of the demolition plan' },
  },
  'D-15': {
    party: 'HOUSING_MGMT_CENTRE',
    title: { zh: '指导协调公房改造', en: 'Guides works on public housing' },
    trigger: touching('PUBLIC_HOUSING'),
    evidence: GUIDANCE,
    reviews: true,
  },
  'D-16': {
    party: 'NATURAL_RESOURCES',
    title: { zh: '联审中涉及规划、土地的审查', en: 'Reviews planning and land' },
    trigger: touching('PLANNING_OR_LAND'),
    evidence: OPINION,
    reviews: true,
  },
  'D-17': {
    party: 'ECOLOGY',
    title: { zh: '固定设备噪声监管', en: 'Supervises noise of fixed equipment' },
    trigger: touching('FIXED_EQUIPMENT_NOISE'),
    evidence: { zh: '监管记录', en: 'record of supervision' },
    reviews: true,
  },
  'D-18': {
    party: 'TRAFFIC_POLICE',
    title: { zh: '周边施工期间交通组织', en: 'Traffic around the works' },
    trigger: touching('ROAD_CLOSURE'),
    evidence: { zh: '交通组织方案', en: 'traffic plan' },
    reviews: true,
  },
  'D-19': {
    party: 'FIRE',
    title: { zh: '指导消防设施增配改造', en: 'Guides fire facilities' },
    trigger: touching('FIRE_FACILITIES'),
    evidence: GUIDANCE,
    reviews: true,
  },
  'D-20': {
    party: 'STREET',
    title: { zh: '协调处理纠纷矛盾', en: 'Settles disputes' },
    trigger: PROGRAMME,
    evidence: { zh: '调解记录', en: 'records of mediation' },
  },
  'D-21': {
    party: 'STREET',
    title: { zh: '组织筹资，指导成立业委会或自治小组', en: 'Organises the money and the body' },
    trigger: from('WILLINGNESS_SUBMITTED'),
    evidence: { zh: '成立记录、资金到位', en: 'body formed, money in place' },
    dischargedBy: ['form-body', 'confirm-project'],
  },
  'D-22': {
    party: 'UTILITY',
    title: { zh: '配合线路改造', en: 'Cooperates in the works on its lines' },
    trigger: touching('UTILITY_LINES'),
    evidence: { zh: '共同验收移交单', en: 'record of joint acceptance' },
    reviews: true,
  },
  'D-23': {
    party: 'RENOVATION_OFFICE',
    title: { zh: '与市级部门沟通联系', en: 'Liaises with the city' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-24': {
    party: 'HOUSING',
    title: { zh: '指导、协调招投标、工程监管', en: 'Guides tendering and supervision' },
    trigger: from('APPROVALS'),
    evidence: { zh: '现场检查记录', en: 'record of an inspection' },
    dischargedBy: ['record-inspection'],
    reviews: true,
  },
  'D-25': {
    party: 'DRB',
    title: { zh: '指导收费事宜，争取上级补助', en: 'Guides fees, seeks subsidies' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-26': {
    party: 'CIVIL_AFFAIRS',
    title: { zh: '指导宣传发动居民', en: 'Guides the mobilisation of residents' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-27': {
    party: 'FINANCE',
    title: { zh: '协助争取上级补助资金', en: 'Helps to obtain subsidies' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-28': {
    party: 'LAW_ENFORCEMENT',
    title: { zh: '管网衔接，绿化、道路、路灯', en: 'Joining pipes, greening, lanes, lamps' },
    trigger: touching('MUNICIPAL_PIPES', 'GREENING_AND_LAMPS'),
    evidence: GUIDANCE,
    reviews: true,
  },
  'D-29': {
    party: 'STREET',
    title: { zh: '汇报需协调的问题，落实工作要求', en: 'Reports problems, carries out requirements' },
    trigger: PROGRAMME,
    evidence: RECORD,
  },
  'D-30': {
    party: 'STREET',
    title: { zh: '建立健全长效管理机制', en: 'Sets up long-term management' },
    trigger: from('ACCEPTED'),
    evidence: { zh: '管理方式', en: 'management mode' },
    dischargedBy: ['set-management-mode'],
  },
} as const satisfies Readonly<Partial<Record<RuleId, Duty>>>;

export type DutyId = keyof typeof DUTIES;
export const DUTY_IDS = Object.keys(DUTIES) as readonly DutyId[];
export const dutyOf = (id: DutyId): Duty => DUTIES[id];
