// The investment named in a study, a design or an approval: shares of it are compared, so it cannot be nil.
import { decimalOf } from '../../money/money.ts';
import { amountInput } from '../act-input.ts';

/** Yuan, more than nothing. */
export const estimateInput = amountInput.refine(
  (amount) => !decimalOf(amount).isZero(),
  '金额应大于零｜Must be more than nothing',
);
