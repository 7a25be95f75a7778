// The investment named in a study, a design or an approval: shares of it are compared, so it cannot be nil.
import { amountInput } from '../act-input.ts';

/** Yuan, more than nothing. A text that is no amount comes here too: it is looked at, not computed. */
export const estimateInput = amountInput.refine(
  (text) => !/^0(?:\.0+)?$/.test(text),
  '金额应大于零｜Must be more than nothing',
);
