// The lead department convenes a round of the joint review.
import { conveneJointReview as act } from '../../domain/projects/approvals/convene-joint-review.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const conveneJointReview = humanAct(
  act,
  restsOn(({ notice }) => [['/notice', notice]]),
);
