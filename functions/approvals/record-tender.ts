// The street records how its contracts were given out.
import { recordTender as act } from '../../domain/projects/approvals/record-tender.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordTender = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
