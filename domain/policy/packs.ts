// Rule packs: one instrument each, with its numbers and its words. A pack is never edited in place; a change is a new version.
import type { Bilingual } from '../bilingual.ts';
import { type PlainDate, plainDateOf } from '../calendar/plain-date.ts';
import { type LawParameters, lawParameters } from './parameters/law.ts';
import type { LocalParameters } from './parameters/local.ts';
import { lucheng2020Parameters } from './parameters/lucheng-2020-21.ts';
import { wenzhouCityGuideParameters } from './parameters/wenzhou-city-guide.ts';
import type { Citation } from './rule.ts';
import { RULES, type RuleId } from './rule-catalogue.ts';

export const PACK_IDS = ['lucheng-2020-21', 'wenzhou-city-guide'] as const;
export type PackId = (typeof PACK_IDS)[number];

export interface RulePack extends LocalParameters, LawParameters {
  readonly id: PackId;
  /** Goes into every ledger entry, `lucheng-2020-21@1`. */
  readonly version: string;
  readonly title: Bilingual;
  /** Number of the instrument (G-01). */
  readonly instrument: string;
  /** What the instrument is based on (G-03). */
  readonly basis: readonly string[];
  readonly effectiveFrom: PlainDate;
  /** Last day in force; the text names none, an operator may have to. */
  readonly effectiveTo?: PlainDate;
  readonly citations: Readonly<Record<RuleId, Citation>>;
}

export const lucheng2020: RulePack = {
  id: 'lucheng-2020-21',
  version: 'lucheng-2020-21@1',
  title: { zh: '鹿城区老旧小区改造实施方案', en: 'Lucheng implementation plan for old neighbourhoods' },
  instrument: '温鹿政办〔2020〕21号',
  basis: ['建办城函〔2019〕243号', '浙建城〔2019〕58号', '温旧改办〔2020〕1号'],
  effectiveFrom: plainDateOf('2020-07-01'),
  citations: RULES,
  ...lawParameters,
  ...lucheng2020Parameters,
};

/** The city's layer on top of the district's rule: only what it says about money is its own. */
export const wenzhouCityGuide: RulePack = {
  ...lucheng2020,
  id: 'wenzhou-city-guide',
  version: 'wenzhou-city-guide@1',
  title: {
    zh: '温州市城镇老旧小区改造工作指南（试行）',
    en: 'Wenzhou guide to the renovation of old neighbourhoods (trial)',
  },
  instrument: '温州市城镇老旧小区改造工作指南（试行）',
  basis: [],
  effectiveFrom: plainDateOf('2020-10-01'),
  citations: {
    ...RULES,
    'C-02': {
      clause: '指南·改造内容',
      quote: '在层级上分为基础类、完善类、提升类等3大类',
      reading: {
        zh: '市级指南没有必选类，必选类内容按基础类计算。',
        en: 'The city has no mandatory class: mandatory works count as basic.',
      },
    },
    'F-02': {
      clause: '指南·居民自筹资金',
      quote: '原则上居民自筹按照基础类、完善类、提升类改造内容出资比例分别不低于相应改造内容投资额的10%、30%、70%',
      reading: {
        zh: '按最低比例计算；居民多出资时市级补助比例上浮，此处不计算。',
        en: 'The least shares are used; what residents pay above them raises the share of the city, which is not computed here.',
      },
    },
    'F-05': { clause: '指南·居民自筹资金', quote: '居民自筹（不包括用于电梯的出资）' },
    'F-07': { clause: '指南·补助资金分配方式', quote: '温州市级补助基数上限为300元/平方米' },
    'F-08': { clause: '指南·补助资金分配方式', quote: '低于300元/平方米的，按实核定予以补助' },
  },
  ...wenzhouCityGuideParameters,
};

export const PACKS: Readonly<Record<PackId, RulePack>> = {
  'lucheng-2020-21': lucheng2020,
  'wenzhou-city-guide': wenzhouCityGuide,
};

export const packById = (id: string): RulePack | undefined => Object.values(PACKS).find((pack) => pack.id === id);
