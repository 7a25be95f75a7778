// The joint acceptance is recorded.
import { recordAcceptance as act } from '../../domain/projects/works/record-acceptance.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordAcceptance = humanAct(
  act,
  restsOn(({ report }) => [['/report', report]]),
);
