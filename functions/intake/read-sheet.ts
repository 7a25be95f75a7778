// Reads the filled sheet of one of our templates: finds it by its titles, streams its rows, notes formulas and merged cells.
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { columnLetters, inspectSheet, type SheetMarks, SheetTooLarge } from './inspect-sheet.ts';
import type { SheetProblem } from './sheet-problems.ts';
import { printedTitle, type SheetTemplate } from './sheet-templates.ts';
import { openWorkbook } from './workbook-guard.ts';
import { type Worksheet, worksheetsOf } from './workbook-sheets.ts';

export interface SheetRow<Key extends string> {
  /** As Excel shows it, from 1. */
  readonly row: number;
  cell(key: Key): CellValue | undefined;
}

export interface FilledSheet<Key extends string> {
  readonly name: string;
  /** Letter of a column, as Excel shows it. */
  letterOf(key: Key): string;
  /** Rows with something in them below the titles. */
  readonly rows: readonly SheetRow<Key>[];
  /** Formulas and merged cells among the rows. */
  readonly problems: readonly SheetProblem[];
}

/** Our template has its titles in row 1; people put headings above them. */
const TITLES_WITHIN = 20;
const MAXIMUM_SHEETS = 20;
/** The largest neighbourhood of the district has some 4,000 units. */
const MAXIMUM_UNITS = 20_000;

export async function readSheet<Key extends string>(
  bytes: Uint8Array,
  template: SheetTemplate<Key>,
): Promise<Outcome<FilledSheet<Key>>> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  try {
    const worksheets = worksheetsOf(opened.value.parts);
    if (worksheets.length > MAXIMUM_SHEETS) return refused('UNREADABLE_PAPER', TOO_LARGE);
    // Every part is inspected before any is read: the reader finds its way through the workbook by itself.
    const marks = new Map([...opened.value.sheets].map(([path, xml]) => [path, inspectSheet(xml)]));
    const found: Found<Key>[] = [];
    for (const worksheet of worksheets) {
      // The reader builds the texts of the whole workbook anew for every sheet: not for one that is too narrow to be ours.
      if (!hasTitles(marks.get(worksheet.path)?.columns ?? 0, template)) continue;
      const sheet = await findTitles(opened.value.bytes, worksheet, template);
      if (sheet !== undefined) found.push(sheet);
    }
    return fillIn(found, marks, template);
  } catch (error) {
    // The reader holds nothing of ours: whatever it throws, the workbook made it throw.
    return refused('UNREADABLE_PAPER', error instanceof SheetTooLarge ? TOO_LARGE : DAMAGED);
  }
}

interface Found<Key extends string> {
  readonly worksheet: Worksheet;
  readonly titlesRow: number;
  /** Place of each column, from 0. */
  readonly places: ReadonlyMap<Key, number>;
  readonly rows: readonly { readonly row: number; readonly values: readonly CellValue[] }[];
}

async function findTitles<Key extends string>(
  bytes: Uint8Array,
  worksheet: Worksheet,
  template: SheetTemplate<Key>,
): Promise<Found<Key> | undefined> {
  let titles: { row: number; places: ReadonlyMap<Key, number> } | undefined;
  const rows: { row: number; values: readonly CellValue[] }[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: worksheet.index })) {
    const row = index + 1;
    if (titles !== undefined) {
      if (values.some((value) => value !== null && value !== '')) rows.push({ row, values });
    } else if (row <= TITLES_WITHIN) {
      const places = placesOf(template, values);
      if (hasTitles(places.size, template)) titles = { row, places };
    } else {
      return undefined;
    }
  }
  return titles && { worksheet, titlesRow: titles.row, places: titles.places, rows };
}

/** One matching word is a coincidence; with two thirds of the titles it is our sheet with a title spoilt. */
const hasTitles = (found: number, { columns }: SheetTemplate<string>): boolean => found * 3 >= columns.length * 2;

function placesOf<Key extends string>(template: SheetTemplate<Key>, values: readonly CellValue[]) {
  const written = values.map((value) => (typeof value === 'string' ? bareTitle(value) : ''));
  const places = new Map<Key, number>();
  for (const { key, title } of template.columns) {
    const place = written.findIndex((text) => text === bareTitle(printedTitle(title)) || text === bareTitle(title.zh));
    if (place !== -1) places.set(key, place);
  }
  return places;
}

const bareTitle = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function fillIn<Key extends string>(
  found: readonly Found<Key>[],
  marks: ReadonlyMap<string, SheetMarks>,
  template: SheetTemplate<Key>,
): Outcome<FilledSheet<Key>> {
  const [sheet, second] = found.filter(({ worksheet }) => !worksheet.hidden);
  if (sheet === undefined)
    return refused('MALFORMED', found.length > 0 ? hiddenSheet(template) : wrongTemplate(template));
  if (second !== undefined) return refused('MALFORMED', twoSheets(sheet.worksheet.name, second.worksheet.name));
  const missing = template.columns.filter(({ key }) => !sheet.places.has(key));
  if (missing.length > 0) {
    return refused(
      'MALFORMED',
      missingColumns(
        sheet.worksheet.name,
        missing.map(({ title }) => title),
      ),
    );
  }
  const placeOf = (key: Key): number => sheet.places.get(key) ?? -1;
  const rows = sheet.rows
    .map(({ row, values }) => ({ row, cell: (key: Key) => values[placeOf(key)] }))
    .filter(({ cell }) => template.columns.some(({ key }) => !isBlank(cell(key))));
  if (rows.length === 0) return refused('MALFORMED', noRows(sheet.worksheet.name));
  if (rows.length > MAXIMUM_UNITS) return refused('TOO_LARGE', tooManyRows(rows.length));
  return granted({
    name: sheet.worksheet.name,
    letterOf: (key) => columnLetters(placeOf(key) + 1),
    rows,
    problems: problemsOf(sheet, marks.get(sheet.worksheet.path)),
  });
}

const isBlank = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function problemsOf<Key extends string>(sheet: Found<Key>, marks: SheetMarks | undefined): readonly SheetProblem[] {
  const columns = new Set([...sheet.places.values()].map((place) => columnLetters(place + 1)));
  const problems: SheetProblem[] = [];
  const note = (reference: string, says: Bilingual) => {
    const [, column = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    const row = Number(digits);
    if (row > sheet.titlesRow && columns.has(column)) problems.push({ sheet: sheet.worksheet.name, row, column, says });
  };
  for (const cell of marks?.formulas ?? []) note(cell, FORMULA);
  for (const range of marks?.merges ?? []) note(range.split(':')[0] ?? '', MERGED);
  return problems;
}

const FORMULA: Bilingual = {
  zh: '是公式；请复制后选择“粘贴为数值”',
  en: 'is a formula: copy it and paste it as a value',
};
const MERGED: Bilingual = {
  zh: '是合并单元格；请取消合并，每一行都填写完整',
  en: 'is a merged cell: unmerge it and fill in every row',
};
const TOO_LARGE: Bilingual = {
  zh: '工作簿的行、列或工作表过多（含只有格式的空行空列）；请把内容复制到系统空白模板后重新上传',
  en: 'The workbook has too many rows, columns or sheets (empty formatted ones count): copy the contents into a blank template and upload that',
};
const DAMAGED: Bilingual = {
  zh: '工作簿内容损坏或格式异常，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 重新上传',
  en: 'The workbook is damaged or unusual inside and cannot be read: save it from Excel or WPS as .xlsx and upload that',
};

const wrongTemplate = ({ sheet, columns }: SheetTemplate<string>): Bilingual => ({
  zh: `没有找到“${sheet}”表的标题行（${columns.map(({ title }) => title.zh).join('、')}）；请下载系统模板填写`,
  en: `No row with the titles of the “${sheet}” sheet (${columns.map(({ title }) => title.en).join(', ')}): fill in our template`,
});
const hiddenSheet = ({ sheet }: SheetTemplate<string>): Bilingual => ({
  zh: `“${sheet}”表是隐藏的；请取消隐藏、核对内容后重新上传`,
  en: `The “${sheet}” sheet is hidden: unhide it, look through it and upload it again`,
});
const twoSheets = (one: string, other: string): Bilingual => ({
  zh: `“${one}”和“${other}”两张表都有标题行，无法确定用哪一张；请只保留一张`,
  en: `Both “${one}” and “${other}” have the titles: keep only the one that is meant`,
});
const missingColumns = (sheet: string, titles: readonly Bilingual[]): Bilingual => ({
  zh: `“${sheet}”表缺少这些列：${titles.map(({ zh }) => zh).join('、')}；没有内容的列也请保留标题`,
  en: `Sheet “${sheet}” lacks these columns: ${titles.map(({ en }) => en).join(', ')}; keep the titles of empty columns too`,
});
const noRows = (sheet: string): Bilingual => ({
  zh: `“${sheet}”表的标题行下面没有内容`,
  en: `Sheet “${sheet}” has nothing below its titles`,
});
const tooManyRows = (rows: number): Bilingual => ({
  zh: `表中有 ${rows} 行，超过 ${MAXIMUM_UNITS} 行；请按小区分别上传`,
  en: `The sheet has ${rows} rows, more than ${MAXIMUM_UNITS}: upload each neighbourhood by itself`,
});
