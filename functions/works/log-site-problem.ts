// A problem is raised on site.
import { logSiteProblem as act } from '../../domain/projects/works/log-site-problem.ts';
import { humanAct } from '../runtime/human-act.ts';

export const logSiteProblem = humanAct(act);
