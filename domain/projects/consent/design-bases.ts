// What a preliminary design has to rest on (二(三)2, S-05): a check that warns, for the text names no sanction.
import type { Bilingual } from '../../bilingual.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';

export const DESIGN_BASES = ['SITE_FACTS', 'RESIDENT_CHOICES', 'MANAGEMENT_NEEDS'] as const;
export type DesignBasis = (typeof DESIGN_BASES)[number];

const NAMES: Readonly<Record<DesignBasis, Bilingual>> = {
  SITE_FACTS: { zh: '小区实际情况', en: 'the facts of the neighbourhood' },
  RESIDENT_CHOICES: { zh: '居民选择的改造内容', en: 'what residents chose' },
  MANAGEMENT_NEEDS: { zh: '长效管理需求', en: 'the needs of long-term management' },
};

export function findDesignBases(basedOn: readonly DesignBasis[], pack: RulePack): Finding[] {
  const missing = DESIGN_BASES.filter((basis) => !basedOn.includes(basis));
  const complete = missing.length === 0;
  return [
    ruleFinding(pack, 'S-05', {
      verdict: complete ? 'PASS' : 'WARN',
      code: complete ? 'DESIGN_INPUTS_COMPLETE' : 'DESIGN_INPUTS_MISSING',
      says: complete
        ? { zh: '方案编制依据齐全', en: 'The design rests on all three inputs' }
        : {
            zh: `方案未结合：${missing.map((basis) => NAMES[basis].zh).join('、')}`,
            en: `The design does not rest on: ${missing.map((basis) => NAMES[basis].en).join(', ')}`,
          },
      facts: { basedOn: [...basedOn] },
      figures: { missing },
    }),
  ];
}
