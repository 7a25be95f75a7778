// What is wrong in which cell of a spreadsheet, and the one refusal that tells all of it.
import type { Bilingual } from '../../domain/bilingual.ts';
import { refused } from '../../domain/errors.ts';
import { columnNumber } from './inspect-sheet.ts';

export interface SheetProblem {
  readonly sheet: string;
  /** As Excel shows it, from 1. */
  readonly row: number;
  /** Letter as Excel shows it. */
  readonly column: string;
  /** What is wrong and what to do; never repeats a name, an id number or a phone. */
  readonly says: Bilingual;
}

/** More than anybody corrects in one go; the sentence tells how many there are in all. */
const PROBLEMS_TOLD = 200;

/** The first problem of each cell, from top to bottom; nothing of the sheet has been imported. */
export function refuseSheet(problems: readonly SheetProblem[]) {
  const perCell = new Map<string, SheetProblem>();
  for (const problem of problems) {
    const cell = `${problem.column}${problem.row}`;
    if (!perCell.has(cell)) perCell.set(cell, problem);
  }
  const inOrder = [...perCell.values()].sort(
    (a, b) => a.row - b.row || columnNumber(a.column) - columnNumber(b.column),
  );
  const told = Math.min(inOrder.length, PROBLEMS_TOLD);
  return refused(
    'MALFORMED',
    {
      zh: `表中有 ${inOrder.length} 处需要改正（列出 ${told} 处），未导入任何一行；请在原表改正后重新上传`,
      en: `${inOrder.length} places of the sheet need correction (${told} listed) and no row was imported: correct them and upload the sheet again`,
    },
    { fields: inOrder.slice(0, PROBLEMS_TOLD).map(fieldOf) },
  );
}

const fieldOf = ({ sheet, row, column, says }: SheetProblem) => ({
  path: `/${sheet.replaceAll('~', '~0').replaceAll('/', '~1')}/${row}/${column}`,
  says: {
    zh: `“${sheet}”表第 ${row} 行 ${column} 列：${says.zh}`,
    en: `Sheet “${sheet}”, row ${row}, column ${column}: ${says.en}`,
  },
});
