// Records that a poster was found down, which starts the count again.
import { reportPosterDown as act } from '../../domain/projects/publicity/report-poster-down.ts';
import { humanAct } from '../runtime/human-act.ts';

export const reportPosterDown = humanAct(act);
