// The rules on steps 8 and 9, handover and long-term management: 二(三)8–9.
import type { Rule } from '../rule.ts';

export const handoverRules = {
  'H-01': {
    clause: '二(三)8',
    quote: '街道应按有关维保责任，将竣工验收资料分别移交给业主委员会或物业专营单位并备案',
    formal:
      "acceptance documents handed to the owners' committee or to the specialised utility according to maintenance responsibility, and filed.",
    reading: {
      zh: '“备案”未写明对象：由街道留存并报区旧改办；没有业委会的由自治小组接收。',
      en: '"并备案": with whom? Reading: record kept by the street and reported to the District Office. A self-governance group receives where no committee exists.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'H-02': {
    clause: '二(三)8',
    quote:
      '物业管理区域内的供水、供电、供气、供热、通信、有线电视等共有设施设备，经相关专业单位、建设单位共同验收合格后，移交相关专业单位负责管理',
    formal:
      'for each shared utility facility: joint acceptance by {specialised unit, employer} passed ⇒ transfer ⇒ specialised unit manages.',
    reading: {
      zh: '文中引《温州市物业管理条例》，其2017年文本没有这一条，最接近的是《浙江省物业管理条例》第四十二条。按原文引用并注明；建议附业主大会决定。共同验收须双方均合格。',
      en: "The text cites 《温州市物业管理条例》, but its 2017 text has no such article; the closest is Zhejiang Property Regs 42 (transfer on a decision of the owners' assembly; the unit must accept). Cite the source clause and note it; ask for the owners' decision as advisory. Joint acceptance: both must pass.",
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'H-03': {
    clause: '二(三)8',
    quote: '各专项工程牵头部门要落实专项工程移交及后续维修养护事宜',
    formal: 'lead department of each special line arranges its transfer and upkeep.',
    home: { kind: 'check', implementedBy: 'domain/projects' },
  },
  'H-04': {
    clause: '二(三)8',
    quote: '其余改造工程在保修期满后，由业主承担维护保养责任和维修费用',
    formal: 'other works: during warranty → contractor; after warranty end → owners.',
    reading: {
      zh: '保修期不在文内：按《建设工程质量管理条例》第四十条，自验收合格之日起；防水5年，电气、给排水、设备、装修2年，供热供冷2个周期，主体为设计年限。届满当日仍由施工单位负责。',
      en: 'Warranty periods are not in the text: 质量条例 40 from the date acceptance passed; waterproofing 5 y, electrical/plumbing/equipment/finishing 2 y, heating/cooling 2 seasons, structure = design life. The last day of warranty still belongs to the contractor (届满 includes the day).',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/warranty.ts' },
  },
  'L-01': {
    clause: '二(三)9',
    quote: '通过物业+服务，党建+自治等方式，巩固老旧小区改造成果，健全长效管理机制',
    formal: 'management mode recorded for every project.',
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/management.ts' },
  },
  'L-02': {
    clause: '二(三)9',
    quote: '原先没有实施物业管理的小区，改造后应指导业主大会选聘物业服务企业，实行物业管理',
    formal: "noPropertyMgmtBefore ⇒ guide the owners' assembly to engage a company.",
    reading: {
      zh: '选聘由业主决定（民法典第二百七十八条）。',
      en: "Selection itself is an owners' decision (Civil Code 278(4)).",
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/management.ts' },
  },
  'L-03': {
    clause: '二(三)9',
    quote: '对不具备条件的，实行业主自治或社区管理',
    formal: 'conditions lacking ⇒ SELF_MANAGEMENT or COMMUNITY_MANAGEMENT.',
    reading: {
      zh: '不允许没有任何管理方式。',
      en: 'No mode at all is not allowed ("改造一个、管好一个").',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/management.ts' },
  },
  'L-04': {
    clause: '二(三)9',
    quote: '加强对老旧小区日常管养与维护管理',
    formal: 'day-to-day upkeep.',
    home: { kind: 'principle', why: 'Day-to-day upkeep is the work of the chosen management; nothing ends by it.' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
