// A progress payment on a contract, under the eyes of the tracking audit; never more than the contract comes to (二(三)6).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { paymentIsCovered } from '../../policy/rules/progress-payment.ts';
import { defineAct } from '../act.ts';
import { amountInput, dayInput, notAhead, paperInput, referenceInput } from '../act-input.ts';
import { contractOf, noSuchContract, payable } from './contracts.ts';

export const recordProgressPaymentInput = z.strictObject({
  contractNo: referenceInput,
  amount: amountInput,
  paidOn: dayInput,
  /** Value of the work done so far on this contract, as measured. */
  measured: amountInput.optional(),
  certificate: paperInput,
});

export const recordProgressPayment = defineAct<
  'record-progress-payment',
  z.infer<typeof recordProgressPaymentInput>,
  undefined,
  { readonly paid: string }
>({
  name: 'record-progress-payment',
  title: { zh: '登记工程进度款', en: 'Record progress payment' },
  step: 6,
  clause: '二(三)6',
  input: recordProgressPaymentInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/paidOn', input.paidOn]]);
    if (!past.ok) return past;
    const contract = contractOf(project, input.contractNo);
    if (contract === undefined) return noSuchContract();

    const most = payable(contract, project);
    const paid = decimalOf(project.works.paid[input.contractNo] ?? 0);
    const payment = decimalOf(input.amount);
    const measured = input.measured === undefined ? undefined : decimalOf(input.measured);
    const findings = paymentIsCovered({ contract: most, paid, payment, measured }, on, pack);
    const afterwards = paid.plus(payment);
    // The rule sounds an alarm; money beyond the contract is not booked at all.
    if (afterwards.greaterThan(most)) {
      return gateShut(findings.map((finding) => ({ ...finding, verdict: 'FAIL', code: 'OVERPAYMENT' })));
    }
    return granted({ outcome: 'recorded', result: { paid: printAmount(afterwards) }, findings });
  },
  apply(project, { input, result }) {
    const { works } = project;
    const paid = { ...works.paid, [input.contractNo]: result.paid };
    const month = input.paidOn.slice(0, 7);
    const inMonth = decimalOf(works.paidByMonth?.[month] ?? 0).plus(input.amount);
    const paidByMonth = { ...works.paidByMonth, [month]: printAmount(inMonth) };
    return { ...project, works: { ...works, paid, paidByMonth } };
  },
});
