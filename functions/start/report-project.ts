// The street reports the confirmed project to the leading group.
import { reportProject as act } from '../../domain/projects/start/report-project.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const reportProject = humanAct(act, (ports, { input: { document } }) =>
  papersOnFile(ports, [['/document', document]]),
);
