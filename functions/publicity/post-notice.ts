// Makes the notice ready: the papers that will hang, and where.
import { postNotice as act } from '../../domain/projects/publicity/post-notice.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const postNotice = humanAct(
  act,
  restsOn(({ documents: { F3, F4, P2 } }) => [
    ['/documents/F3', F3],
    ['/documents/F4', F4],
    ['/documents/P2', P2],
  ]),
);
