// The drawing-review institution reports what it found.
import { recordExPostReview as act } from '../../domain/projects/approvals/record-ex-post-review.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordExPostReview = humanAct(
  act,
  restsOn(({ report }) => [['/report', report]]),
);
