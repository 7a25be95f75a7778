// The street surveys a neighbourhood; the rules of 二(一) say whether it may go on, must be determined, or is out.
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { assessEligibility, type EligibilityVerdict } from '../../policy/rules/eligibility.ts';
import { inForce } from '../../policy/rules/in-force.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached, type State } from '../states.ts';
import { eligibilityFacts, eligibilityInput } from './eligibility-input.ts';

export const recordSurveyInput = z.strictObject({
  surveyedOn: dayInput,
  /** Survey and eligibility record (E1). */
  record: paperInput,
  /** Residents need a renovation (存在改造需求). */
  needsRenovation: z.boolean(),
  /** How often the neighbourhood was renovated under this programme before. */
  renovatedBefore: z.int().min(0).max(20),
  eligibility: eligibilityInput,
});

export interface SurveyResult {
  readonly verdict: EligibilityVerdict;
  readonly overridable: boolean;
  /** Codes of the findings that a person has to decide. */
  readonly open: readonly string[];
}

type SurveyOutcome = 'eligible' | 'needs-determination' | 'excluded';

export const recordSurvey = defineAct<'record-survey', z.output<typeof recordSurveyInput>, undefined, SurveyResult>({
  name: 'record-survey',
  title: { zh: '调查摸底', en: 'Record survey' },
  step: 1,
  clause: '二(三)1',
  input: recordSurveyInput,
  decide({ input, on, pack }) {
    const ahead = notAhead(on, [['/surveyedOn', input.surveyedOn]]);
    if (!ahead.ok) return ahead;
    const need = ruleFinding(pack, 'S-01', {
      verdict: input.needsRenovation ? 'PASS' : 'FAIL',
      code: input.needsRenovation ? 'SURVEYED' : 'NO_NEED_OF_RENOVATION',
      says: input.needsRenovation
        ? { zh: '存在改造需求，已调查摸底', en: 'There is a need of renovation, and it was surveyed' }
        : { zh: '调查未发现改造需求', en: 'The survey found no need of renovation' },
      facts: { surveyedOn: input.surveyedOn },
    });
    const gate = [...inForce(on, pack), need];
    if (gate.some(({ verdict }) => verdict === 'FAIL')) return gateShut(gate);
    const { verdict, overridable, findings } = assessEligibility(eligibilityFacts(input.eligibility), on, pack);
    const result = { verdict, overridable, open: openQuestions(findings) };
    return granted({
      outcome: outcomeOf(result),
      result,
      findings: [...gate, ...findings],
    });
  },
  apply(project, { input, outcome, result, at }) {
    const eligibility = { ...result, included: false, renovatedBefore: input.renovatedBefore };
    return {
      ...moveTo(project, stateAfter(outcome), at),
      consent: { ...project.consent, eligibility },
    };
  },
  outcome({ state }) {
    if (state === 'NEEDS_DETERMINATION') return 'needs-determination';
    return hasReached(state, 'SURVEYED') ? 'eligible' : undefined;
  },
});

/** Only the core scope is in by itself; a bar in principle is for the leading group, the rest for the Office (E-04, E-05). */
function outcomeOf({ verdict, overridable }: Pick<SurveyResult, 'verdict' | 'overridable'>): SurveyOutcome {
  if (verdict === 'CORE') return 'eligible';
  return verdict === 'EXCLUDED' && !overridable ? 'excluded' : 'needs-determination';
}

function stateAfter(outcome: string): State {
  if (outcome === 'eligible') return 'SURVEYED';
  return outcome === 'excluded' ? 'EXCLUDED' : 'NEEDS_DETERMINATION';
}

/** Codes of what the rules leave to a person. */
export const openQuestions = (findings: readonly Finding[]): string[] =>
  findings.filter(({ verdict }) => verdict === 'NEEDS_DECISION').map(({ code }) => code);
