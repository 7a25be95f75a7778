// A named decision where 二(一) leaves one: post-1999 neighbourhoods, open questions, and exceptions to the bar in principle.
import * as z from 'zod';
import { Fault, gateShut, granted, refused } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import type { EligibilityRecord } from './record.ts';

export const determineEligibilityInput = z.strictObject({
  decision: z.enum(['INCLUDE', 'EXCLUDE']),
  reason: reasonInput,
  /** The signed determination (E2). */
  document: paperInput,
});

export const determineEligibility = defineAct<
  'determine-eligibility',
  z.output<typeof determineEligibilityInput>,
  undefined,
  Nothing
>({
  name: 'determine-eligibility',
  title: { zh: '资格认定', en: 'Determine eligibility' },
  step: 1,
  clause: '二(一)',
  input: determineEligibilityInput,
  decide({ project, input, actor, pack }) {
    const { eligibility } = project.consent;
    if (eligibility === undefined) throw new Fault('CORRUPT', `${project.projectId} awaits a determination unsurveyed`);
    if (eligibility.overridable && actor.role !== 'LEADING_GROUP') {
      return refused(
        'FORBIDDEN_ROLE',
        {
          zh: '存在“原则上不纳入”的情形，只有领导小组可以说明理由作出认定。',
          en: 'It is excluded in principle: only the leading group may determine otherwise, with reasons.',
        },
        { clause: '二(一)' },
      );
    }
    if (input.decision === 'EXCLUDE') {
      return granted({ outcome: 'excluded', result: NOTHING, findings: [excludedBy(input.reason, pack)] });
    }
    // Nobody can weigh a hazard that was never appraised: the street surveys again with the appraisal.
    if (eligibility.open.includes('HAZARD_UNKNOWN')) return gateShut([appraisalMissing(pack)]);
    return granted({
      outcome: 'eligible',
      result: NOTHING,
      findings: [includedBy(eligibility, input.reason, pack)],
    });
  },
  apply(project, { outcome, at }) {
    if (outcome === 'excluded') return moveTo(project, 'EXCLUDED', at);
    const { eligibility } = project.consent;
    return {
      ...moveTo(project, 'SURVEYED', at),
      consent: { ...project.consent, ...(eligibility && { eligibility: { ...eligibility, included: true } }) },
    };
  },
  outcome: ({ state }) => (hasReached(state, 'SURVEYED') ? 'eligible' : undefined),
});

function includedBy({ overridable, verdict, open }: EligibilityRecord, reason: string, pack: RulePack): Finding {
  const facts = { verdict, open: [...open], reason };
  if (overridable) {
    return ruleFinding(pack, 'E-05', {
      verdict: 'PASS',
      code: 'OVERRIDDEN_BY_LEADING_GROUP',
      says: { zh: '领导小组说明理由，例外纳入', en: 'Included as an exception by the leading group, with reasons' },
      facts,
    });
  }
  return ruleFinding(pack, verdict === 'DISCRETIONARY' ? 'E-04' : 'E-08', {
    verdict: 'PASS',
    code: 'INCLUDED_BY_DECISION',
    says: { zh: '经认定纳入改造范围', en: 'Included by a named decision' },
    facts,
  });
}

const excludedBy = (reason: string, pack: RulePack): Finding =>
  ruleFinding(pack, 'E-08', {
    verdict: 'FAIL',
    code: 'EXCLUDED_BY_DECISION',
    says: { zh: '经认定不纳入改造范围', en: 'Excluded by a named decision' },
    facts: { reason },
  });

const appraisalMissing = (pack: RulePack): Finding =>
  ruleFinding(pack, 'E-05', {
    verdict: 'FAIL',
    code: 'HAZARD_UNKNOWN',
    says: {
      zh: '没有房屋安全鉴定结论，请街道补充鉴定后重新调查',
      en: 'There is no safety appraisal: the street has it made and surveys again',
    },
  });
