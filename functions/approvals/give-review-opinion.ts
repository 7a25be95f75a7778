// A convened party gives its opinion.
import { giveReviewOpinion as act } from '../../domain/projects/approvals/give-review-opinion.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const giveReviewOpinion = humanAct(
  act,
  restsOn(({ sheet }) => [['/sheet', sheet]]),
);
