// Eligibility is checked again on the way, for plans of demolition and buildings change; an exclusion found holds the project up (E-03).
import * as z from 'zod';
import { Fault, granted } from '../../errors.ts';
import { assessEligibility } from '../../policy/rules/eligibility.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { eligibilityFacts, eligibilityInput } from '../consent/eligibility-input.ts';
import type { EligibilityRecord } from '../consent/record.ts';
import { openQuestions, type SurveyResult } from '../consent/record-survey.ts';
import type { Project } from '../project.ts';
import { suspend } from './suspension.ts';

export const recheckEligibilityInput = z.strictObject({
  checkedOn: dayInput,
  /** Survey and eligibility record (E1). */
  record: paperInput,
  eligibility: eligibilityInput,
});

export const recheckEligibility = defineAct<
  'recheck-eligibility',
  z.output<typeof recheckEligibilityInput>,
  undefined,
  SurveyResult
>({
  name: 'recheck-eligibility',
  title: { zh: '复核资格', en: 'Recheck eligibility' },
  step: 1,
  clause: '二(一)',
  input: recheckEligibilityInput,
  decide({ project, input, on, pack }) {
    const ahead = notAhead(on, [['/checkedOn', input.checkedOn]]);
    if (!ahead.ok) return ahead;
    const { verdict, overridable, findings } = assessEligibility(eligibilityFacts(input.eligibility), on, pack);
    const result = { verdict, overridable, open: openQuestions(findings) };
    return granted({ outcome: outcomeOf(result, eligibilityOf(project)), result, findings });
  },
  apply(project, { outcome, result, at }) {
    // What is merely not known now takes nothing away from what was established before.
    if (outcome === 'undetermined') return project;
    const before = eligibilityOf(project);
    const eligibility = { ...before, ...result, included: outcome === 'confirmed' && before.included };
    const checked = { ...project, consent: { ...project.consent, eligibility } };
    return outcome === 'excluded' ? suspend(checked, '复核发现不纳入改造的情形', at) : checked;
  },
});

function outcomeOf({ verdict, overridable }: SurveyResult, before: EligibilityRecord) {
  const excepted = overridable && before.overridable && before.included;
  if (verdict === 'EXCLUDED') return excepted ? 'confirmed' : 'excluded';
  return verdict === 'CORE' || before.included ? 'confirmed' : 'undetermined';
}

function eligibilityOf({ projectId, consent }: Project): EligibilityRecord {
  if (consent.eligibility === undefined) throw new Fault('CORRUPT', `${projectId} is checked again unsurveyed`);
  return consent.eligibility;
}
