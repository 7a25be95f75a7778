// Money of a special line is paid.
import { paySpecialLine as act } from '../../domain/projects/programme/pay-special-line.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const paySpecialLine = humanAct(
  act,
  restsOn(({ certificate }) => [['/certificate', certificate]]),
);
