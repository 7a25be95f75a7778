// Reads a filled votes template: every bad cell is told, and either all rows come back or none.
import type { CellValue } from 'hucre/xlsx';
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import { VOTES, type Vote } from '../../domain/policy/rules/double-majority.ts';
import { unitOf } from '../../domain/roster/roster.ts';
import { VOTE_TITLES, type VoteProblem, type VoteRow } from '../../domain/roster/votes.ts';
import { areaOf, textOf } from './cell-values.ts';
import { readDoor } from './door-cells.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { refuseSheet, type SheetProblem } from './sheet-problems.ts';
import { VOTES_SHEET, type VotesColumn } from './sheet-templates.ts';

export interface EnteredVotes {
  readonly rows: readonly VoteRow[];
  /** Refuses rows that do not fit the roll, in the cells where people entered them. */
  refuse(problems: readonly VoteProblem[]): ReturnType<typeof refuseSheet>;
}

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['', false],
]);

type Report = (column: VotesColumn, says: Bilingual) => void;

export async function readVotes(bytes: Uint8Array): Promise<Outcome<EnteredVotes>> {
  const sheet = await readSheet(bytes, VOTES_SHEET);
  if (!sheet.ok) return sheet;
  const { name, letterOf, rows } = sheet.value;
  const problems: SheetProblem[] = [...sheet.value.problems];
  const votes = rows.flatMap((row) => {
    const report: Report = (column, says) =>
      problems.push({ sheet: name, row: row.row, column: letterOf(column), says });
    return readVote(row, report) ?? [];
  });
  if (problems.length > 0) return refuseSheet(problems);
  return granted({
    rows: votes,
    refuse: (found) =>
      refuseSheet(found.map(({ row, code, says }) => ({ sheet: name, row, column: letterOf(columnOf(code)), says }))),
  });
}

function readVote(row: SheetRow<VotesColumn>, report: Report): VoteRow | undefined {
  const door = readDoor(row, report);
  const area = areaOf(row.cell('area'));
  if (area === undefined && textOf(row.cell('area')) !== '') report('area', AREA);
  const vote = voteOf(row.cell('vote'));
  if (vote === undefined) report('vote', VOTE);
  const publishRoom = ANSWERS.get(textOf(row.cell('publishRoom')));
  if (publishRoom === undefined) report('publishRoom', ANSWER);
  if (publishRoom === true && isBlank(row.cell('vote'))) report('vote', ANSWER_WITHOUT_VOTE);
  if (vote === undefined || publishRoom === undefined) return undefined;
  return { row: row.row, unit: unitOf(door), vote, publishRoom, ...(area !== undefined && { area }) };
}

function voteOf(value: CellValue | undefined): Vote | undefined {
  const text = textOf(value);
  return text === '' ? 'NOT_RETURNED' : VOTES.find((vote) => VOTE_TITLES[vote].zh === text);
}

const isBlank = (value: CellValue | undefined): boolean => textOf(value) === '';

function columnOf(code: VoteProblem['code']): VotesColumn {
  switch (code) {
    case 'UNKNOWN_UNIT':
    case 'ENTERED_TWICE':
      return 'room';
    case 'CONTRADICTING':
      return 'vote';
    case 'AREA_DIFFERS':
      return 'area';
  }
}

const AREA: Bilingual = {
  zh: '面积不是数字；请保留模板预填的面积',
  en: 'the area is no number: leave the area as the template had it',
};
const VOTE: Bilingual = {
  zh: `请填写 ${Object.values(VOTE_TITLES)
    .map(({ zh }) => zh)
    .join('、')} 之一；空白视为未交`,
  en: `write one of ${Object.values(VOTE_TITLES)
    .map(({ zh }) => zh)
    .join(', ')}; blank means 未交`,
};
const ANSWER: Bilingual = { zh: '请填写 是 或 否；空白视为否', en: 'write 是 or 否; blank means 否' };
const ANSWER_WITHOUT_VOTE: Bilingual = {
  zh: '填了“公示房号同意”而没有意见，请核对原表补填',
  en: 'there is an answer on publishing the room but no vote: check the signed form',
};
