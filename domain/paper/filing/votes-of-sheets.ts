// Turns confirmed rows of sign sheets into one vote a unit: what is double, contradicting or unknown is said, never guessed.
import type { Bilingual } from '../../bilingual.ts';
import type { Vote } from '../../policy/rules/double-majority.ts';
import type { Roster } from '../../roster/roster.ts';
import type { UnitVote } from '../../roster/votes.ts';
import type { ConfirmedRow } from './row-confirmation.ts';

export interface SheetRowVote {
  /** Where the row stands: page id and place of the household in the roll. */
  readonly pageId: string;
  readonly no: number;
  readonly row: ConfirmedRow;
}

export const VOTE_NOTES = {
  UNKNOWN_UNIT: { zh: '签字表上的序号不在冻结名册中，不计票', en: 'The row is not on the frozen roll: not counted' },
  COUNTED_ONCE: {
    zh: '同一户交了几份且意见相同，只计一次',
    en: 'Handed in more than once with the same opinion: counted once',
  },
  CONTRADICTING: {
    zh: '同一户交了几份且意见不同，须核实后在其中一份注明“撤回前票”',
    en: 'Handed in more than once with different opinions: find out, and mark the one that withdraws the other',
  },
  WITHDRAWN: { zh: '后交的一份注明撤回前票，前一份不计', en: 'A later sheet withdraws this one: not counted' },
  INVALID: {
    zh: '多选、不选、无签字或代理无委托书，计为无效',
    en: 'Several, no opinion, no signature or no authorisation: invalid',
  },
  CO_OWNED: { zh: '共有房屋，由推举的一人签字，计一票', en: 'Co-owned: one of the owners signed for all, one vote' },
  CHANGED_OWNER: {
    zh: '名册冻结后业主有变动，以冻结名册的专有部分计票',
    en: 'The owner changed after the roll was frozen: the unit counts as on the roll',
  },
} as const satisfies Record<string, Bilingual>;

export type VoteNoteCode = keyof typeof VOTE_NOTES;

export interface VoteNote {
  readonly code: VoteNoteCode;
  readonly pageId: string;
  readonly no: number;
}

export interface VotesOfSheets {
  /** In the order of the roll; units without a row have not returned theirs. */
  readonly votes: readonly UnitVote[];
  readonly notes: readonly VoteNote[];
}

export function votesOfSheets(roll: Roster, rows: readonly SheetRowVote[]): VotesOfSheets {
  const notes: VoteNote[] = [];
  const note = (code: VoteNoteCode, { pageId, no }: SheetRowVote) => notes.push({ code, pageId, no });
  for (const row of rows) if (roll.units[row.no - 1] === undefined) note('UNKNOWN_UNIT', row);
  const byPlace = Map.groupBy(rows.filter(isReturned), ({ no }) => no);
  const votes = roll.units.map(({ unit, ownerKeys }, index): UnitVote => {
    const counted = countedRow(byPlace.get(index + 1) ?? [], note);
    if (counted === undefined) return { unit, vote: 'NOT_RETURNED', publishRoom: false };
    const vote = voteOf(counted.row);
    if (vote === 'INVALID') note('INVALID', counted);
    if (ownerKeys.length > 1) note('CO_OWNED', counted);
    if (counted.row.remarks.includes('CHANGED_OWNER')) note('CHANGED_OWNER', counted);
    return { unit, vote, publishRoom: vote === 'AGREE' && counted.row.publishRoom };
  });
  return { votes, notes };
}

/** Rows that nobody wrote in are no ballots. */
const isReturned = ({ row }: SheetRowVote): boolean => row.signature === 'SIGNED' || row.opinion !== 'NONE';

/** Several opinions, none, no signature, or a proxy without authorisation: invalid; nobody's will is presumed. */
export function voteOf({ signature, opinion, remarks }: ConfirmedRow): Vote {
  const spoilt = signature === 'BLANK' || opinion === 'NONE' || opinion === 'SEVERAL';
  return spoilt || remarks.includes('PROXY_WITHOUT_LETTER') ? 'INVALID' : opinion;
}

function countedRow(
  rows: readonly SheetRowVote[],
  note: (code: VoteNoteCode, row: SheetRowVote) => void,
): SheetRowVote | undefined {
  const withdrawing = rows.filter(({ row }) => row.remarks.includes('WITHDRAWS_EARLIER'));
  const standing = withdrawing.length > 0 ? withdrawing : rows;
  for (const row of rows) if (!standing.includes(row)) note('WITHDRAWN', row);
  const [first, ...others] = standing;
  for (const other of others) note(first && sameBallot(first, other) ? 'COUNTED_ONCE' : 'CONTRADICTING', other);
  return first;
}

const sameBallot = (a: SheetRowVote, b: SheetRowVote): boolean =>
  voteOf(a.row) === voteOf(b.row) && a.row.publishRoom === b.row.publishRoom;
