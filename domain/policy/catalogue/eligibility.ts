// The rules on which neighbourhoods are eligible: 二(一).
import type { Rule } from '../rule.ts';

export const eligibilityRules = {
  'E-01': {
    clause: '二(一)',
    quote: '重点改造范围为 1999 年（含）以前建成的',
    formal: 'core age test: completionDate <= 1999-12-31. If only a year is known: year <= 1999.',
    reading: {
      zh: '1999年含，2000年不含。“建成”指竣工，不是开工或销售。只知年份的按年份判断。小区内各幢跨越年线的，列出1999年以前建成的面积占比，须认定；建议各幢均在1999年以前的才算重点范围。',
      en: 'Boundary: 1999 passes, 2000 fails. "建成" = completed (竣工), not construction start/sale; practice elsewhere: "建成年份以竣工验收时间为准" (survey notice after 晋建城函〔2025〕143号). National/Wenzhou texts say "2000年底前/2000年前"; the district text governs here. MIXED AGES: the unit is the 小区; if buildings straddle the line → NEEDS_DETERMINATION, showing the area share <=1999; recommended default: treat as core only if every building <=1999.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility.ts' },
  },
  'E-02': {
    clause: '二(一)',
    quote: '可实施综合改造的',
    formal: 'comprehensiveRenovationFeasible = true (attested).',
    reading: {
      zh: '没有具体标准，由街道说明理由后确认。',
      en: 'No criteria → boolean with reason.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility.ts' },
  },
  'E-03': {
    clause: '二(一)',
    quote: '且未纳入计划拆迁范围的住宅小区',
    formal:
      'inDemolitionPlan = false against the demolition plan adopted by the district government (D-14), and use = residential neighbourhood.',
    reading: {
      zh: '调查摸底时和步骤4确定项目时各核对一次，因为拆迁计划可能变化。',
      en: 'Check as of which date? At eligibility AND again at step 4 confirmation (plan can change). Wenzhou city plan used "5年内未列入征收计划"; district text has no 5-year window.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility-bars.ts' },
  },
  'E-04': {
    clause: '二(一)',
    quote:
      '1999 年（不含）以后建成，但小区基础设施和功能明显不足、物业管理不完善、居民改造意愿强烈的住宅小区也可纳入改造范围',
    formal:
      'completionDate >= 2000-01-01 AND infraDeficient AND propertyMgmtIncomplete AND strongWillingness ⇒ MAY be included.',
    reading: {
      zh: '三项条件须同时具备；“也可”为裁量，具备后仍须有明确的决定人。“强烈”没有数字，至少达到双三分之二。虽未重复写明，计划拆迁范围同样排除。',
      en: 'The three conditions are cumulative (listed with 、 after 但) and "也可" is a discretion: all true ⇒ still needs a named decision-maker. "强烈" has no number: at least the V-01 double 2/3. Does the demolition-plan bar apply here? The sentence does not repeat it, but the purpose (no spending on doomed buildings) and 三(二)区域中村改造建设中心 duty ⇒ apply it.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility.ts' },
  },
  'E-05': {
    clause: '二(一)',
    quote: '存在 C、D 级危旧房及多孔板结构安全隐患的老旧小区原则上不纳入老旧小区改造范畴',
    formal: 'hasGradeC || hasGradeD || hasHollowSlabHazard ⇒ EXCLUDED_IN_PRINCIPLE.',
    reading: {
      zh: '“及”理解为“或”，任一隐患即适用；小区内只要存在即及于整个小区。“原则上”可由领导小组书面说明理由另行决定。多孔板本身不是障碍，结构安全隐患才是；鉴定为A、B级的视为无此隐患；未经鉴定、情况不明的，须先认定。',
      en: '(a) 及 read as OR: either hazard suffices (both are examples of 安全隐患). (b) "原则上" ⇒ soft bar: override only by a recorded decision of the leading group with reasons. (c) One C/D building in a large neighbourhood: the text speaks of the 小区 "存在" such housing ⇒ whole neighbourhood is caught in principle; override may exclude that building. (d) hollow-core slab (多孔板) as such is not the bar – the "结构安全隐患" is; require an appraisal, grade A or B settles it; unknown ⇒ NEEDS_DETERMINATION.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility-bars.ts' },
  },
  'E-06': {
    clause: '二(一)',
    quote: '拟通过拆除新建（改建、扩建、翻建）实施改造的棚户区（居民住房）',
    formal: 'plannedRouteIsRebuildShantytown ⇒ EXCLUDED (hard).',
    reading: {
      zh: '没有“原则上”，属硬性排除；“拟通过拆除新建”修饰棚户区。',
      en: 'No "原则上" here ⇒ hard bar. The modifier 拟通过拆除新建… governs 棚户区.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility-bars.ts' },
  },
  'E-07': {
    clause: '二(一)',
    quote: '居民自建住房为主的区域和城中村不属于本次老旧小区改造的范畴',
    formal: 'mainlySelfBuilt || isUrbanVillage ⇒ EXCLUDED (hard).',
    reading: {
      zh: '“为主”指超过建筑面积的一半，为操作口径；“本次”限于本轮改造。',
      en: '"为主" = main part: use > 50 % of building area, flagged as an operating definition. "本次" ties the bar to this programme.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility-bars.ts' },
  },
  'E-08': {
    clause: '二(三)1',
    quote: '符合政策要求的老旧小区',
    formal: 'only eligible neighbourhoods enter the survey/consultation.',
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/eligibility.ts' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
