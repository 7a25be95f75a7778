// The employer files the completion.
import { fileCompletion as act } from '../../domain/projects/works/file-completion.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const fileCompletion = humanAct(
  act,
  restsOn(({ documents: { K6, K7 } }) => [
    ['/documents/K6', K6],
    ['/documents/K7', K7],
  ]),
);
