// Opens the ballot on the plan, over a frozen roll.
import { openBallot as act } from '../../domain/projects/consent/open-ballot.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { findFrozenRoll } from './find-frozen-roll.ts';

export const openBallot = humanAct(act, async (ports, { project, input }) => {
  const form = await papersOnFile(ports, [['/form', input.form]]);
  return form.ok ? findFrozenRoll(ports, project, 'PLAN', input.rollHash) : form;
});
