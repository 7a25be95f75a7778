// Holds a project up.
import { suspendProject as act } from '../../domain/projects/standing/suspend-project.ts';
import { humanAct } from '../runtime/human-act.ts';

export const suspendProject = humanAct(act);
