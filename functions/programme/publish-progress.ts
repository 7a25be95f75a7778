// The employer tells the residents how far the works are.
import { publishProgress as act } from '../../domain/projects/programme/publish-progress.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const publishProgress = humanAct(
  act,
  restsOn(({ photo }) => [['/photo', photo]]),
);
