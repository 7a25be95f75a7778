// Premises are gained for services of the neighbourhood.
import { gainPremises as act } from '../../domain/projects/programme/gain-premises.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const gainPremises = humanAct(
  act,
  restsOn(({ document }) => [['/document', document]]),
);
