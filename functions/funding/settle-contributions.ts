// The street settles what the residents get back or still owe, by the roll that was frozen for the ballot on the plan.
import { Fault, granted } from '../../domain/errors.ts';
import { settleContributions as act } from '../../domain/projects/funding/settle-contributions.ts';
import { humanAct } from '../runtime/human-act.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';

export const settleContributions = humanAct(act, async (ports, { project }) => {
  const rollHash = project.consent.planBallot?.rollHash;
  if (rollHash === undefined) throw new Fault('CORRUPT', `project ${project.projectId} has no roll`);
  const roll = await loadFrozenRoll(ports, project.neighbourhood.code, rollHash);
  return roll.ok ? granted({ owners: roll.value.units.map(({ unit, area }) => ({ unit, area })) }) : roll;
});
