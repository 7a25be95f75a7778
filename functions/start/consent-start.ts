// The principal leader consents to the start or declines.
import { consentStart as act } from '../../domain/projects/start/consent-start.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const consentStart = humanAct(act, (ports, { input: { document } }) =>
  papersOnFile(ports, [['/document', document]]),
);
