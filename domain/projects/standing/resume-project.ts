// The Office lets a suspended project go on where it stood; an exclusion that was found must have gone, or been overridden (E-05).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { type ConsentRecord, isEligible } from '../consent/record.ts';
import { resume } from './suspension.ts';

export const resumeProjectInput = z.strictObject({
  reason: reasonInput,
  /** Determination of the leading group (E2), where the bar is one in principle. */
  exception: paperInput.optional(),
});

export const resumeProject = defineAct<'resume-project', z.output<typeof resumeProjectInput>, undefined, Nothing>({
  name: 'resume-project',
  title: { zh: '恢复项目', en: 'Resume project' },
  step: 1,
  clause: '三(一)',
  input: resumeProjectInput,
  decide({ project: { consent }, input, pack }) {
    const bar = findBar(consent, input.exception !== undefined, pack);
    if (bar?.verdict === 'FAIL') return gateShut([bar]);
    return granted({ outcome: 'resumed', result: NOTHING, findings: bar === undefined ? [] : [bar] });
  },
  apply(project, { input, at }) {
    const { eligibility } = project.consent;
    const resumed = resume(project, at);
    if (eligibility === undefined || input.exception === undefined) return resumed;
    return { ...resumed, consent: { ...project.consent, eligibility: { ...eligibility, included: true } } };
  },
});

/** What the last re-check found and nobody has lifted since. */
function findBar(consent: ConsentRecord, exception: boolean, pack: RulePack): Finding | undefined {
  if (isEligible(consent)) return undefined;
  if (consent.eligibility?.overridable !== true) {
    return ruleFinding(pack, 'E-08', {
      verdict: 'FAIL',
      code: 'NOT_ELIGIBLE',
      says: {
        zh: '复核发现的不纳入情形尚未消除，请街道重新复核',
        en: 'The exclusion that was found still stands: the street checks again',
      },
    });
  }
  return ruleFinding(pack, 'E-05', {
    verdict: exception ? 'PASS' : 'FAIL',
    code: exception ? 'OVERRIDDEN_BY_LEADING_GROUP' : 'EXCLUDED_IN_PRINCIPLE',
    says: exception
      ? { zh: '领导小组说明理由，例外继续', en: 'Goes on as an exception by the leading group, with reasons' }
      : {
          zh: '原则上不纳入，须附领导小组的例外认定书',
          en: 'Excluded in principle: the determination of the leading group is needed',
        },
  });
}
