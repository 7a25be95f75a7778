// The street files the preliminary design with its estimate.
import { filePreliminaryDesign as act } from '../../domain/projects/approvals/file-preliminary-design.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const filePreliminaryDesign = humanAct(
  act,
  restsOn(({ design }) => [['/design', design]]),
);
