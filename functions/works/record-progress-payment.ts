// A progress payment is recorded.
import { recordProgressPayment as act } from '../../domain/projects/works/record-progress-payment.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordProgressPayment = humanAct(
  act,
  restsOn(({ certificate }) => [['/certificate', certificate]]),
);
