// A party shows that it has done what the project asks of it.
import { dischargeDuty as act } from '../../domain/projects/programme/discharge-duty.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const dischargeDuty = humanAct(
  act,
  restsOn(({ evidence }) => [['/evidence', evidence]]),
);
