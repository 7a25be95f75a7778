// Records that the body published the plan.
import { publishPlan as act } from '../../domain/projects/consent/publish-plan.ts';
import { humanAct } from '../runtime/human-act.ts';

export const publishPlan = humanAct(act);
