// A committee or a self-governance group must stand before the design is commissioned (S-03, I-03).
import { type Question, ruleFinding } from '../rule-finding.ts';
import type { BodyKind } from './application.ts';

export interface BodyFacts {
  readonly body?: BodyKind | undefined;
  readonly willingnessPassed: boolean;
}

/** In step 1 a missing body is only a warning: 须 names no point in time. */
export const bodyExists: Question<BodyFacts> = ({ body }, _on, pack) => [
  body === undefined
    ? ruleFinding(pack, 'S-03', {
        verdict: 'WARN',
        code: 'NO_REPRESENTATIVE_BODY',
        says: { zh: '尚未成立业委会或自治小组', en: 'There is no committee or self-governance group yet' },
      })
    : ruleFinding(pack, 'S-03', {
        verdict: 'PASS',
        code: 'REPRESENTATIVE_BODY',
        says: { zh: '业委会或自治小组已成立', en: 'There is a representative body' },
        facts: { body },
      }),
];

/** 三(四): design is arranged after the willingness and after the body. */
export const mayDesign: Question<BodyFacts> = ({ body, willingnessPassed }, _on, pack) => {
  const ready = body !== undefined && willingnessPassed;
  const lacking = [
    willingnessPassed ? [] : { zh: '改造意愿未通过', en: 'the willingness has not passed' },
    body === undefined ? { zh: '尚未成立业委会或自治小组', en: 'there is no representative body' } : [],
  ].flat();
  return [
    ruleFinding(pack, 'I-03', {
      verdict: ready ? 'PASS' : 'FAIL',
      code: ready ? 'MAY_DESIGN' : 'MAY_NOT_DESIGN',
      says: ready
        ? { zh: '可以安排初步方案设计', en: 'The design may be commissioned' }
        : {
            zh: `不能安排设计：${lacking.map(({ zh }) => zh).join('；')}`,
            en: `The design may not be commissioned: ${lacking.map(({ en }) => en).join('; ')}`,
          },
      facts: { body: body ?? null, willingnessPassed },
    }),
  ];
};
