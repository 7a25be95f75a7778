// A defect has been repaired.
import { closeDefect as act } from '../../domain/projects/programme/close-defect.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const closeDefect = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
