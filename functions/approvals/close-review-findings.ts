// The street shows that findings have been put right.
import { closeReviewFindings as act } from '../../domain/projects/approvals/close-review-findings.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const closeReviewFindings = humanAct(
  act,
  restsOn(({ remedy }) => [['/remedy', remedy]]),
);
