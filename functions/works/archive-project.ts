// The archives take the papers over.
import { archiveProject as act } from '../../domain/projects/works/archive-project.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const archiveProject = humanAct(
  act,
  restsOn(({ list }) => [['/list', list]]),
);
