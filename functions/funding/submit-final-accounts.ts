// The street hands in the final accounts for audit.
import { submitFinalAccounts as act } from '../../domain/projects/funding/submit-final-accounts.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const submitFinalAccounts = humanAct(act, (ports, { input: { document } }) =>
  papersOnFile(ports, [['/document', document]]),
);
