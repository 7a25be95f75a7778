// The body publishes the preliminary design in the neighbourhood (二(三)3).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { currentPlan } from './record.ts';

export const publishPlanInput = z.strictObject({
  publishedOn: dayInput,
  planVersion: z.int().positive(),
  place: z.string().trim().min(2).max(60),
});

export const publishPlan = defineAct<'publish-plan', z.output<typeof publishPlanInput>, undefined, Nothing>({
  name: 'publish-plan',
  title: { zh: '公布初步设计方案', en: 'Publish plan' },
  step: 3,
  clause: '二(三)3',
  input: publishPlanInput,
  decide({ project, input, on, pack }) {
    const ahead = notAhead(on, [['/publishedOn', input.publishedOn]]);
    if (!ahead.ok) return ahead;
    const { version } = currentPlan(project);
    if (input.planVersion !== version) {
      return fieldsRefused([
        {
          path: '/planVersion',
          says: { zh: `现行方案为第 ${version} 版`, en: `The current plan is version ${version}` },
        },
      ]);
    }
    const published = ruleFinding(pack, 'S-07', {
      verdict: 'PASS',
      code: 'PLAN_PUBLISHED',
      says: { zh: `第 ${version} 版方案已由业委会或自治小组公布`, en: `The body has published version ${version}` },
      facts: { ...input },
    });
    return granted({ outcome: 'published', result: NOTHING, findings: [published] });
  },
  apply(project, { input, at }) {
    const plan = { ...currentPlan(project), publishedOn: input.publishedOn };
    return { ...moveTo(project, 'PLAN_PUBLISHED', at), consent: { ...project.consent, plan } };
  },
  outcome: ({ state }) => (hasReached(state, 'PLAN_PUBLISHED') ? 'published' : undefined),
});
