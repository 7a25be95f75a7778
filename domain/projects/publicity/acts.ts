// The acts of publicity by name: notice, posting, objections, mediation (二(三)3).
import { closePublicity } from './close-publicity.ts';
import { confirmPosting } from './confirm-posting.ts';
import { fileObjection } from './file-objection.ts';
import { interruptPublicity } from './interrupt-publicity.ts';
import { postNotice } from './post-notice.ts';
import { recordMediation } from './record-mediation.ts';
import { reportPosterDown } from './report-poster-down.ts';

export const PUBLICITY_ACTS = {
  'post-notice': postNotice,
  'confirm-posting': confirmPosting,
  'report-poster-down': reportPosterDown,
  'interrupt-publicity': interruptPublicity,
  'file-objection': fileObjection,
  'record-mediation': recordMediation,
  'close-publicity': closePublicity,
};
