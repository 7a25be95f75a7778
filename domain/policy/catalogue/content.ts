// The rules on what is renovated: 二(二).
import type { Rule } from '../rule.ts';

export const contentRules = {
  'C-01': {
    clause: '二(二)',
    quote: '主要包括建筑改造、道路交通和停车、管网系统、景观绿化、适老化改造、社区服务体系等 6 大方面',
    formal:
      'aspect ∈ {BUILDING, ROAD_TRAFFIC_PARKING, PIPE_NETWORK, LANDSCAPE_GREENING, AGE_FRIENDLY, COMMUNITY_SERVICE}; every item has exactly one aspect.',
    reading: {
      zh: '“等”之后写明“6大方面”，为封闭列举。',
      en: '"等" then "6大方面": closed list of 6. City guide uses slightly different names (养老抚幼服务设施、社区治理和服务体系).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-02': {
    clause: '二(二)',
    quote: '按照必选类、基础类、完善类、提升类 4 种类型',
    formal:
      'category ∈ {MANDATORY, BASIC, IMPROVEMENT, UPGRADE}; aspect × category = 24-cell matrix; every item sits in exactly one cell.',
    reading: {
      zh: '文中没有逐项列出各类内容，类别由方案载明、业主表决，系统不推断。',
      en: 'The text gives no item→category list (the city guide does): the category is therefore an input recorded in the plan that residents vote on, not something the software may infer. City guide has only 3 classes (no 必选类).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-03': {
    clause: '二(二)',
    quote: '根据老百姓的需求，结合“最多改一次”、因地制宜来确定各小区菜单式改造内容',
    formal: 'menu: residents select; selection is an input of the preliminary design (S-05).',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-04': {
    clause: '二(二)1',
    quote: '包括消防安全、雨污管网、排水系统、线路整理、垃圾分类等防疫功能需求',
    formal:
      'MANDATORY covers epidemic-prevention shortfalls: fire safety, storm/sewage pipes, drainage, line tidying, waste sorting, public-space facilities, access control.',
    reading: {
      zh: '“必选”指每个方案都应包含；没有必选类内容的予以提示，或由街道注明已经达标。',
      en: 'Must every plan contain MANDATORY items? The name 必选 says yes: missing ⇒ warning NO_MANDATORY_ITEM (or attest "already compliant").',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-05': {
    clause: '二(二)2',
    quote: '主要解决小区功能性、安全性等迫切问题',
    formal: 'BASIC: functional/safety urgencies, basic living needs.',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-06': {
    clause: '二(二)3',
    quote: '主要考虑满足居民改善型生活需求和生活便利型需要',
    formal: 'IMPROVEMENT: better living, convenience, public space.',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
  'C-07': {
    clause: '二(二)4',
    quote: '主要完善公共服务设施的统筹配套',
    formal: 'UPGRADE: public-service facilities in and around the neighbourhood.',
    reading: {
      zh: '包括红线外（小区及周边）工程；列入经确认的方案即计入项目投资。',
      en: 'Includes works outside the red line ("小区及周边"): still part of the project investment if in the approved plan.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/content.ts' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
