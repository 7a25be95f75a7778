// Takes a booked receipt back, with the reason; a project that falls below 100 % loses its place in the queue (I-04).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, reasonInput } from '../act-input.ts';
import { assessCredit, type Credit, withCredit } from './arrival.ts';
import { type ReceiptsBooked, receiptInput } from './book-contributions.ts';
import { accountOf } from './receipts.ts';

export const reverseContributionInput = z.strictObject({ receipt: receiptInput, reason: reasonInput });

export const reverseContribution = defineAct<
  'reverse-contribution',
  z.output<typeof reverseContributionInput>,
  ReceiptsBooked,
  Credit
>({
  name: 'reverse-contribution',
  title: { zh: '冲销到账资金', en: 'Reverse contribution' },
  step: 4,
  clause: '二(三)4',
  input: reverseContributionInput,

  decide({ project, input: { receipt }, facts: { receipts }, on, pack }) {
    if (!receipts.has(receipt)) {
      return fieldsRefused([
        {
          path: '/receipt',
          says: { zh: `没有登记过回单 ${receipt}`, en: `Receipt ${receipt} is not booked` },
        },
      ]);
    }
    const account = accountOf([...receipts.values()].filter((standing) => standing.receipt !== receipt));
    const { arrival, findings } = assessCredit(project, account.credited, on, pack);
    const lost = project.state === 'FUNDED' && !arrival.funded;
    return granted({
      outcome: arrival.funded ? 'funded' : 'partly-funded',
      result: { ...account, arrival },
      findings: [...findings, ...(lost ? [placeLost(pack)] : [])],
    });
  },

  apply: (project, { result, at }) => withCredit(project, result, at),
});

const placeLost = (pack: RulePack) =>
  ruleFinding(pack, 'I-04', {
    verdict: 'WARN',
    code: 'PLACE_LOST',
    says: {
      zh: '到位率跌破 100%，失去优先启动名次',
      en: 'The money is no longer complete: the place in the queue is lost',
    },
  });
