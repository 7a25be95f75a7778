// The street applies for the permit.
import { fileCombinedPermit as act } from '../../domain/projects/approvals/file-combined-permit.ts';
import { humanAct } from '../runtime/human-act.ts';

export const fileCombinedPermit = humanAct(act);
