// Representatives inspected the works.
import { recordRepresentativesVisit as act } from '../../domain/projects/programme/record-representatives-visit.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordRepresentativesVisit = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
