// A complicated petition gets more time.
import { extendPetition as act } from '../../domain/projects/programme/extend-petition.ts';
import { humanAct } from '../runtime/human-act.ts';

export const extendPetition = humanAct(act);
