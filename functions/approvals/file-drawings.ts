// The employer uploads undertaking and drawings together.
import { fileDrawings as act } from '../../domain/projects/approvals/file-drawings.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const fileDrawings = humanAct(
  act,
  restsOn(({ documents: { A4, A5 } }) => [
    ['/documents/A4', A4],
    ['/documents/A5', A5],
  ]),
);
