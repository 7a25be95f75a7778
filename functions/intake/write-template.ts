// Writes one of our spreadsheets: an instructions sheet, and a sheet of text cells that nothing can turn into a formula.
import {
  type CellStyle,
  type CellValue,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { Bilingual } from '../../domain/bilingual.ts';
import { printedTitle, type SheetTemplate } from './sheet-templates.ts';

export interface FilledTemplate<Key extends string> {
  readonly template: SheetTemplate<Key>;
  readonly instructions: readonly Bilingual[];
  readonly rows: readonly Readonly<Partial<Record<Key, string>>>[];
  /** Empty rows below, in text format too: a 0501 typed into them keeps its zero. */
  readonly blankRows: number;
  /** Columns where only these words may stand. */
  readonly choices: Readonly<Partial<Record<Key, readonly string[]>>>;
}

/** Same rows, same bytes: the day of the policy stands where a workbook has the moment it was saved. */
const SAVED = new Date('2020-07-09T00:00:00Z');
const TEXT: CellStyle = { numFmt: '@' };
const TITLE: CellStyle = {
  ...TEXT,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
};

export function writeTemplate<Key extends string>(filled: FilledTemplate<Key>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [instructionsSheet(filled.instructions), rowsSheet(filled)],
    activeSheet: 1,
    properties: { creator: 'Jiugai', created: SAVED, modified: SAVED },
  });
}

function instructionsSheet(instructions: readonly Bilingual[]): WriteSheet {
  return {
    name: '填写说明',
    columns: [{ width: 70 }, { width: 90 }],
    rows: instructions.map(({ zh, en }) => [zh, en]),
  };
}

function rowsSheet<Key extends string>({ template, rows, blankRows, choices }: FilledTemplate<Key>): WriteSheet {
  const { columns } = template;
  const filled: CellValue[][] = rows.map((row) => columns.map(({ key }) => row[key] ?? null));
  const blank: CellValue[][] = Array.from({ length: blankRows }, () => columns.map(() => null));
  return {
    name: template.sheet,
    columns: columns.map(({ width }) => ({ width, style: TEXT })),
    rows: [columns.map(({ title }) => printedTitle(title)), ...filled, ...blank],
    cells: new Map(columns.map((_, place) => [`0,${place}`, { style: TITLE }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ key }, place): DataValidation[] => {
      const values = choices[key];
      const letter = colToLetter(place);
      const range = `${letter}2:${letter}${rows.length + blankRows + 1}`;
      return values === undefined ? [] : [{ type: 'list', values: [...values], allowBlank: true, range }];
    }),
  };
}
