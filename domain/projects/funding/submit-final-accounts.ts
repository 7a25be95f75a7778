// The street hands in the final accounts of the accepted works for audit (AC-02, F-04).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { doneInTime } from '../../policy/rules/deadlines.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { acceptedOnOf } from './accepted-on.ts';
import { finalFiguresInput, fundFinalAccounts } from './final-accounts.ts';
import type { FinalFigures } from './record.ts';

export const submitFinalAccountsInput = z.strictObject({
  submittedOn: dayInput,
  accounts: finalFiguresInput,
  /** K8, the final accounts. */
  document: paperInput,
});

export const submitFinalAccounts = defineAct<
  'submit-final-accounts',
  z.output<typeof submitFinalAccountsInput>,
  undefined,
  FinalFigures
>({
  name: 'submit-final-accounts',
  title: { zh: '报送竣工财务决算', en: 'Submit final accounts' },
  step: 7,
  clause: '二(三)7',
  input: submitFinalAccountsInput,

  decide({ project, input: { submittedOn, accounts }, on, pack, calendar }) {
    if (project.funding.finalAccounts?.approvedOn !== undefined) {
      return refused('NOT_NOW', {
        zh: '竣工财务决算已审计核定，不能再报送。',
        en: 'The final accounts are audited already; they cannot be handed in again.',
      });
    }
    const dates = notAhead(on, [['/submittedOn', submittedOn]]);
    if (!dates.ok) return dates;
    const { final, findings } = fundFinalAccounts(accounts, on, pack);
    const acceptedOn = acceptedOnOf(project);
    const inTime = doneInTime({ limit: 'finalAccounts', acceptedOn, doneOn: submittedOn, calendar }, on, pack);
    return granted({ outcome: 'submitted', result: final, findings: [...inTime, ...findings] });
  },

  apply: (project, { input: { document, submittedOn }, result }) => ({
    ...project,
    funding: { ...project.funding, finalAccounts: { ...result, document, submittedOn } },
  }),

  outcome: ({ funding }) => (funding.finalAccounts === undefined ? undefined : 'submitted'),
});
