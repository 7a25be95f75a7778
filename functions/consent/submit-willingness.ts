// Puts the owners' willingness before the street.
import { submitWillingness as act } from '../../domain/projects/consent/submit-willingness.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const submitWillingness = humanAct(
  act,
  restsOn(({ statement }) => [['/statement', statement]]),
);
