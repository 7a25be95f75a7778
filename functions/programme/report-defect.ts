// A defect shows after the acceptance.
import { reportDefect as act } from '../../domain/projects/programme/report-defect.ts';
import { humanAct } from '../runtime/human-act.ts';

export const reportDefect = humanAct(act);
