// Lets a suspended project go on from where it stood.
import { resumeProject as act } from '../../domain/projects/standing/resume-project.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const resumeProject = humanAct(
  act,
  restsOn(({ exception }) => [['/exception', exception]]),
);
