// The rules on incentives and push: 三(四), 三(五).
import type { Rule } from '../rule.ts';

export const incentivesRules = {
  'I-01': {
    clause: '三(四)',
    quote: '每年安排财政资金用于全区老旧小区改造补助',
    formal: 'annual budget exists: year → amount; Σ planned subsidies of the year ≤ budget (warning).',
    reading: {
      zh: '未写金额，不产生当然的请求权。',
      en: 'Amount not given; no automatic entitlement.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/budget.ts' },
  },
  'I-02': {
    clause: '三(四)',
    quote: '各街道要积极发动辖区老旧小区竞争性申报',
    formal: 'competitive application rounds per year.',
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/priority.ts' },
  },
  'I-03': {
    clause: '三(四)',
    quote: '对提出改造意愿的老旧小区在成立业主委员会或自治小组后，安排初步方案设计',
    formal: 'DESIGNING allowed ⇔ WILLINGNESS_PASSED ∧ representativeBody exists.',
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/representative-body.ts' },
  },
  'I-04': {
    clause: '三(四)',
    quote: '对符合改造的小区且居民自筹资金率先达到100%的优先启动实施，并安排财政补助资金',
    formal: 'priority = eligible ∧ funded; order by the timestamp at which arrivalRate first reached 100 %.',
    reading: {
      zh: '同一天到位的，按银行入账时间，再按申请日期。之后低于100%的失去位次。自筹为零的按申请日期排序。',
      en: 'Ties: same day ⇒ by bank credit time, else by application date; record rule. Falling below 100 % later (refund, re-estimate) loses the place – recommended. S = 0 plans (only MANDATORY) reach 100 % at once: rank them by the application date, not by zero payment.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/priority.ts' },
  },
  'I-05': {
    clause: '三(四)',
    quote: '严格落实各街道第一责任人的工作职责',
    formal: 'Streets are the first responsible party.',
    home: { kind: 'principle', why: 'Responsibility of streets; lived in the table of roles and acts.' },
  },
  'I-06': {
    clause: '三(四)',
    quote: '构建上下互通、横向联动的工作机制，建立完善工作例会制度，强化工作协调，积极破解旧改工作的问题、难题',
    formal: 'regular meetings; minutes; issue tracking.',
    home: { kind: 'principle', why: 'Regular meetings of the office; outside the procedure of a project.' },
  },
  'I-07': {
    clause: '三(四)',
    quote: '将老旧小区改造工作任务纳入区对街道综合考评，严格奖惩措施',
    formal: 'renovation is part of the annual assessment of streets; rewards and penalties.',
    reading: {
      zh: '没有指标，只报数量。',
      en: 'No metrics given: report counts only.',
    },
    home: {
      kind: 'principle',
      why: 'Assessment of streets without metrics in the text: the dashboard reports counts only.',
    },
  },
  'I-08': {
    clause: '三(四)',
    quote: '实施进度督查通报机制，定期、不定期深入项目现场，督导推进工作进度',
    formal: 'progress circulars, regular and ad hoc.',
    home: { kind: 'principle', why: 'Progress circulars are compiled from the dashboard; nothing waits for them.' },
  },
  'I-09': {
    clause: '三(五)',
    quote: '进一步发挥中央、省、市、区等各类主流媒体的作用，加大对老旧小区改造工作的宣传引导',
    formal: 'Publicity in the media of all levels.',
    home: { kind: 'principle', why: 'Publicity work in the media; no gate.' },
  },
  'I-10': {
    clause: '三(五)',
    quote: '邀请人大代表、政协委员和社会各界代表，监督、检查全区老旧小区改造工作',
    formal: 'invite delegates/representatives to inspect.',
    home: { kind: 'principle', why: 'Invitation to inspect; no gate.' },
  },
  'I-11': {
    clause: '三(五)',
    quote: '建立工程进度定期通报和民间监理员等制度',
    formal: 'periodic progress report to residents + resident supervisors.',
    home: { kind: 'principle', why: 'Periodic progress reports and resident supervisors; nothing waits for them.' },
  },
  'I-12': {
    clause: '三(五)',
    quote: '最大限度减少施工给居民生活造成的影响',
    formal: 'minimise nuisance.',
    home: { kind: 'principle', why: 'Nuisance is to be kept small; no measure in the text.' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
