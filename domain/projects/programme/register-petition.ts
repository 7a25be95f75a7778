// A letter or visit about the project is registered: what it is about and by when it is answered; the letter stays in the vault (D-04).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { answerDue, PETITION_TOPICS } from './petitions.ts';

export const registerPetitionInput = z.strictObject({
  topic: z.enum(PETITION_TOPICS),
  receivedOn: dayInput,
  /** The letter, or the record of the visit, in the vault. */
  text: paperInput,
});

export const registerPetition = defineAct<
  'register-petition',
  z.output<typeof registerPetitionInput>,
  undefined,
  { readonly no: number; readonly dueOn: PlainDate }
>({
  name: 'register-petition',
  title: { zh: '登记信访事项', en: 'Register petition' },
  step: 1,
  clause: '三(二)',
  input: registerPetitionInput,
  decide({ project, input: { topic, receivedOn, text }, on, pack }) {
    const past = notAhead(on, [['/receivedOn', receivedOn]]);
    if (!past.ok) return past;
    if (project.programme.petitions.some((petition) => petition.text === text)) {
      return fieldsRefused([
        { path: '/text', says: { zh: '该信访件已登记', en: 'This letter is registered already' } },
      ]);
    }
    const no = project.programme.petitions.length + 1;
    const dueOn = answerDue(receivedOn);
    const registered = ruleFinding(pack, 'D-04', {
      verdict: 'WARN',
      code: 'PETITION_TO_ANSWER',
      says: { zh: `信访第 ${no} 件，应于 ${dueOn} 前答复`, en: `Petition ${no} is to be answered by ${dueOn}` },
      facts: { topic, receivedOn },
      figures: { no, dueOn },
    });
    return granted({ outcome: 'registered', result: { no, dueOn }, findings: [registered] });
  },
  apply(project, { input: { topic, receivedOn, text }, result: { no, dueOn }, seq }) {
    const petition = { no, topic, receivedOn, dueOn, extended: false, text, seqs: [seq] };
    const petitions = [...project.programme.petitions, petition];
    return { ...project, programme: { ...project.programme, petitions } };
  },
});
