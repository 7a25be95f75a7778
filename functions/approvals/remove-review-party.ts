// The lead department takes a party out of the review.
import { removeReviewParty as act } from '../../domain/projects/approvals/remove-review-party.ts';
import { humanAct } from '../runtime/human-act.ts';

export const removeReviewParty = humanAct(act);
