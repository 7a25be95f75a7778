// Records that the street commissioned the preliminary design.
import { commissionDesign as act } from '../../domain/projects/consent/commission-design.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const commissionDesign = humanAct(
  act,
  restsOn(({ contract }) => [['/contract', contract]]),
);
