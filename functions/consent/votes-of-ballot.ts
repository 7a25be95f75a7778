// Takes the votes of a ballot from the vault, each joined with its unit of the frozen roll.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Ballot } from '../../domain/projects/consent/record.ts';
import { ballotUnderCount, type VotesOfRoll } from '../../domain/projects/consent/tally.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadBallotUnits } from '../runtime/load-votes.ts';

export async function votesOfBallot(
  ports: Ports,
  { projectId, neighbourhood }: Project,
  ballot: Ballot | undefined,
  votesSha256: string,
): Promise<Outcome<VotesOfRoll>> {
  const { rollHash } = ballotUnderCount(ballot, projectId);
  const units = await loadBallotUnits(ports, { neighbourhoodCode: neighbourhood.code, rollHash, votesSha256 });
  return units.ok ? granted({ units: units.value }) : units;
}
