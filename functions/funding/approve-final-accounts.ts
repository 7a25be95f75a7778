// Finance approves the audited final accounts.
import { approveFinalAccounts as act } from '../../domain/projects/funding/approve-final-accounts.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const approveFinalAccounts = humanAct(act, (ports, { input: { document } }) =>
  papersOnFile(ports, [['/document', document]]),
);
