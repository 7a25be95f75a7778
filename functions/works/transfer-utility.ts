// A shared facility goes to its specialised unit.
import { transferUtility as act } from '../../domain/projects/works/transfer-utility.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const transferUtility = humanAct(
  act,
  restsOn(({ record, ownersDecision }) => [
    ['/record', record],
    ['/ownersDecision', ownersDecision],
  ]),
);
