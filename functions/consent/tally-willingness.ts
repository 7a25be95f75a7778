// Counts the owners' willingness from the votes in the vault.
import { tallyWillingness as act } from '../../domain/projects/consent/tally-willingness.ts';
import { humanAct } from '../runtime/human-act.ts';
import { votesOfBallot } from './votes-of-ballot.ts';

export const tallyWillingness = humanAct(act, (ports, { project, input }) =>
  votesOfBallot(ports, project, project.consent.willingness, input.votes),
);
