// Takes the preliminary design in, and computes what it costs whom.
import { submitDesign as act } from '../../domain/projects/consent/submit-design.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const submitDesign = humanAct(
  act,
  restsOn(({ document }) => [['/document', document]]),
);
