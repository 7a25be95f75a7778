// The preliminary design for residents has five parts (S-06).
import { type Question, ruleFinding } from '../rule-finding.ts';

export const DESIGN_PARTS = {
  ENGINEERING: { zh: '工程设计', en: 'engineering design' },
  RESOURCES: { zh: '小区及周边的资源利用', en: 'use of resources in and around' },
  BUDGET: { zh: '工程预算', en: 'budget' },
  FUNDING_PLAN: { zh: '资金筹集方案', en: 'funding plan' },
  MANAGEMENT: { zh: '长效管理机制', en: 'long-term management mechanism' },
} as const;
export type DesignPart = keyof typeof DESIGN_PARTS;

const isDesignPart = (name: string): name is DesignPart => name in DESIGN_PARTS;

export const designIsComplete: Question<{ readonly parts: readonly DesignPart[] }> = ({ parts }, _on, pack) => {
  const missing = Object.keys(DESIGN_PARTS)
    .filter(isDesignPart)
    .filter((part) => !parts.includes(part));
  const complete = missing.length === 0;
  return [
    ruleFinding(pack, 'S-06', {
      verdict: complete ? 'PASS' : 'FAIL',
      code: complete ? 'DESIGN_READY' : 'DESIGN_INCOMPLETE',
      says: complete
        ? { zh: '初步设计方案五部分齐全', en: 'All five parts of the design are there' }
        : {
            zh: `初步设计方案缺：${missing.map((part) => DESIGN_PARTS[part].zh).join('、')}`,
            en: `The design lacks: ${missing.map((part) => DESIGN_PARTS[part].en).join(', ')}`,
          },
      facts: { parts: [...parts] },
      figures: { missing },
    }),
  ];
};
