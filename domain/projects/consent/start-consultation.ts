// The community hands out the consultation form (F1) to the owners of a frozen roll: residents are asked, owners count.
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { bodyExists } from '../../policy/rules/representative-body.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { bodyFacts, isEligible } from './record.ts';
import type { RollTotals } from './roll-totals.ts';

export const startConsultationInput = z.strictObject({
  startedOn: dayInput,
  /** Roll frozen for the ballot of willingness. */
  rollHash: paperInput,
  /** The form as it is handed out (F1). */
  form: paperInput,
});

export const startConsultation = defineAct<
  'start-consultation',
  z.output<typeof startConsultationInput>,
  RollTotals,
  RollTotals
>({
  name: 'start-consultation',
  title: { zh: '发放征求书', en: 'Start consultation' },
  step: 1,
  clause: '二(三)1',
  input: startConsultationInput,
  decide({ project, input, facts, on, pack }) {
    const ahead = notAhead(on, [['/startedOn', input.startedOn]]);
    if (!ahead.ok) return ahead;
    const { consent } = project;
    const eligible = isEligible(consent);
    const entry = ruleFinding(pack, 'E-08', {
      verdict: eligible ? 'PASS' : 'FAIL',
      code: eligible ? 'ELIGIBLE' : 'NOT_ELIGIBLE',
      says: eligible
        ? { zh: '符合政策要求，可以征求意见', en: 'Eligible: residents may be consulted' }
        : { zh: '最近一次复核发现不符合纳入条件', en: 'The last check found that it is not eligible' },
    });
    if (!eligible) return gateShut([entry]);
    const handedOut = ruleFinding(pack, 'S-02', {
      verdict: 'PASS',
      code: 'CONSULTING',
      says: {
        zh: `征求书已向 ${facts.units} 套房屋的业主发放`,
        en: `The form is handed out to the owners of ${facts.units} units`,
      },
      facts: { startedOn: input.startedOn, rollHash: input.rollHash },
      figures: { ...facts },
    });
    return granted({
      outcome: 'consulting',
      result: facts,
      findings: [entry, handedOut, ...bodyExists(bodyFacts(consent), on, pack)],
    });
  },
  // A consultation that failed is held again from the beginning: its count is left in the ledger, not in the project.
  apply: (project, { input, at }) => ({
    ...moveTo(project, 'CONSULTING', at),
    consent: { ...project.consent, willingness: { rollHash: input.rollHash, openedOn: input.startedOn } },
  }),
  outcome: ({ state }) =>
    state === 'CONSULTING' || hasReached(state, 'WILLINGNESS_PASSED') ? 'consulting' : undefined,
});
