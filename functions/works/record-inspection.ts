// An inspection of the site is recorded.
import { recordInspection as act } from '../../domain/projects/works/record-inspection.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordInspection = humanAct(
  act,
  restsOn(({ sheet }) => [['/sheet', sheet]]),
);
