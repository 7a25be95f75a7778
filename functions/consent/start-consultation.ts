// Starts the consultation of the owners on a frozen roll.
import { startConsultation as act } from '../../domain/projects/consent/start-consultation.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { findFrozenRoll } from './find-frozen-roll.ts';

export const startConsultation = humanAct(act, async (ports, { project, input }) => {
  const form = await papersOnFile(ports, [['/form', input.form]]);
  return form.ok ? findFrozenRoll(ports, project, 'WILLINGNESS', input.rollHash) : form;
});
