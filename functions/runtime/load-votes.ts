// Gives back imported votes, alone or joined with their roll as the rule of the ballot counts them.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { BallotUnit } from '../../domain/policy/rules/double-majority.ts';
import type { Ports } from '../../domain/ports.ts';
import { ballotUnits } from '../../domain/roster/votes.ts';
import { loadFrozenRoll } from './load-frozen-roll.ts';
import { takeFromVault, type VaultVotes, vaultVotes } from './vault-papers.ts';

export async function loadVotes(ports: Ports, votesSha256: string): Promise<Outcome<VaultVotes>> {
  const votes = await takeFromVault(ports, votesSha256, vaultVotes);
  if (votes !== undefined) return granted(votes);
  return refused('NOT_FOUND', {
    zh: '没有找到录入的意见，或已按保存期限销毁；请先导入意见',
    en: 'There are no such imported votes, or their time is over: import the votes first',
  });
}

export interface BallotRef {
  readonly neighbourhoodCode: string;
  readonly rollHash: string;
  readonly votesSha256: string;
}

export async function loadBallotUnits(
  ports: Ports,
  { neighbourhoodCode, rollHash, votesSha256 }: BallotRef,
): Promise<Outcome<readonly BallotUnit[]>> {
  const roll = await loadFrozenRoll(ports, neighbourhoodCode, rollHash);
  if (!roll.ok) return roll;
  const votes = await loadVotes(ports, votesSha256);
  if (!votes.ok) return votes;
  if (votes.value.rollHash !== rollHash) {
    return refused('MALFORMED', {
      zh: '这些意见是按另一份冻结名册录入的；请按本次表决的冻结名册重新导入',
      en: 'These votes were entered for another frozen roll: import them again for the roll of this ballot',
    });
  }
  return granted(ballotUnits(roll.value, votes.value.votes));
}
