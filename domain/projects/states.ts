// The states of a project in the order of the procedure (二(三)1–9), and what can be said of their order.
import type { Bilingual } from '../bilingual.ts';

export const STEPS = {
  1: { zh: '征求居民意见', en: 'Consult residents' },
  2: { zh: '制定初步方案', en: 'Draft plan' },
  3: { zh: '确认改造方案', en: 'Confirm plan' },
  4: { zh: '确定项目启动', en: 'Decide start' },
  5: { zh: '工程组织实施', en: 'Organise works' },
  6: { zh: '项目过程监督', en: 'Supervise works' },
  7: { zh: '项目竣工验收', en: 'Completion acceptance' },
  8: { zh: '项目移交维护', en: 'Handover' },
  9: { zh: '长效管理机制', en: 'Long-term management' },
} as const satisfies Record<number, Bilingual>;

export type Step = keyof typeof STEPS;

/** In the order of the text; a failed or interrupted state stands right before the one it is a detour to. */
export const STATES = {
  POOL: { step: 1, zh: '入库待调查', en: 'In the pool' },
  NEEDS_DETERMINATION: { step: 1, zh: '资格待认定', en: 'Eligibility to be determined' },
  SURVEYED: { step: 1, zh: '已调查摸底', en: 'Surveyed' },
  CONSULTING: { step: 1, zh: '征求意见中', en: 'Consulting residents' },
  WILLINGNESS_FAILED: { step: 1, zh: '改造意愿未达三分之二', en: 'Willingness not reached' },
  WILLINGNESS_PASSED: { step: 1, zh: '改造意愿达标', en: 'Willingness reached' },
  WILLINGNESS_SUBMITTED: { step: 1, zh: '已提出改造意愿', en: 'Willingness submitted' },
  BODY_FORMED: { step: 2, zh: '业委会或自治小组已成立', en: 'Body formed' },
  DESIGNING: { step: 2, zh: '初步方案编制中', en: 'Designing' },
  DESIGN_READY: { step: 2, zh: '初步方案已完成', en: 'Design ready' },
  PLAN_PUBLISHED: { step: 3, zh: '方案已公布', en: 'Plan published' },
  VOTING: { step: 3, zh: '方案表决中', en: 'Voting' },
  PLAN_REJECTED: { step: 3, zh: '方案表决未通过', en: 'Plan rejected' },
  PLAN_APPROVED: { step: 3, zh: '方案表决通过', en: 'Plan approved' },
  PUBLICITY_INTERRUPTED: { step: 3, zh: '公示中断待重新张贴', en: 'Publicity interrupted' },
  PUBLICITY_RUNNING: { step: 3, zh: '公示中', en: 'Publicity running' },
  OBJECTION: { step: 3, zh: '异议调解中', en: 'Objections in mediation' },
  PUBLICITY_SATISFIED: { step: 3, zh: '公示期满', en: 'Publicity satisfied' },
  APPLICATION_SUBMITTED: { step: 4, zh: '已申请项目启动', en: 'Application submitted' },
  ACCOUNT_OPENED: { step: 4, zh: '专用账户已建立', en: 'Account opened' },
  FUNDED: { step: 4, zh: '自筹资金已到位', en: 'Funded' },
  CONFIRMED: { step: 4, zh: '街道已确定项目', en: 'Confirmed by the street' },
  REPORTED: { step: 4, zh: '已上报领导小组', en: 'Reported' },
  LEADER_CONSENTED: { step: 4, zh: '主要领导已同意', en: 'Leader consented' },
  IN_INVESTMENT_PLAN: { step: 4, zh: '已列入投资年度计划', en: 'In the investment plan' },
  APPROVALS: { step: 5, zh: '报建审批中', en: 'Approvals' },
  UNDER_CONSTRUCTION: { step: 6, zh: '施工中', en: 'Under construction' },
  COMPLETED: { step: 7, zh: '已完工待验收', en: 'Completed' },
  ACCEPTED: { step: 7, zh: '竣工验收合格', en: 'Accepted' },
  HANDED_OVER: { step: 8, zh: '已移交', en: 'Handed over' },
  IN_WARRANTY: { step: 9, zh: '保修期内', en: 'In warranty' },
  OWNER_MAINTENANCE: { step: 9, zh: '业主承担维护', en: 'Maintained by the owners' },
} as const satisfies Record<string, Bilingual & { step: Step }>;

/** Outside the order: held up, or out of the programme. */
export const DETOURS = {
  SUSPENDED: { zh: '已中止', en: 'Suspended' },
  EXCLUDED: { zh: '不纳入改造', en: 'Excluded' },
} as const satisfies Record<string, Bilingual>;

export type OrderedState = keyof typeof STATES;
export type State = OrderedState | keyof typeof DETOURS;

const ORDER = Object.keys(STATES) as readonly OrderedState[];
const RANK: ReadonlyMap<string, number> = new Map(ORDER.map((state, rank) => [state, rank]));

export const ALL_STATES: readonly State[] = [...ORDER, ...(Object.keys(DETOURS) as (keyof typeof DETOURS)[])];

/** The notice is out: its days are counted, it waits to be posted again, or its objections for an outcome. */
export const NOTICE_OUT: readonly State[] = ['PUBLICITY_RUNNING', 'PUBLICITY_INTERRUPTED', 'OBJECTION'];

/** What a list can be narrowed to: one state, or all in which the notice is out. */
export const STATE_CHOICES = [...ALL_STATES, 'NOTICE_OUT'] as const;
export type StateChoice = (typeof STATE_CHOICES)[number];

export const isAmong = (state: State, choice: StateChoice): boolean =>
  choice === 'NOTICE_OUT' ? NOTICE_OUT.includes(state) : state === choice;

export const titleOfChoice = (choice: StateChoice): Bilingual =>
  choice === 'NOTICE_OUT'
    ? { zh: '公示期间（含中断、调解）', en: 'In publicity (also interrupted, in mediation)' }
    : titleOfState(choice);

export const titleOfState = (state: State): Bilingual =>
  state === 'SUSPENDED' || state === 'EXCLUDED' ? DETOURS[state] : STATES[state];

/** Whether `state` is `milestone` or lies behind it; a project off the ordinary path has reached nothing. */
export function hasReached(state: State, milestone: OrderedState): boolean {
  return (RANK.get(state) ?? -1) >= (RANK.get(milestone) ?? Number.POSITIVE_INFINITY);
}

/** The state that a step is left in: the first act of the next one is done from here. */
export function isLastOfStep(state: OrderedState): boolean {
  const next = ORDER[ORDER.indexOf(state) + 1];
  return next !== undefined && STATES[next].step > STATES[state].step;
}

/** No act and no event can follow. */
export const isClosed = (state: State): boolean => state === 'EXCLUDED' || state === 'OWNER_MAINTENANCE';
