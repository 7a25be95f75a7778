// Votes entered from the signature forms, held against the frozen roll: unknown, double and contradicting ones found at once.
import type { Bilingual } from '../bilingual.ts';
import { decimalOf } from '../money/money.ts';
import type { BallotUnit, Vote } from '../policy/rules/double-majority.ts';
import { ownerIdOf, type Roster, sumOfAreas } from './roster.ts';

export const VOTE_TITLES: Readonly<Record<Vote, Bilingual>> = {
  AGREE: { zh: '同意', en: 'Agree' },
  DISAGREE: { zh: '不同意', en: 'Disagree' },
  ABSTAIN: { zh: '弃权', en: 'Abstain' },
  NOT_RETURNED: { zh: '未交', en: 'Not returned' },
  INVALID: { zh: '无效', en: 'Invalid' },
};

export interface UnitVote {
  readonly unit: string;
  readonly vote: Vote;
  /** The owner agrees that the room number is published in F4. */
  readonly publishRoom: boolean;
}

/** A vote as it was entered: `row` says where, `area` what the sheet said that the unit measures. */
export interface VoteRow extends UnitVote {
  readonly row: number;
  readonly area?: string;
}

export interface VoteProblem {
  readonly row: number;
  readonly unit: string;
  readonly code: 'UNKNOWN_UNIT' | 'ENTERED_TWICE' | 'CONTRADICTING' | 'AREA_DIFFERS';
  readonly says: Bilingual;
}

/** One vote for every unit of the roll, in the order of the roll; units without a row have not returned theirs. */
export function matchVotes(
  roll: Roster,
  rows: readonly VoteRow[],
): { readonly votes: readonly UnitVote[]; readonly problems: readonly VoteProblem[] } {
  const units = new Map(roll.units.map((unit) => [unit.unit, unit]));
  const entered = new Map<string, VoteRow>();
  const problems: VoteProblem[] = [];
  for (const row of rows) {
    const unit = units.get(row.unit);
    const earlier = entered.get(row.unit);
    if (unit === undefined) {
      problems.push({ row: row.row, unit: row.unit, code: 'UNKNOWN_UNIT', says: unknownUnit(row.unit) });
    } else if (earlier !== undefined) {
      problems.push({ row: row.row, unit: row.unit, ...secondEntry(earlier, row) });
    } else {
      entered.set(row.unit, row);
      if (row.area !== undefined && row.area !== unit.area) {
        problems.push({ row: row.row, unit: row.unit, code: 'AREA_DIFFERS', says: areaDiffers(row.area, unit.area) });
      }
    }
  }
  const votes = roll.units.map(({ unit }): UnitVote => {
    const { vote, publishRoom } = entered.get(unit) ?? { vote: 'NOT_RETURNED', publishRoom: false };
    return { unit, vote, publishRoom };
  });
  return { votes, problems };
}

/** Units and their area behind each vote. */
export type VoteCounts = Readonly<Record<Vote, { readonly units: number; readonly area: string }>>;

export function countVotes(roll: Roster, votes: readonly UnitVote[]): VoteCounts {
  const areas = new Map(roll.units.map(({ unit, area }) => [unit, area]));
  const count = (counted: Vote) => {
    const behind = votes.filter(({ vote }) => vote === counted).flatMap(({ unit }) => areas.get(unit) ?? []);
    return { units: behind.length, area: sumOfAreas(behind) };
  };
  return {
    AGREE: count('AGREE'),
    DISAGREE: count('DISAGREE'),
    ABSTAIN: count('ABSTAIN'),
    NOT_RETURNED: count('NOT_RETURNED'),
    INVALID: count('INVALID'),
  };
}

/** The units as the rule of the ballot (二(三)1, 二(三)3) counts them. */
export function ballotUnits(roll: Roster, votes: readonly UnitVote[]): readonly BallotUnit[] {
  const voteOf = new Map(votes.map(({ unit, vote }) => [unit, vote]));
  return roll.units.map((unit) => ({
    unit: unit.unit,
    ownerId: ownerIdOf(unit),
    area: decimalOf(unit.area),
    vote: voteOf.get(unit.unit) ?? 'NOT_RETURNED',
  }));
}

const unknownUnit = (unit: string): Bilingual => ({
  zh: `冻结名册中没有 ${unit}，请核对幢、单元、室号`,
  en: `${unit} is not on the frozen roll: check building, stairwell and room`,
});

function secondEntry(earlier: VoteRow, row: VoteRow): Pick<VoteProblem, 'code' | 'says'> {
  return earlier.vote === row.vote && earlier.publishRoom === row.publishRoom
    ? {
        code: 'ENTERED_TWICE',
        says: {
          zh: `${row.unit} 已在第 ${earlier.row} 行录入，请删去一行`,
          en: `${row.unit} was entered in row ${earlier.row} already: delete one of the two`,
        },
      }
    : {
        code: 'CONTRADICTING',
        says: {
          zh: `${row.unit} 与第 ${earlier.row} 行的录入不一致，请核对原表后只留一行`,
          en: `${row.unit} contradicts row ${earlier.row}: check the signed form and keep one of the two`,
        },
      };
}

const areaDiffers = (entered: string, frozen: string): Bilingual => ({
  zh: `面积 ${entered} 与冻结名册的 ${frozen} 不一致，请勿改动预填面积；名册有误的，先更正名册再冻结`,
  en: `area ${entered} differs from ${frozen} on the frozen roll: leave the area as it is, or correct the roster first`,
});
