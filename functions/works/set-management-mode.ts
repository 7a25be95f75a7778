// The street records how the neighbourhood is managed.
import { setManagementMode as act } from '../../domain/projects/works/set-management-mode.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const setManagementMode = humanAct(
  act,
  restsOn(({ document }) => [['/document', document]]),
);
