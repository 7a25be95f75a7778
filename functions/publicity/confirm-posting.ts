// Confirms one posting place with a photo; the last one starts the count.
import { confirmPosting as act } from '../../domain/projects/publicity/confirm-posting.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const confirmPosting = humanAct(
  act,
  restsOn(({ photo }) => [['/photo', photo]]),
);
