// A complicated petition gets more time, once, with a reason, and not more than the law has it (信访工作条例).
import * as z from 'zod';
import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, reasonInput } from '../act-input.ts';
import { longestExtension, openPetitions } from './petitions.ts';

export const extendPetitionInput = z.strictObject({
  no: z.int().positive(),
  days: z.int().positive(),
  reason: reasonInput,
});

export const extendPetition = defineAct<
  'extend-petition',
  z.output<typeof extendPetitionInput>,
  undefined,
  { readonly dueOn: PlainDate }
>({
  name: 'extend-petition',
  title: { zh: '延长信访办理期限', en: 'Extend petition' },
  step: 1,
  clause: '三(二)',
  input: extendPetitionInput,
  decide({ project, input: { no, days }, on, pack }) {
    const petition = openPetitions(project.programme.petitions).find((open) => open.no === no);
    if (petition === undefined) {
      return fieldsRefused([{ path: '/no', says: { zh: '没有这一件待答复', en: 'There is no such open petition' } }]);
    }
    if (petition.extended || on > petition.dueOn) {
      return refused('NOT_NOW', {
        zh: '期限已延长过或已届满，不能再延长。',
        en: 'The time was extended once already, or is over.',
      });
    }
    const most = longestExtension(petition.receivedOn);
    if (days > most) {
      return fieldsRefused([
        { path: '/days', says: { zh: `最多延长 ${most} 天`, en: `It is extended by ${most} days at most` } },
      ]);
    }
    const dueOn = addDays(petition.dueOn, days);
    const extended = ruleFinding(pack, 'D-04', {
      verdict: 'WARN',
      code: 'PETITION_EXTENDED',
      says: { zh: `信访第 ${no} 件延长至 ${dueOn}`, en: `Petition ${no} is extended to ${dueOn}` },
      facts: { topic: petition.topic, days },
      figures: { no, dueOn },
    });
    return granted({ outcome: 'extended', result: { dueOn }, findings: [extended] });
  },
  apply(project, { input: { no }, result: { dueOn }, seq }) {
    const petitions = project.programme.petitions.map((petition) =>
      petition.no === no ? { ...petition, dueOn, extended: true, seqs: [...petition.seqs, seq] } : petition,
    );
    return { ...project, programme: { ...project.programme, petitions } };
  },
});
