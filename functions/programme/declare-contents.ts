// The street says what the works touch.
import { declareContents as act } from '../../domain/projects/programme/declare-contents.ts';
import { humanAct } from '../runtime/human-act.ts';

export const declareContents = humanAct(act);
