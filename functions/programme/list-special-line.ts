// A special-line work is listed beside the project.
import { listSpecialLine as act } from '../../domain/projects/programme/list-special-line.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const listSpecialLine = humanAct(
  act,
  restsOn(({ document }) => [['/document', document]]),
);
