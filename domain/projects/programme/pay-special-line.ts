// Money of a special line is paid, never more than was set aside, and never for what the project pays as well (F-12).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { amountInput, dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';

export const paySpecialLineInput = z.strictObject({
  no: z.int().positive(),
  amount: amountInput.regex(/[1-9]/, '金额应大于 0｜The amount must be more than 0'),
  paidOn: dayInput,
  certificate: paperInput,
});

export const paySpecialLine = defineAct<
  'pay-special-line',
  z.output<typeof paySpecialLineInput>,
  undefined,
  { readonly paid: string }
>({
  name: 'pay-special-line',
  title: { zh: '支付专项资金', en: 'Pay special line' },
  step: 6,
  clause: '三(三)3',
  input: paySpecialLineInput,
  decide({ project, input: { no, amount, paidOn }, on, pack }) {
    const past = notAhead(on, [['/paidOn', paidOn]]);
    if (!past.ok) return past;
    const work = project.programme.specialLines.find((listed) => listed.no === no);
    if (work === undefined) {
      return fieldsRefused([
        { path: '/no', says: { zh: '没有这一项专项工程', en: 'There is no such special-line work' } },
      ]);
    }
    const facts = { no, line: work.line, item: work.item };
    if (work.planItem !== undefined) {
      return gateShut([
        ruleFinding(pack, 'F-12', {
          verdict: 'FAIL',
          code: 'PAID_TWICE',
          says: {
            zh: `“${work.item}”已列入项目总投资（${work.planItem}），不得重复支付`,
            en: `“${work.item}” is in the total investment as ${work.planItem}, and is not paid a second time`,
          },
          facts,
        }),
      ]);
    }
    const paid = decimalOf(work.paid).plus(amount);
    const figures = { paid: printAmount(paid), setAside: work.amount };
    if (paid.greaterThan(work.amount)) {
      return gateShut([
        ruleFinding(pack, 'F-12', {
          verdict: 'FAIL',
          code: 'OVER_SPECIAL_FUNDS',
          says: {
            zh: `将付 ${figures.paid} 元，超过专项资金 ${work.amount} 元`,
            en: `${figures.paid} yuan would be paid of ${work.amount} set aside`,
          },
          facts,
          figures,
        }),
      ]);
    }
    const covered = ruleFinding(pack, 'F-12', {
      verdict: 'PASS',
      code: 'PAID_ONCE',
      says: { zh: `专项资金已付 ${figures.paid} 元`, en: `${figures.paid} yuan of the special line are paid` },
      facts,
      figures,
    });
    return granted({ outcome: 'paid', result: { paid: figures.paid }, findings: [covered] });
  },
  apply(project, { input: { no }, result: { paid }, seq }) {
    const specialLines = project.programme.specialLines.map((work) =>
      work.no === no ? { ...work, paid, seqs: [...work.seqs, seq] } : work,
    );
    return { ...project, programme: { ...project.programme, specialLines } };
  },
});
