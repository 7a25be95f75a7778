// The works are reported complete.
import { reportCompletion as act } from '../../domain/projects/works/report-completion.ts';
import { humanAct } from '../runtime/human-act.ts';

export const reportCompletion = humanAct(act);
