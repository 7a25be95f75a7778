// Records a named decision on a neighbourhood's eligibility.
import { determineEligibility as act } from '../../domain/projects/consent/determine-eligibility.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const determineEligibility = humanAct(
  act,
  restsOn(({ document }) => [['/document', document]]),
);
