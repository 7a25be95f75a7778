// The rules on step 4, application and start: 二(三)4.
import type { Rule } from '../rule.ts';

export const startRules = {
  'A-01': {
    clause: '二(三)4',
    quote: '公示结束后，小区业委会向属地街道提交以下材料申请项目启动',
    formal: 'submission allowed ⇔ PB-03 satisfied ∧ all objections have outcomes. submissionDate > L.',
    reading: {
      zh: '此处只写业委会，而步骤1、3为业委会或自治小组；没有业委会的，经街道认可的自治小组可以申请，由街道确认。',
      en: 'ACTOR GAP: step 4 names only 业委会 although steps 1/3 accept 业委会或自治小组. Reading: a recognised self-governance group may file where there is no committee (otherwise such neighbourhoods could never start); flag FILED_BY_SELF_GOVERNANCE_GROUP for the street to confirm.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-02': {
    clause: '二(三)4①',
    quote: '①《×××小区改造项目申请表》',
    formal: 'material M1 present.',
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-03': {
    clause: '二(三)4②',
    quote: '②《×××小区改造业主意见公示书》',
    formal: 'material M2 present.',
    reading: {
      zh: '步骤3称“居民意见公示书”，此处称“业主意见公示书”，视为同一文件，两种名称都接受。',
      en: 'NAME DRIFT: step 3 calls the notice 居民意见公示书, step 4 业主意见公示书. Treat as the same document (the posted notice, with place/dates/photo); accept both titles, store alias.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-04': {
    clause: '二(三)4③',
    quote: '③《×××小区改造居民承诺书》',
    formal: 'material M3 present.',
    reading: {
      zh: '理解为小区一份承诺书，附出资业主签字表；文中没有要求全体签字。',
      en: 'One per household or one collective? Unclear. Reading: a neighbourhood-level undertaking with signature sheet of the contributing owners (content: pay self-raised share, excess, maintenance after warranty). Do not require 100 % of owners to sign – no such threshold in text.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-05': {
    clause: '二(三)4④',
    quote: '④《×××小区改造后长效管理方案》',
    formal: 'material M4 present.',
    reading: {
      zh: '应与经确认方案中的长效管理机制一致。',
      en: 'Must match the mechanism part of the approved plan (S-06).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-06': {
    clause: '二(三)4⑤',
    quote: '⑤其他必要材料（相关材料格式另行公布）',
    formal: 'material M5* list configured by the street; formats to be published separately.',
    reading: {
      zh: '格式另行公布，由街道设定清单，可以为空；不得自行增设法定要求。',
      en: 'Formats unknown ⇒ configurable schema; never invent as legally required. M1–M4 mandatory; M5 may be empty.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/application.ts' },
  },
  'A-07': {
    clause: '二(三)4',
    quote: '辖区街道收到上述材料后，应建立老旧小区改造资金专用账户',
    formal: 'receipt of M1–M5 ⇒ street MUST open a dedicated account.',
    reading: {
      zh: '一个项目对应一个专户或子账，小区之间不混用；专户建立前收到的款项，转入后才计。',
      en: 'Account per street or per project? Reading: one project ↔ one dedicated account or sub-ledger; balances never pooled between neighbourhoods. Contributions received before the account exists are not counted until transferred. No deadline given.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'A-08': {
    clause: '二(三)4',
    quote: '根据资金筹集方案，充分引导和发挥业委会的积极作用',
    formal: 'fund-raising follows the approved funding plan; body collects.',
    home: {
      kind: 'principle',
      why: 'The body collects as the approved funding plan says; what counts is tested by A-09.',
    },
  },
  'A-09': {
    clause: '二(三)4',
    quote: '居民自筹资金到位率达 100% 的，可启动改造',
    formal:
      'arrivalRate = paid / required; START_ALLOWED ⇔ paid ≥ required (exact; display floored to 2 decimals so 99.999 % never shows 100 %).',
    reading: {
      zh: '恰好100%即达到。应到数按资金筹集方案测算，默认为自筹与超出部分之和，分两行列示；“可”是许可。承诺不算到位，只计已入专户的资金。',
      en: '(a) boundary: exactly 100 % passes ("达"). (b) required = self-raised amount in the funding plan, estimated on the plan budget (final figure comes later, A-10). (c) Does required include the expected excess over 400 元/㎡? Funding has only two sources (F-01), so "居民自理" money is resident money; without it the project is unfunded (政府投资条例 22). Default: required = S + E, shown as two lines; setting to S only. (d) "可" = permission, not duty. (e) pledge ≠ 到位; only money in the account counts; maintenance-fund money counts when the transfer is approved and credited.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/arrival.ts' },
  },
  'A-10': {
    clause: '二(三)4',
    quote: '最终资金按照决算价“多退少补”',
    formal: 'delta = (S_final + E_final) − paid; delta < 0 ⇒ refund |delta|; delta > 0 ⇒ collect delta; 0 ⇒ none.',
    reading: {
      zh: '以审计核定的决算为准，不以合同价或结算价为准。业主之间有约定的从约定，没有约定的按专有部分面积分摊；退款按原渠道比例退回。',
      en: 'Basis is the audited final accounts, not contract or completion settlement price. Allocation among owners: as agreed; else by exclusive-part area (Civil Code 283; Property Law 80). Refund goes to the source channel pro rata.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/settlement.ts' },
  },
  'A-11': {
    clause: '二(三)4',
    quote: '街道确定改造项目后上报区老旧小区改造工作领导小组',
    formal: 'street CONFIRMS then REPORTS to the leading group.',
    reading: {
      zh: '文中资金到位在前，因此到位后才确定项目并上报。',
      en: 'Is FUNDED required before confirmation? The text puts funds first ("可启动…街道确定改造项目后上报"); 三(四) also ranks by 100 %. Default: FUNDED ⇒ CONFIRMED.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'A-12': {
    clause: '二(三)4',
    quote: '经区政府主要领导同意后',
    formal: 'consent of the principal leader of the district government (区长) recorded: name, date, reference.',
    reading: {
      zh: '“主要领导”指区长，不是副职；经领导小组报请。',
      en: '"主要领导" = the head, not a deputy. Via the leading group.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'A-13': {
    clause: '二(三)4',
    quote: '由区发改局列入或增补政府投资年度计划',
    formal: 'listing ∈ {LISTED, SUPPLEMENTED} in the annual government investment plan, year, item no.',
    reading: {
      zh: '《政府投资条例》第十七条要求列入年度计划前已批准可研或概算，与本文顺序不一致；允许并行办理，列入早于批复的予以提示。',
      en: 'ORDER CONFLICT: 政府投资条例 17(1) requires the feasibility study approved or the budget estimate (概算) approved before listing, while the text puts listing (step 4) before 报建 (step 5). Reading: allow AP-02 to run in parallel after A-12; warn if listing date < FSR approval date.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/estimate.ts' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
