// Records the refunds paid or the shortfall collected, receipt by receipt: together exactly what was settled.
import * as z from 'zod';
import { gateShut, granted, refused } from '../../errors.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { CHANNELS } from '../../policy/rules/arrival.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead } from '../act-input.ts';
import { positiveAmountInput, receiptInput, receiptsGivenTwice, unitInput } from './book-contributions.ts';

export const completeSettlementInput = z.strictObject({
  /** None if there was nothing to refund or to collect. */
  payments: z
    .array(
      z.strictObject({
        unit: unitInput.optional(),
        channel: z.enum(CHANNELS),
        amount: positiveAmountInput,
        paidOn: dayInput,
        receipt: receiptInput,
      }),
    )
    .max(2000),
});

export interface SettlementCompleted {
  readonly paid: string;
}

export const completeSettlement = defineAct<
  'complete-settlement',
  z.output<typeof completeSettlementInput>,
  undefined,
  SettlementCompleted
>({
  name: 'complete-settlement',
  title: { zh: '完成退补', en: 'Complete settlement' },
  step: 7,
  clause: '二(三)4',
  input: completeSettlementInput,

  decide({ project, input: { payments }, on, pack }) {
    const { settlement } = project.funding;
    if (settlement === undefined) {
      return refused('GATE_SHUT', { zh: '尚未结算多退少补。', en: 'Nothing is settled yet.' });
    }
    if (settlement.completedOn !== undefined) {
      return refused('NOT_NOW', {
        zh: `退补已于 ${settlement.completedOn} 完成。`,
        en: `The settlement was completed on ${settlement.completedOn}.`,
      });
    }
    const dates = notAhead(
      on,
      payments.map(({ paidOn }, index) => [`/payments/${index}/paidOn`, paidOn]),
    );
    if (!dates.ok) return dates;
    const twice = receiptsGivenTwice('payments', payments, []);
    if (twice.length > 0) return fieldsRefused(twice);

    const paid = sum(payments.map(({ amount }) => decimalOf(amount)));
    const missing = decimalOf(settlement.amount).minus(paid);
    const figures = { settled: settlement.amount, paid: printAmount(paid), missing: printAmount(missing) };
    const finding = ruleFinding(pack, 'A-10', {
      verdict: missing.isZero() ? 'PASS' : 'FAIL',
      code: missing.isZero() ? 'SETTLEMENT_COMPLETED' : 'SETTLEMENT_DIFFERS',
      says: missing.isZero()
        ? { zh: `退补完成，共 ${figures.paid} 元`, en: `Settled in full, ${figures.paid} yuan` }
        : {
            zh: `凭证合计 ${figures.paid} 元，与结算数 ${figures.settled} 元相差 ${figures.missing} 元`,
            en: `The receipts come to ${figures.paid} yuan, ${figures.settled} were settled: ${figures.missing} differ`,
          },
      facts: { direction: settlement.direction },
      figures,
    });
    if (!missing.isZero()) return gateShut([finding]);
    return granted({ outcome: 'completed', result: { paid: figures.paid }, findings: [finding] });
  },

  apply(project, { on }) {
    const { settlement } = project.funding;
    if (settlement === undefined) return project;
    return { ...project, funding: { ...project.funding, settlement: { ...settlement, completedOn: on } } };
  },

  outcome: ({ funding }) => (funding.settlement?.completedOn === undefined ? undefined : 'completed'),
});
