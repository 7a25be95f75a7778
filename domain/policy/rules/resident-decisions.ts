// Whether, what, how, and how managed: the four decisions of residents must each be traceable (G-05).
import { type Question, ruleFinding } from '../rule-finding.ts';

export interface ResidentDecisions {
  /** Documents or entries that prove each decision. */
  readonly whether?: string | undefined;
  readonly whatAndHow?: string | undefined;
  readonly managed?: string | undefined;
}

const DECISIONS = {
  whether: { zh: '改不改（改造意愿）', en: 'whether to renovate' },
  whatAndHow: { zh: '改什么、怎么改（方案表决）', en: 'what and how' },
  managed: { zh: '如何管（长效管理方案）', en: 'how it is managed' },
} as const;

export const decisionsAreTraceable: Question<ResidentDecisions> = (decisions, _on, pack) => {
  const untraced = [
    decisions.whether === undefined ? DECISIONS.whether : [],
    decisions.whatAndHow === undefined ? DECISIONS.whatAndHow : [],
    decisions.managed === undefined ? DECISIONS.managed : [],
  ].flat();
  const traceable = untraced.length === 0;
  return [
    ruleFinding(pack, 'G-05', {
      verdict: traceable ? 'PASS' : 'WARN',
      code: traceable ? 'DECISIONS_TRACEABLE' : 'DECISION_NOT_TRACEABLE',
      says: traceable
        ? { zh: '居民的各项决定均有据可查', en: 'Every decision of residents is on record' }
        : {
            zh: `缺居民决定的依据：${untraced.map(({ zh }) => zh).join('、')}`,
            en: `No record of: ${untraced.map(({ en }) => en).join(', ')}`,
          },
    }),
  ];
};
