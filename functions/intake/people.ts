// What is held about one owner of one unit: found in every roster and vote of the neighbourhood, for export and correction.
import type { Ports } from '../../domain/ports.ts';
import type { ImportedRoster } from '../../domain/roster/roster-ledger.ts';
import { loadRosterHistory } from '../runtime/append-roster-entry.ts';
import { loadProject } from '../runtime/load-project.ts';
import { takeFromVault, type VaultUnit, vaultRoster, vaultVotes } from '../runtime/vault-papers.ts';
import type { OwnerRow } from './read-roster.ts';

export interface PersonAt {
  /** 3-2-501 */
  readonly unit: string;
  /** As the person writes it: the proof that it is about this person. */
  readonly name: string;
}

export interface HeldInRoster {
  readonly importedAt: string;
  readonly inForce: boolean;
  readonly area: string;
  readonly name: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').replaceAll(/\s/g, '') === other.normalize('NFKC').replaceAll(/\s/g, '');

export async function unitsOf(ports: Ports, { vault }: ImportedRoster): Promise<readonly VaultUnit[] | undefined> {
  return (await takeFromVault(ports, vault, vaultRoster))?.units;
}

export const ownerIn = (unit: VaultUnit, { name }: PersonAt) => unit.owners.find((owner) => sameName(owner.name, name));

/** What is known of an owner, without the key that the ledgers use. */
export const peopleOnly = ({ name, idNumber, phone }: VaultUnit['owners'][number]): OwnerRow => ({
  name,
  ...(idNumber !== undefined && { idNumber }),
  ...(phone !== undefined && { phone }),
});

/** One row for each roster that still holds the person. */
export async function heldInRosters(ports: Ports, code: string, person: PersonAt): Promise<HeldInRoster[]> {
  const { imports } = await loadRosterHistory(ports, code);
  const held: HeldInRoster[] = [];
  for (const imported of imports) {
    const unit = (await unitsOf(ports, imported))?.find((each) => each.unit === person.unit);
    const owner = unit && ownerIn(unit, person);
    if (unit === undefined || owner === undefined) continue;
    held.push({
      importedAt: imported.at,
      inForce: imported === imports.at(-1),
      area: unit.area,
      ...peopleOnly(owner),
    });
  }
  return held;
}

export async function votesOfUnit(ports: Ports, projectId: string, unit: string) {
  const consent = (await loadProject(ports, projectId))?.consent;
  const tallies = [
    ['WILLINGNESS', consent?.willingness?.tally],
    ['PLAN', consent?.planBallot?.tally],
  ] as const;
  const found: { ballot: string; heldOn: string; vote: string; publishRoom: boolean }[] = [];
  for (const [ballot, tally] of tallies) {
    const kept = tally && (await takeFromVault(ports, tally.votes, vaultVotes));
    const vote = kept?.votes.find((each) => each.unit === unit);
    if (tally && vote) found.push({ ballot, heldOn: tally.heldOn, vote: vote.vote, publishRoom: vote.publishRoom });
  }
  return found;
}
