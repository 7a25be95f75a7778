// A problem is resolved on site.
import { resolveSiteProblem as act } from '../../domain/projects/works/resolve-site-problem.ts';
import { humanAct } from '../runtime/human-act.ts';

export const resolveSiteProblem = humanAct(act);
