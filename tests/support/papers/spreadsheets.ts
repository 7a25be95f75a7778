// Makes spreadsheets for tests: filled as people fill them, and taken apart as only attackers do.
import { buffer } from 'node:stream/consumers';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { ZipFile } from 'yazl';

export const ROSTER_TITLES = [
  '幢',
  '单元',
  '室号',
  '专有面积㎡',
  '产权建筑面积㎡',
  '业主姓名',
  '证件号码',
  '联系电话',
  '户类型',
];
export const VOTES_TITLES = ['幢', '单元', '室号', '面积', '意见', '公示房号同意'];

/** One good row: 3-2-0501. */
export const GOOD_ROW: readonly CellValue[] = [
  '3',
  '2',
  '0501',
  '88.15',
  '102.40',
  '张三',
  '330302196001010011',
  '13800000001',
  '住宅',
];

/** A workbook with one sheet: titles in row 1, rows from row 2. */
export function workbook(
  titles: readonly CellValue[],
  rows: readonly (readonly CellValue[])[],
  more: Partial<WriteSheet> = {},
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '名册', rows: [titles, ...rows].map((row) => [...row]), ...more }] });
}

export const roster = (rows: readonly (readonly CellValue[])[], more: Partial<WriteSheet> = {}) =>
  workbook(ROSTER_TITLES, rows, more);

export const votes = (rows: readonly (readonly CellValue[])[]) => workbook(VOTES_TITLES, rows, { name: '意见' });

/** The good row with some cells changed. */
export function rowWith(changes: Readonly<Record<number, CellValue>>): CellValue[] {
  return GOOD_ROW.map((value, place) => (place in changes ? (changes[place] ?? null) : value));
}

/** A zip of the given files, in order. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content), path, { mtime: new Date(0) });
  }
  archive.end();
  return buffer(archive.outputStream);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook whose one sheet has exactly this XML. */
export function partsOf(sheetXml: string): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
  };
}

/** Sheet XML with these rows inside. */
export const sheetXml = (rows: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

/** `<row>` with text cells from column A. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, place) => {
    const reference = `${String.fromCharCode(65 + place)}${row}`;
    return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** The bytes with every occurrence of one text replaced by another of the same length. */
export function overwrite(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

const CENTRAL_ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** Changes the directory record of a file, not the file: what the archive declares, not what it holds. */
export function withDirectoryEntry(bytes: Buffer, path: string, change: (record: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(CENTRAL_ENTRY); at !== -1; at = copy.indexOf(CENTRAL_ENTRY, at + 4)) {
    const record = copy.subarray(at);
    if (record.toString('utf8', 46, 46 + record.readUInt16LE(28)) === path) change(record);
  }
  return copy;
}
