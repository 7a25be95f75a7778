// The works start.
import { startWorks as act } from '../../domain/projects/approvals/start-works.ts';
import { humanAct } from '../runtime/human-act.ts';

export const startWorks = humanAct(act);
