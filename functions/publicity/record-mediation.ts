// Records the outcome of a mediation.
import { recordMediation as act } from '../../domain/projects/publicity/record-mediation.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordMediation = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
