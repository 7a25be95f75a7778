// The street confirms a funded project.
import { confirmProject as act } from '../../domain/projects/start/confirm-project.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const confirmProject = humanAct(act, (ports, { input: { demolitionPlan } }) =>
  papersOnFile(ports, [['/demolitionPlan', demolitionPlan]]),
);
