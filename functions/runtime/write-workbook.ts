// Writes tables as one spreadsheet, a sheet each: every cell is text, so that nothing in it can turn into a formula.
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { csvOf } from '../../domain/programme/tables/csv.ts';
import type { Table } from '../../domain/programme/tables/table.ts';
import type { FileAnswer } from './answer.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Same tables, same bytes: the day of the policy stands where a workbook has the moment it was saved. */
const SAVED = new Date('2020-07-09T00:00:00Z');
const TEXT: CellStyle = { numFmt: '@' };
const TITLE: CellStyle = {
  ...TEXT,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
};
const WIDTH = 18;

export async function writeWorkbook(tables: readonly Table[], fileName: string): Promise<FileAnswer> {
  const bytes = await writeXlsx({
    sheets: tables.map(sheetOf),
    properties: { creator: 'Jiugai', created: SAVED, modified: SAVED },
  });
  return { bytes, mediaType: XLSX, fileName: `${fileName}.xlsx` };
}

export const writeCsv = (table: Table): FileAnswer => ({
  bytes: csvOf(table),
  mediaType: 'text/csv; charset=utf-8',
  fileName: `${table.title.zh}.csv`,
});

const sheetOf = ({ title, columns, rows, notes }: Table): WriteSheet => ({
  name: title.zh,
  columns: columns.map(() => ({ width: WIDTH, style: TEXT })),
  rows: [
    columns.map(({ zh, en }) => `${zh} ${en}`),
    ...rows.map((cells) => [...cells]),
    [],
    ...notes.map(({ zh, en }) => [`${zh}。${en}.`]),
  ],
  cells: new Map(columns.map((_, place) => [`0,${place}`, { style: TITLE }])),
  freezePane: { rows: 1 },
});
