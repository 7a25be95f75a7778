// Checks eligibility again; an exclusion holds the project up.
import { recheckEligibility as act } from '../../domain/projects/standing/recheck-eligibility.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recheckEligibility = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
