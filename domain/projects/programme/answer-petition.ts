// A petition is answered; the answer names who asked and therefore stays in the vault as well (D-04).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { openPetitions } from './petitions.ts';

export const answerPetitionInput = z.strictObject({
  no: z.int().positive(),
  answeredOn: dayInput,
  answer: paperInput,
});

export const answerPetition = defineAct<'answer-petition', z.output<typeof answerPetitionInput>, undefined, Nothing>({
  name: 'answer-petition',
  title: { zh: '答复信访事项', en: 'Answer petition' },
  step: 1,
  clause: '三(二)',
  input: answerPetitionInput,
  decide({ project, input: { no, answeredOn }, on, pack }) {
    const past = notAhead(on, [['/answeredOn', answeredOn]]);
    if (!past.ok) return past;
    const petition = openPetitions(project.programme.petitions).find((open) => open.no === no);
    if (petition === undefined) {
      return fieldsRefused([{ path: '/no', says: { zh: '没有这一件待答复', en: 'There is no such open petition' } }]);
    }
    if (answeredOn < petition.receivedOn) {
      return fieldsRefused([
        { path: '/answeredOn', says: { zh: '不得早于收件日期', en: 'Must not be earlier than the letter' } },
      ]);
    }
    const late = answeredOn > petition.dueOn;
    const answered = ruleFinding(pack, 'D-04', {
      verdict: late ? 'WARN' : 'PASS',
      code: late ? 'PETITION_ANSWERED_LATE' : 'PETITION_ANSWERED',
      says: late
        ? { zh: `信访第 ${no} 件逾期答复`, en: `Petition ${no} was answered late` }
        : { zh: `信访第 ${no} 件已答复`, en: `Petition ${no} is answered` },
      facts: { topic: petition.topic, receivedOn: petition.receivedOn, answeredOn },
      figures: { no, dueOn: petition.dueOn },
    });
    return granted({ outcome: 'answered', result: NOTHING, findings: [answered] });
  },
  apply(project, { input: { no, answeredOn, answer }, seq }) {
    const petitions = project.programme.petitions.map((petition) =>
      petition.no === no ? { ...petition, answeredOn, answer, seqs: [...petition.seqs, seq] } : petition,
    );
    return { ...project, programme: { ...project.programme, petitions } };
  },
});
