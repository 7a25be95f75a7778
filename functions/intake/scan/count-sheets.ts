// Makes the votes of a ballot from the confirmed rows of its sheets, and says what is still to be collected.
import { many } from '../../../domain/bilingual.ts';
import { dateInShanghai } from '../../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../../domain/errors.ts';
import { canonicalJson } from '../../../domain/json.ts';
import { type StillNeeded, stillNeeded } from '../../../domain/paper/filing/still-needed.ts';
import {
  type SheetRowVote,
  VOTE_NOTES,
  type VoteNote,
  type VotesOfSheets,
  votesOfSheets,
} from '../../../domain/paper/filing/votes-of-sheets.ts';
import type { Actor } from '../../../domain/parties.ts';
import { packById } from '../../../domain/policy/packs.ts';
import { valueOn } from '../../../domain/policy/parameters/dated.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import type { Roster } from '../../../domain/roster/roster.ts';
import { countVotes, type VoteCounts } from '../../../domain/roster/votes.ts';
import { permitRosterAct } from '../../runtime/append-roster-entry.ts';
import { loadFrozenRoll } from '../../runtime/load-frozen-roll.ts';
import { findOwnProject } from '../../runtime/own-project.ts';
import { putInVault } from '../../runtime/vault-papers.ts';
import { type RowsOfBallot, rowsOfBallot } from './rows-of-ballot.ts';

export interface CountSheetsRequest {
  readonly actor: Actor;
  readonly projectId: string;
  readonly rollHash: string;
}

export interface CountedSheets {
  /** SHA-256 of the votes in the vault: what the tally names. */
  readonly votesSha256: string;
  readonly counts: VoteCounts;
  /** Everything that was not one plain ballot of one unit. */
  readonly notes: readonly VoteNote[];
}

/** Refused as long as a row waits for confirmation or two sheets contradict each other: votes are never guessed. */
export async function countSheets(ports: Ports, request: CountSheetsRequest): Promise<Outcome<CountedSheets>> {
  const gathered = await gatherRows(ports, request);
  if (!gathered.ok) return gathered;
  const { project, roll, rows, open } = gathered.value;
  const permitted = permitRosterAct('import-votes', { actor: request.actor, neighbourhood: project.neighbourhood });
  if (!permitted.ok) return permitted;
  if (open > 0) return rowsOpen(open);
  const counted = votesOfSheets(roll, rows);
  const contradicting = counted.notes.filter(({ code }) => code === 'CONTRADICTING');
  if (contradicting.length > 0) return contradictions(contradicting);
  const source = await keepRows(ports, request.rollHash, rows, counted);
  const votes = [...counted.votes];
  const votesSha256 = await putInVault(ports, { holds: 'VOTES', rollHash: request.rollHash, source, votes });
  return granted({ votesSha256, counts: countVotes(roll, votes), notes: counted.notes });
}

/** What has been confirmed so far; rows that wait for confirmation are not returned yet. */
export async function countStillNeeded(
  ports: Ports,
  request: CountSheetsRequest,
): Promise<Outcome<StillNeeded & { readonly unconfirmed: number }>> {
  const gathered = await gatherRows(ports, request);
  if (!gathered.ok) return gathered;
  const { project, roll, rows, open } = gathered.value;
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  const today = dateInShanghai(ports.clock.now());
  const rule = { share: valueOn(pack.ballotShare, today), countMode: valueOn(pack.countMode, today) };
  return granted({ ...stillNeeded(roll, votesOfSheets(roll, rows).votes, rule), unconfirmed: open });
}

interface GatheredRows extends RowsOfBallot {
  readonly project: Project;
  readonly roll: Roster;
}

async function gatherRows(
  ports: Ports,
  { actor, projectId, rollHash }: CountSheetsRequest,
): Promise<Outcome<GatheredRows>> {
  const project = await findOwnProject(ports, projectId, actor);
  if (!project.ok) return project;
  const roll = await loadFrozenRoll(ports, project.value.neighbourhood.code, rollHash);
  if (!roll.ok) return roll;
  const counted = await rowsOfBallot(ports, project.value, rollHash);
  return granted({ project: project.value, roll: roll.value, ...counted });
}

/** What the votes were made from, beside them in the vault: every row as confirmed, every note. */
async function keepRows(
  { papers, clock }: Ports,
  rollHash: string,
  rows: readonly SheetRowVote[],
  { notes }: VotesOfSheets,
): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson({ holds: 'SHEET_ROWS', rollHash, rows, notes }));
  const kept = { mediaType: 'application/json', paperClass: 'VAULT', storedAt: clock.now() } as const;
  return (await papers.put(bytes, kept)).sha256;
}

const rowsOpen = (open: number) =>
  refused('GATE_SHUT', {
    zh: `还有 ${open} 户的签字格没有确认完毕；请先逐户看图确认`,
    en: `${many(open, 'row')} of the sheets ${open === 1 ? 'is' : 'are'} not settled yet: confirm from the pictures first`,
  });

function contradictions(notes: readonly VoteNote[]) {
  const places = notes.map(({ no }) => no).join('、');
  const { zh, en } = VOTE_NOTES.CONTRADICTING;
  return refused('GATE_SHUT', { zh: `户序 ${places}：${zh}`, en: `Places ${places} of the roll: ${en}` });
}
