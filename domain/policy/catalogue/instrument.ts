// The rules on scope and effect of the instrument: title, 一, 二(一)2段, 三(五)末.
import type { Rule } from '../rule.ts';

export const instrumentRules = {
  'G-01': {
    clause: '题头',
    quote: '温鹿政办〔2020〕21号',
    formal:
      'policy.id = "温鹿政办〔2020〕21号"; registration no. CLCD01-2020-0007; issuer = Office of the Lucheng District People\'s Government; adopted at the 36th executive meeting of the 9th district government; printed 2020-05-29.',
    reading: {
      zh: '登记号表明属行政规范性文件；文中未定有效期，是否仍然有效由系统管理员确认后登记。',
      en: 'The registration number marks an administrative normative document. The text sets no expiry date. Store effectiveTo = null and require an operator to confirm it is still in force (Zhejiang normative documents are subject to clean-up/validity rules – not verified here).',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/packs.ts' },
  },
  'G-02': {
    clause: '三(五)末',
    quote: '本方案自2020年7月1日起执行',
    formal:
      'effectiveFrom = 2020-07-01 (Asia/Shanghai, inclusive: "起" includes the day). A decision d is governed iff d.date >= 2020-07-01.',
    reading: {
      zh: '2020年5月29日印发、7月1日起执行，含当日；无过渡条款。此前形成的材料符合同样条件的可以采用并予标注，此前已经走过的环节不再重新评判。',
      en: 'Printed 2020-05-29 but in force 2020-07-01. No transition clause: evidence gathered before 2020-07-01 (e.g. a willingness survey) is usable if it satisfies the same test, flagged PRE_EFFECTIVE_EVIDENCE; gates crossed before that date are not re-judged (non-retroactivity, 立法法).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/in-force.ts' },
  },
  'G-03': {
    clause: '题下',
    quote: '建办城函〔2019〕243号',
    formal: 'basis[] = {建办城函〔2019〕243号, 浙建城〔2019〕58号, 温旧改办〔2020〕1号}',
    home: { kind: 'check', implementedBy: 'domain/policy/packs.ts' },
  },
  'G-04': {
    clause: '一(一)',
    quote: '着力打造“六有”',
    formal:
      'sixHaves = {complete facilities, tidy environment, supporting services, long-term management, distinctive culture, harmonious relations}: six goal tags, no threshold.',
    home: { kind: 'principle', why: 'Six goal tags for evaluation; the text sets no threshold.' },
  },
  'G-05': {
    clause: '一(二)1',
    quote: '由居民决定“改不改、改什么、怎么改、如何管”',
    formal:
      'Four resident decisions must each be traceable: whether (→V-01), what & how (→V-03), how managed (→A-05/L-*).',
    reading: {
      zh: '属于原则；涉及居民一方的疑义，均按此条目的理解。',
      en: 'Principle; gives the purposive reading for every resident-side ambiguity.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/resident-decisions.ts' },
  },
  'G-06': {
    clause: '一(二)2',
    quote: '不搞大拆大建、涂脂抹粉',
    formal: 'Plan whose content is demolition/rebuild is out of scope (see E-06). "Cosmetic only" plan → warning.',
    reading: {
      zh: '没有量化标准，由人判断。',
      en: 'No numeric test; human judgement.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'G-07': {
    clause: '一(二)2',
    quote: '统筹实施好建筑改造，同步提升加装电梯、垃圾分类、消防安全等综合功能',
    formal:
      'elevators, waste sorting, fire safety are to be planned in the same design; elevators are planned together but funded separately (F-05).',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'G-08': {
    clause: '一(二)2',
    quote: '按照必选类、基础类、完善类、提升类等菜单式分类实施，做到“一小区一方案”',
    formal:
      'exactly one current RenovationPlan per neighbourhood; each item tagged with exactly one category ∈ {MANDATORY,BASIC,IMPROVEMENT,UPGRADE}.',
    reading: {
      zh: '“等”为列举；二(二)已确定为四类。',
      en: '"等" is illustrative; 二(二) fixes the list at 4.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'G-09': {
    clause: '一(二)2',
    quote: '一次改造、长期保持',
    formal:
      'a neighbourhood should be renovated once ("最多改一次", 二(二)); second application for the same neighbourhood → warning ALREADY_RENOVATED.',
    reading: {
      zh: '文中没有列为排除情形，只作提示。',
      en: 'Not stated as an exclusion.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'G-10': {
    clause: '一(二)3',
    quote: '落实区级牵头组织、各街道发动实施、各级监督的责任分工',
    formal: 'responsibility split: district leads; streets mobilise & implement; all levels supervise.',
    home: { kind: 'principle', why: 'Division of labour: it is lived in the table of roles and acts.' },
  },
  'G-11': {
    clause: '一(二)3',
    quote: '推广成立“共同缔造小组”等自治组织',
    formal: 'co-creation groups are encouraged; they count as 自治小组 if recognised by the street.',
    home: {
      kind: 'principle',
      why: 'Encouragement; a co-creation group counts as a self-governance group once the street recognises it (S-03).',
    },
  },
  'G-12': {
    clause: '一(二)4',
    quote: '落实“改造一个、管好一个”的要求',
    formal: 'no project closes without a management mode (L-01..L-04).',
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/management.ts' },
  },
  'G-13': {
    clause: '二(一)2段',
    quote: '力争通过三年努力',
    formal: 'target horizon 2020–2022; aspirational.',
    reading: {
      zh: '2022年之后文件并不因此失效。',
      en: 'After 2022 the text does not lapse by itself.',
    },
    home: { kind: 'principle', why: 'Target horizon 2020–2022; the text does not lapse after it.' },
  },
  'G-14': {
    clause: '一(二)4',
    quote: '探索建立多元资金筹措机制，创新拓展社会资本参与老旧小区改造的渠道',
    formal: 'multiple funding channels are to be explored (see F-10..F-14).',
    home: { kind: 'principle', why: 'Exploration of funding channels; no gate.' },
  },
  'G-15': {
    clause: '一(二)4',
    quote: '建立“纵向到底、横向到边、协商共治”的社会治理体系',
    formal: 'governance goal: resident self-management, better committees, professional property services.',
    home: { kind: 'principle', why: 'Governance goal; no gate.' },
  },
  'G-16': {
    clause: '二(一)2段',
    quote: '建立老旧小区滚动改造机制，逐步实现“房屋住用安全、配套设施齐备、环境整洁美丽、小区治理有效”的改造目标',
    formal: 'rolling programme: a project pool with states is needed; four outcome goals as evaluation tags.',
    home: { kind: 'principle', why: 'Programme goal: lived in the pool of projects and the funnel of the dashboard.' },
  },
  'G-17': {
    clause: '一(二)3',
    quote: '充分发挥社区与居民协调机制，调动社会力量和小区关联单位积极参与',
    formal: 'communities coordinate residents; related units of the neighbourhood take part.',
    home: { kind: 'principle', why: 'Co-ordination by communities; no gate.' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
