// The body counts the ballot on the plan: two thirds by area and by households, of all; the Civil Code beside it as advice (二(三)3).
import { defineTally } from './tally.ts';

export const tallyPlanBallot = defineTally({
  name: 'tally-plan-ballot',
  title: { zh: '统计方案表决', en: 'Tally plan ballot' },
  step: 3,
  clause: '二(三)3',
  question: 'V-03',
  ballot: 'planBallot',
  passed: 'PLAN_APPROVED',
  failed: 'PLAN_REJECTED',
});
