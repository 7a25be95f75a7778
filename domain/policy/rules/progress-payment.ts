// Progress payments that run past the contract: an alarm for the tracking audit (SU-04).
import type { Decimal } from 'decimal.js';
import { decimalOf, printAmount } from '../../money/money.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export interface ProgressPayment {
  readonly contract: Decimal;
  /** Paid before this payment. */
  readonly paid: Decimal;
  readonly payment: Decimal;
  /** Value of the work done so far, as measured. */
  readonly measured?: Decimal | undefined;
}

/** Overpaid progress is a standing finding of audits (多支付工程进度款, Renshou County 2024). */
export const paymentIsCovered: Question<ProgressPayment> = ({ contract, paid, payment, measured }, _on, pack) => {
  const afterwards = decimalOf(paid).plus(payment);
  const overContract = afterwards.greaterThan(contract);
  const overWork = measured !== undefined && afterwards.greaterThan(measured);
  const facts = {
    contract: printAmount(contract),
    paid: printAmount(paid),
    payment: printAmount(payment),
    measured: measured === undefined ? null : printAmount(measured),
  };
  const figures = { afterwards: printAmount(afterwards) };
  if (overContract) {
    const says = { zh: '付款将超过合同价', en: 'The payment would exceed the contract' };
    return [ruleFinding(pack, 'SU-04', { verdict: 'WARN', code: 'PAID_OVER_CONTRACT', says, facts, figures })];
  }
  if (overWork) {
    const says = { zh: '付款将超过已完成工程量', en: 'The payment would exceed the work done' };
    return [ruleFinding(pack, 'SU-04', { verdict: 'WARN', code: 'PAID_OVER_WORK', says, facts, figures })];
  }
  const says = { zh: '付款在合同和已完成工程量之内', en: 'The payment is covered by contract and work' };
  return [ruleFinding(pack, 'SU-04', { verdict: 'PASS', code: 'PAYMENT_COVERED', says, facts, figures })];
};
