// A petition is answered.
import { answerPetition as act } from '../../domain/projects/programme/answer-petition.ts';
import { humanAct } from '../runtime/human-act.ts';
import { letterOnFile } from './letters-in-vault.ts';

export const answerPetition = humanAct(act, (ports, { project, input }) =>
  letterOnFile(ports, project.projectId, ['/answer', input.answer]),
);
