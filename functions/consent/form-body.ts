// Records the body that represents the owners.
import { formBody as act } from '../../domain/projects/consent/form-body.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const formBody = humanAct(
  act,
  restsOn(({ recognition }) => [['/recognition', recognition]]),
);
