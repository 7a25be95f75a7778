// The street applies for a neighbourhood in the annual round: only with a body formed (三(四) “竞争性申报”, I-02, I-03).
import * as z from 'zod';
import { budgetYearInput } from '../../budget/budget.ts';
import { gateShut, granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';

export const applyForRoundInput = z.strictObject({
  year: budgetYearInput,
  /** Why this neighbourhood: the street's application to the district office. */
  application: paperInput,
});

export const applyForRound = defineAct<'apply-for-round', z.output<typeof applyForRoundInput>, undefined, Nothing>({
  name: 'apply-for-round',
  title: { zh: '年度竞争性申报', en: 'Apply for round' },
  step: 2,
  clause: '三(四)',
  input: applyForRoundInput,
  decide({ project, input: { year }, on, pack }) {
    if (year < on.slice(0, 4)) {
      return refused('NOT_NOW', { zh: `${year} 年度已过。`, en: `The year ${year} is over.` });
    }
    if (project.programme.application?.year === year) {
      return refused('NOT_NOW', { zh: `已申报 ${year} 年度。`, en: `An application for ${year} is on file.` });
    }
    const { body } = project.consent;
    if (body === undefined) {
      return gateShut([
        ruleFinding(pack, 'I-03', {
          verdict: 'FAIL',
          code: 'NO_REPRESENTATIVE_BODY',
          says: {
            zh: '成立业委会或自治小组后方可申报',
            en: 'a committee or self-governance group has to be formed first',
          },
        }),
      ]);
    }
    const applied = ruleFinding(pack, 'I-02', {
      verdict: 'PASS',
      code: 'APPLIED_FOR_ROUND',
      says: { zh: `申报 ${year} 年度改造`, en: `Applies for the round of ${year}` },
      facts: { year, body: body.kind },
    });
    return granted({ outcome: 'applied', result: NOTHING, findings: [applied] });
  },
  apply(project, { input: { year }, on, seq }) {
    return { ...project, programme: { ...project.programme, application: { year, appliedOn: on, seq } } };
  },
});
