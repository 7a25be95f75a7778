// The street applies for a neighbourhood in the annual round.
import { applyForRound as act } from '../../domain/projects/programme/apply-for-round.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const applyForRound = humanAct(
  act,
  restsOn(({ application }) => [['/application', application]]),
);
