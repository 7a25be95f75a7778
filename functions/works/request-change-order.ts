// The employer asks for a change of the works.
import { requestChangeOrder as act } from '../../domain/projects/works/request-change-order.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const requestChangeOrder = humanAct(
  act,
  restsOn(({ request }) => [['/request', request]]),
);
