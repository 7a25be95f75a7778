// A letter or visit about the project is registered.
import { registerPetition as act } from '../../domain/projects/programme/register-petition.ts';
import { humanAct } from '../runtime/human-act.ts';
import { letterOnFile } from './letters-in-vault.ts';

export const registerPetition = humanAct(act, (ports, { project, input }) =>
  letterOnFile(ports, project.projectId, ['/text', input.text]),
);
