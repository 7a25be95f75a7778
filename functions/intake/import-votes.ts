// Imports the votes of one ballot from an uploaded spreadsheet, held against the frozen roll: all of them or none.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { countVotes, matchVotes, type VoteCounts } from '../../domain/roster/votes.ts';
import { permitRosterAct, type RosterRequest } from '../runtime/append-roster-entry.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';
import { putInVault } from '../runtime/vault-papers.ts';
import { compareWithSheets } from './compare-with-sheets.ts';
import { keepSpreadsheetInVault, openSpreadsheet } from './open-spreadsheet.ts';
import { readVotes } from './read-votes.ts';

export interface ImportVotesRequest extends RosterRequest {
  /** SHA-256 of the uploaded spreadsheet. */
  readonly sha256: string;
  readonly rollHash: string;
}

export interface ImportedVotes {
  /** SHA-256 of the votes in the vault: what the tally names. */
  readonly votesSha256: string;
  readonly counts: VoteCounts;
}

export async function importVotes(ports: Ports, request: ImportVotesRequest): Promise<Outcome<ImportedVotes>> {
  const { neighbourhood, rollHash, sha256 } = request;
  const permitted = permitRosterAct('import-votes', request);
  if (!permitted.ok) return permitted;
  const roll = await loadFrozenRoll(ports, neighbourhood.code, rollHash);
  if (!roll.ok) return roll;
  const spreadsheet = await openSpreadsheet(ports, sha256);
  if (!spreadsheet.ok) return spreadsheet;
  const entered = await readVotes(spreadsheet.value);
  if (!entered.ok) return entered;

  const { votes, problems } = matchVotes(roll.value, entered.value.rows);
  if (problems.length > 0) return entered.value.refuse(problems);
  const differing = await compareWithSheets(ports, neighbourhood.code, roll.value, entered.value.rows);
  if (differing.length > 0) return entered.value.refuse(differing);
  await keepSpreadsheetInVault(ports, spreadsheet.value);
  const votesSha256 = await putInVault(ports, { holds: 'VOTES', rollHash, source: sha256, votes: [...votes] });
  return granted({ votesSha256, counts: countVotes(roll.value, votes) });
}
