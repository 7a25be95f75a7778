// Residents who watch over the works are listed; their roster stays a paper.
import { registerResidentSupervisors as act } from '../../domain/projects/works/register-resident-supervisors.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const registerResidentSupervisors = humanAct(
  act,
  restsOn(({ roster }) => [['/roster', roster]]),
);
