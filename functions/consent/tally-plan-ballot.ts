// Counts the ballot on the plan from the votes in the vault.
import { tallyPlanBallot as act } from '../../domain/projects/consent/tally-plan-ballot.ts';
import { humanAct } from '../runtime/human-act.ts';
import { votesOfBallot } from './votes-of-ballot.ts';

export const tallyPlanBallot = humanAct(act, (ports, { project, input }) =>
  votesOfBallot(ports, project, project.consent.planBallot, input.votes),
);
