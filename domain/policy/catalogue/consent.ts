// The rules on steps 1 to 3, survey, ballots and publicity: 二(三)1–3.
import type { Rule } from '../rule.ts';

export const consentRules = {
  'S-01': {
    clause: '二(三)1',
    quote: '各街道对辖区内存在改造需求且符合政策要求的老旧小区组织调查摸底',
    formal: 'street surveys neighbourhoods with need ∧ eligible.',
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'S-02': {
    clause: '二(三)1',
    quote: '由所在社区发放《×××小区改造项目居民意见征求书》，征求居民意见',
    formal: 'community issues form F1 to every owner.',
    reading: {
      zh: '向居民征求意见；计算三分之二时只计业主。',
      en: '"居民" vs "业主": residents are consulted; only OWNERS count for V-01.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'V-01': {
    clause: '二(三)1',
    quote: '改造意愿经专有部分占建筑物总面积 2/3 以上的业主且占总户数 2/3 以上的业主同意后，向属地街道提出改造意愿',
    formal:
      'pass ⇔ 3·areaYes ≥ 2·areaTotal ∧ 3·householdsYes ≥ 2·householdsTotal (exact arithmetic; area in m² to 0.01, never compare rounded percentages).',
    reading: {
      zh: '“以上”含本数，恰好三分之二通过；分母是全体业主，未答复、弃权不算同意；“户”的计法见占总户数一条；两项须同时达到。',
      en: "(1) 以上 includes the number itself: Civil Code 1259; before 2021 General Provisions 205; so exactly 2/3 PASSES. (2) denominators are ALL owners, not those who answered: no answer/abstain ≠ agree. (3) 户 vs the statute's 人: see V-05. (4) the two tests are cumulative (且).",
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/ballot.ts' },
  },
  'S-03': {
    clause: '二(三)1',
    quote: '老旧小区须成立业委会或自治小组，收集改造意愿及需求',
    formal: 'representativeBody ∈ {OWNERS_COMMITTEE, SELF_GOVERNANCE_GROUP} must exist.',
    reading: {
      zh: '“须”为强制，但未定时点；三(四)规定成立后才安排设计，因此在步骤2前把关，步骤1时只作提示。',
      en: '"须" = mandatory, but no time point. 三(四) arranges design only AFTER the body exists ⇒ gate it before step 2; for step 1 a missing body is a warning.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/representative-body.ts' },
  },
  'S-04': {
    clause: '二(三)2',
    quote: '街道委托相关设计咨询单位',
    formal: 'street commissions the designer.',
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'S-05': {
    clause: '二(三)2',
    quote: '结合小区实际情况、小区居民选择的改造内容和小区长效管理需求，编制改造初步设计方案',
    formal: 'design inputs = {facts, resident choices, long-term management needs}.',
    home: { kind: 'check', implementedBy: 'domain/projects' },
  },
  'S-06': {
    clause: '二(三)2',
    quote:
      '初步设计方案应包括改造项目工程设计、小区及周边的资源（空间、配套设施和社会公共服务）利用、工程预算、资金筹集方案、长效管理机制等内容',
    formal:
      'designComplete ⇔ all five parts present: engineering design; resources in/around (space, facilities, public services); budget; funding plan; long-term management mechanism.',
    reading: {
      zh: '给居民看的初步设计方案，与报批的政府投资项目初步设计是两种文件。',
      en: '初步设计方案 (for residents, step 2) ≠ 政府投资项目初步设计 (approved by the authority, AP-02). Keep two document types.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/design-completeness.ts' },
  },
  'S-07': {
    clause: '二(三)3',
    quote:
      '由小区业委会或自治小组向小区公布初步设计方案，发放《×××小区改造方案居民意见签字表》并组织业主对方案进行表决',
    formal: 'body publishes the plan, issues F2, organises the ballot.',
    reading: {
      zh: '由业委会或自治小组办理，不是街道。',
      en: 'Actor is the body, not the street.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'V-03': {
    clause: '二(三)3',
    quote: '表决应经专有部分占建筑物总面积 2/3 以上的业主且占总户数 2/3 以上的业主同意',
    formal: 'same test as V-01, applied to the plan; separate ballot, separate evidence.',
    reading: {
      zh: '民法典第二百七十八条（2021年1月1日起）要求三分之二以上参与、参与者四分之三以上同意；与本条互不包含。本程序以本条为准，民法典结果同时列出，仅作提示。',
      en: 'LATER LAW: for 改建/重建 and 筹集维修资金 the Civil Code 278 (from 2021-01-01) asks participation ≥2/3 ∧ ≥3/4 of participants (area and persons). The local 2/3-of-all implies the participation quorum but NOT the 3/4 of participants (e.g. all vote, 70 % yes: passes 2/3, fails 3/4). Report both: local result decides this procedure; Civil Code check = advisory CIVIL_CODE_278_RISK for ballots dated ≥2021-01-01. Conversely 3/4 of a 2/3 quorum = only 1/2 of all: passes 278, fails the local rule.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/ballot.ts' },
  },
  'V-04': {
    clause: '二(三)3',
    quote: '专有部分占建筑物总面积',
    formal: 'areaTotal = Σ area of all exclusive parts in the neighbourhood.',
    reading: {
      zh: '总面积为小区全部专有部分面积之和；依次按登记、测绘、合同面积。',
      en: 'Order of evidence: register → survey → contract (Wenzhou Property Regs 9(2); SPC Interp. 8). 建筑物总面积 = sum of exclusive parts (法释〔2009〕7号, article 8).',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/ballot.ts' },
  },
  'V-05': {
    clause: '二(三)3',
    quote: '占总户数',
    formal: 'householdsTotal = number of 户.',
    reading: {
      zh: '“户”没有定义。默认一套为一户，同一业主多套合并计一户，开发商未售未交付部分合计一户；也可按套计户，两种结果不同时予以提示。同一业主对名下房屋意见不一致的，该户不计为同意。面积从不合并。',
      en: '户 is undefined. Recommended: 1 exclusive part (套) = 1 户, EXCEPT units of the same owner count once and unsold/undelivered developer stock counts once (Wenzhou Property Regs 9(1); SPC Interp. 9) – because the phrase transposes 人数 of Property Law 76 and "占总户数…的业主" counts owners. Provide setting countMode = BY_OWNER (default) | BY_UNIT; show both, flag if they disagree. An owner who agrees for one unit and objects or abstains for another does not count as agreeing. Area is never merged.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/ballot.ts' },
  },
  'V-06': {
    clause: '二(三)3',
    quote: '同意',
    formal: 'ballot value ∈ {AGREE, DISAGREE, ABSTAIN, NOT_RETURNED, INVALID}; only AGREE counts.',
    reading: {
      zh: '只有“同意”计入。议事规则可否把未表决者计入多数，不影响本条。业主本人签字或书面委托；共有房屋一票，推一名代表。',
      en: 'Zhejiang Property Regs 10(2) lets 议事规则 add non-voters to the majority if the voted majority itself exceeds 1/2; the source requires 同意 ⇒ default off, advisory only. Signature by the owner in person or by written proxy (ZJ Regs 9). Co-owned unit: one vote, one representative.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/ballot.ts' },
  },
  'PB-01': {
    clause: '二(三)3',
    quote: '表决通过结果应在小区内显著位置进行公示',
    formal: 'publicity is due only if PLAN_APPROVED; place = conspicuous place inside the neighbourhood.',
    reading: {
      zh: '仅在网上公布不够，须在小区内显著位置。未通过的表决不按本条公示。',
      en: 'On-line only is not enough. A failed ballot is not publicised under this clause (may be announced).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/publicity.ts' },
  },
  'PB-02': {
    clause: '二(三)3',
    quote: '公示内容包括《×××小区改造居民意见公示书》《×××小区同意改造居民房号汇总表》及改造设计方案等',
    formal: 'publicityComplete ⇔ {F3 notice, F4 list of agreeing room numbers, design plan} all posted.',
    reading: {
      zh: '汇总表只列房号、不列姓名，符合最小必要；“等”允许更多内容。',
      en: 'F4 lists ROOM NUMBERS, not names ⇒ minimisation (PIPL 5,6). "等" allows more.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/publicity.ts' },
  },
  'PB-03': {
    clause: '二(三)3',
    quote: '公示时间不少于 5 个工作日',
    formal:
      'posted on date P. Count working days strictly after P; let L = the 5th. The minimum is met at the end of L (24:00). Step 4 not before L+1.',
    reading: {
      zh: '张贴当日不计，从次日起数满5个工作日，至第5个工作日24时；调休上班的周末算工作日。步骤4不早于其次日。没有更短的算法。',
      en: 'First day excluded: Civil Code 201 / General Provisions 201. 工作日 = weekday not in the State Council holiday arrangement, plus adjusted working weekends. Some notices count the posting day (Zijin County: "2022-11-04–11-14 (7个工作日)" is 7 only inclusively). Default EXCLUDE_FIRST_DAY satisfies both readings; never grant the shorter one. Civil Code 203 (last day on a holiday) cannot bite: a working-day count never ends on one.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/publicity.ts' },
  },
  'PB-04': {
    clause: '二(三)3（推导）',
    quote: '公示时间不少于 5 个工作日',
    formal:
      '(derived) if the posted content changes or the poster is down on a counted day, the count restarts from the re-posting date.',
    reading: {
      zh: '由“不少于”推出：公示须连续、内容须一致；内容变更或公示件脱落的，自重新张贴起重新计算。',
      en: 'Derived, not stated: "不少于" presumes continuous publicity of the same content.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/publicity.ts' },
  },
  'PB-05': {
    clause: '二(三)3',
    quote: '小区业主如有异议的，由小区业委会或自治小组牵头协商调解',
    formal: 'any objection by an owner during publicity ⇒ mediation record led by the body.',
    reading: {
      zh: '业主没有否决权；每件异议须有书面处理结果，不要求达成一致。非业主居民的异议同样记录处理。调解使方案实质变更的，重新表决、重新公示。',
      en: 'Does an unresolved objection block? No veto is granted; the majority decision binds (Civil Code 280; objector may sue within 1 year, SPC Interp. 12). Reading: step 4 requires every objection to have a recorded outcome, not agreement. Objection by a non-owner resident: record, same handling, not counted. If mediation changes the plan materially ⇒ new ballot + new publicity.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/publicity.ts' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
