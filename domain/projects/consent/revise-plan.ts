// A plan goes back to the drawing board: after a failed ballot, or because its content changes (二(三)3, SU-05).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { defineAct } from '../act.ts';
import { reasonInput } from '../act-input.ts';
import type { State } from '../states.ts';
import { backToDesign, findBallotAgain } from './back-to-design.ts';

export const revisePlanInput = z.strictObject({ reason: reasonInput });

export interface RevisionResult {
  /** Where the project stood. */
  readonly from: State;
  /** The version that is given up. */
  readonly planVersion: number;
}

export const revisePlan = defineAct<'revise-plan', z.output<typeof revisePlanInput>, undefined, RevisionResult>({
  name: 'revise-plan',
  title: { zh: '修改方案', en: 'Revise plan' },
  step: 2,
  clause: '二(三)3',
  input: revisePlanInput,
  decide: ({ project, input, pack }) =>
    granted({
      outcome: 'revised',
      result: { from: project.state, planVersion: project.consent.plan?.version ?? 0 },
      findings: [findBallotAgain(input.reason, project, pack)],
    }),
  apply: (project, { at }) => backToDesign(project, at),
  /** Awaited after a failed ballot only; whoever is told goes back to step 2. */
  outcome: ({ state }) => (state === 'PLAN_REJECTED' ? undefined : 'sent-back'),
});
