// The street opens the dedicated account once the application is in.
import { openAccount as act } from '../../domain/projects/funding/open-account.ts';
import { humanAct } from '../runtime/human-act.ts';

export const openAccount = humanAct(act);
