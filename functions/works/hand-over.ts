// The street hands over to those who maintain.
import { handOver as act } from '../../domain/projects/works/hand-over.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const handOver = humanAct(
  act,
  restsOn(({ handovers }) => handovers.map(({ list }, index) => [`/handovers/${index}/list`, list])),
);
