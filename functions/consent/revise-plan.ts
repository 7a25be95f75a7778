// Sends a plan back to be designed, voted on and posted again.
import { revisePlan as act } from '../../domain/projects/consent/revise-plan.ts';
import { humanAct } from '../runtime/human-act.ts';

export const revisePlan = humanAct(act);
