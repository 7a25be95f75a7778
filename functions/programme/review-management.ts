// The yearly look at the management after the works.
import { reviewManagement as act } from '../../domain/projects/programme/review-management.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const reviewManagement = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
