// The acts of publicity with what each rests on; closing and interrupting are the system's own, and are here to be decided
// again by a replay.
import { closePublicity } from '../../domain/projects/publicity/close-publicity.ts';
import { interruptPublicity } from '../../domain/projects/publicity/interrupt-publicity.ts';
import { type ActTable, humanAct } from '../runtime/human-act.ts';
import { confirmPosting } from './confirm-posting.ts';
import { fileObjection } from './file-objection.ts';
import { postNotice } from './post-notice.ts';
import { recordMediation } from './record-mediation.ts';
import { reportPosterDown } from './report-poster-down.ts';

export const PUBLICITY = {
  'post-notice': postNotice,
  'confirm-posting': confirmPosting,
  'report-poster-down': reportPosterDown,
  'interrupt-publicity': humanAct(interruptPublicity),
  'file-objection': fileObjection,
  'record-mediation': recordMediation,
  'close-publicity': humanAct(closePublicity),
} satisfies ActTable;
