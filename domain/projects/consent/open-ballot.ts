// The body hands out the signature form (F2) and opens the ballot on the published plan, over a frozen roll (二(三)3).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { currentPlan } from './record.ts';
import type { RollTotals } from './roll-totals.ts';

export const openBallotInput = z.strictObject({
  openedOn: dayInput,
  /** Roll frozen for the ballot on the plan. */
  rollHash: paperInput,
  /** The signature form as it is handed out (F2). */
  form: paperInput,
});

export interface OpenBallotResult extends RollTotals {
  readonly planVersion: number;
}

export const openBallot = defineAct<'open-ballot', z.output<typeof openBallotInput>, RollTotals, OpenBallotResult>({
  name: 'open-ballot',
  title: { zh: '组织方案表决', en: 'Open ballot' },
  step: 3,
  clause: '二(三)3',
  input: openBallotInput,
  decide({ project, input, facts, on, pack }) {
    const ahead = notAhead(on, [['/openedOn', input.openedOn]]);
    if (!ahead.ok) return ahead;
    const { version, publishedOn } = currentPlan(project);
    if (publishedOn !== undefined && input.openedOn < publishedOn) {
      return fieldsRefused([
        {
          path: '/openedOn',
          says: {
            zh: `不得早于方案公布之日（${publishedOn}）`,
            en: `Must not be earlier than publication, ${publishedOn}`,
          },
        },
      ]);
    }
    const opened = ruleFinding(pack, 'S-07', {
      verdict: 'PASS',
      code: 'BALLOT_OPENED',
      says: {
        zh: `签字表已向 ${facts.units} 套房屋的业主发放，对第 ${version} 版方案表决`,
        en: `The form is handed out to the owners of ${facts.units} units to vote on version ${version}`,
      },
      facts: { openedOn: input.openedOn, rollHash: input.rollHash, planVersion: version },
      figures: { ...facts },
    });
    return granted({ outcome: 'opened', result: { ...facts, planVersion: version }, findings: [opened] });
  },
  apply: (project, { input, result, at }) => ({
    ...moveTo(project, 'VOTING', at),
    consent: {
      ...project.consent,
      planBallot: { rollHash: input.rollHash, openedOn: input.openedOn, planVersion: result.planVersion },
    },
  }),
  outcome: ({ state }) => (hasReached(state, 'VOTING') ? 'opened' : undefined),
});
