// The principal leader of the district government consents to the start, or declines with a reason.
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput, reasonInput, referenceInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';

const decided = { decidedOn: dayInput, reference: referenceInput, document: paperInput };

export const consentStartInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('CONSENT'), ...decided }),
  z.strictObject({ decision: z.literal('DECLINE'), ...decided, reason: reasonInput }),
]);

export const consentStart = defineAct<'consent-start', z.output<typeof consentStartInput>, undefined, Nothing>({
  name: 'consent-start',
  title: { zh: '主要领导同意', en: 'Consent start' },
  step: 4,
  clause: '二(三)4',
  input: consentStartInput,

  decide({ input: { decision, decidedOn, reference }, on, pack }) {
    const dates = notAhead(on, [['/decidedOn', decidedOn]]);
    if (!dates.ok) return dates;
    const consents = decision === 'CONSENT';
    const finding = ruleFinding(pack, 'A-12', {
      verdict: consents ? 'PASS' : 'FAIL',
      code: consents ? 'LEADER_CONSENTED' : 'LEADER_DECLINED',
      says: consents
        ? { zh: '区政府主要领导已同意', en: 'The principal leader consents' }
        : { zh: '区政府主要领导未同意，退回街道', en: 'The principal leader declines: back to the street' },
      facts: { decidedOn, reference },
    });
    return granted({ outcome: consents ? 'consented' : 'declined', result: NOTHING, findings: [finding] });
  },

  apply(project, { input: { decision, decidedOn, reference }, at }) {
    const start = { ...project.start, consent: { decision, decidedOn, reference } };
    return moveTo({ ...project, start }, decision === 'CONSENT' ? 'LEADER_CONSENTED' : 'CONFIRMED', at);
  },

  outcome({ state, start }) {
    if (hasReached(state, 'LEADER_CONSENTED')) return 'consented';
    return state === 'CONFIRMED' && start.consent?.decision === 'DECLINE' ? 'declined' : undefined;
  },
});
