// The lead department closes the round, with the minutes if it passed.
import { issueReviewMinutes as act } from '../../domain/projects/approvals/issue-review-minutes.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const issueReviewMinutes = humanAct(
  act,
  restsOn(({ minutes }) => [['/minutes', minutes]]),
);
