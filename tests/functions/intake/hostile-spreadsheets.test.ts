// Spreadsheets that were made to hurt get a refusal with a sentence, never a fault and never a hang.
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../functions/intake/read-roster.ts';
import {
  GOOD_ROW,
  overwrite,
  partsOf,
  ROSTER_TITLES,
  roster,
  rowWith,
  sheetXml,
  textRow,
  withDirectoryEntry,
  zip,
} from '../../support/papers/spreadsheets.ts';

/** XML made of numbered pieces, so that it does not pack as small as a bomb. */
const numbered = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join('');

const TITLES = textRow(1, ROSTER_TITLES);
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const goodParts = () => partsOf(sheetXml(`${TITLES}${textRow(2, GOOD_ROW.map(String))}`));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAICAQB7CYF4AAAAAElFTkSuQmCC',
  'base64',
);

const NO_XLSX = /^Not an \.xlsx workbook/;
const DAMAGED = /damaged/;
const TOO_MUCH = /unpacks to too much/;
const TOO_MANY = /too many rows, columns or sheets/;

const HOSTILE: readonly (readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>, says: RegExp])[] = [
  ['a picture called .xlsx', () => PNG, NO_XLSX],
  ['no bytes at all', () => new Uint8Array(0), NO_XLSX],
  ['a zip that holds no workbook', () => zip({ 'a.txt': 'hello' }), NO_XLSX],
  [
    'a workbook behind a password',
    () => writeXlsx({ sheets: [{ name: '名册' }], encryption: { password: 'secret', spinCount: 1 } }),
    NO_XLSX,
  ],
  ['a workbook cut off in the middle', async () => (await roster([GOOD_ROW])).subarray(0, 1500), DAMAGED],
  ['a zip bomb', () => zip({ ...goodParts(), [SHEET]: Buffer.alloc(5_000_000) }), TOO_MUCH],
  [
    'a part that declares more than a roster can hold',
    async () => withDirectoryEntry(await zip(goodParts()), SHEET, (record) => record.writeUInt32LE(45_000_000, 24)),
    TOO_MUCH,
  ],
  [
    'many parts that are too much together',
    () => zip({ ...goodParts(), ...Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/${n}.xml`, ''])) }),
    TOO_MUCH,
  ],
  [
    'a directory that declares less than comes out',
    async () =>
      withDirectoryEntry(await zip({ ...goodParts(), [STRINGS]: Buffer.alloc(900_000) }), STRINGS, (record) =>
        record.writeUInt32LE(1_000, 24),
      ),
    DAMAGED,
  ],
  [
    'an entry marked as encrypted',
    async () =>
      withDirectoryEntry(await zip(goodParts()), SHEET, (record) =>
        record.writeUInt16LE(record.readUInt16LE(8) | 1, 8),
      ),
    /encrypted/,
  ],
  [
    'an entry with an absolute path',
    async () => overwrite(await zip({ ...goodParts(), 'xetc/passwd': '' }), 'xetc/passwd', '/etc/passwd'),
    DAMAGED,
  ],
  [
    'an entry that climbs out of the archive',
    async () => overwrite(await zip({ ...goodParts(), 'xl/aa/x.xml': '' }), 'xl/aa/x.xml', 'xl/../x.xml'),
    DAMAGED,
  ],
  [
    'two entries of one name',
    async () => overwrite(await zip({ ...goodParts(), 'xl/worksheets/sheet2.xml': '' }), 'sheet2.xml', 'sheet1.xml'),
    /two parts of one name/,
  ],
  ['another archive inside', async () => zip({ ...goodParts(), 'xl/x.xml': await zip({ a: '' }) }), /another archive/],
  ['macros', () => zip({ ...goodParts(), 'xl/vbaProject.bin': 'x' }), /macros/],
  [
    'links to other workbooks',
    () => zip({ ...goodParts(), 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    /external links/,
  ],
  [
    'an entity bomb',
    () => zip({ ...goodParts(), [STRINGS]: '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>' }),
    /unusual/,
  ],
  [
    'hundreds of thousands of shared strings in a small file',
    () => zip({ ...goodParts(), [STRINGS]: `<sst>${numbered(210_000, (n) => `<si><t>${n}</t></si>`)}</sst>` }),
    /holds too much/,
  ],
  [
    'a hundred thousand columns',
    () => zip(partsOf(sheetXml(`${TITLES}<row r="2">${numbered(100_000, (n) => `<c><v>${n}</v></c>`)}</row>`))),
    TOO_MANY,
  ],
  [
    'one cell in the last column of many rows',
    () =>
      zip(
        partsOf(
          sheetXml(Array.from({ length: 999 }, (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"/></row>`).join('')),
        ),
      ),
    TOO_MANY,
  ],
  [
    'more formatted rows than a sheet of ours can have',
    () => zip(partsOf(sheetXml(`${TITLES}${'<row/>'.repeat(60_000)}`))),
    TOO_MANY,
  ],
  [
    'a cell whose place is written twice',
    () => zip(partsOf(sheetXml(`${TITLES}<row r="2"><c r="A2" r="B2"><v>1</v></c></row>`))),
    DAMAGED,
  ],
  [
    'a cell that says it is in another row',
    () => zip(partsOf(sheetXml(`${TITLES}<row r="2"><c r="A9"><v>1</v></c></row>`))),
    DAMAGED,
  ],
  [
    'a sheet that is reached by a way around the guard',
    () => {
      const parts = goodParts();
      const workbook = String(parts['xl/workbook.xml']).replaceAll('r:id', 'q:id').replace('xmlns:r', 'xmlns:q');
      return zip({ ...parts, 'xl/workbook.xml': workbook });
    },
    DAMAGED,
  ],
  [
    'a relationship that leads to two parts',
    () => {
      const parts = goodParts();
      const relationships = String(parts['xl/_rels/workbook.xml.rels']).replace('rId2', 'rId1');
      return zip({ ...parts, 'xl/_rels/workbook.xml.rels': relationships });
    },
    DAMAGED,
  ],
  ['rows out of order', () => zip(partsOf(sheetXml(`${TITLES}<row r="3"/><row r="2"/>`))), DAMAGED],
  ['a sheet that is no XML', () => zip(partsOf('幢 单元 室号')), /No row with the titles/],
  [
    'a small file whose every cell is a formula',
    () => zip(partsOf(sheetXml(`${TITLES}<row r="2">${'<c><f>A1&amp;A1</f><v>1</v></c>'.repeat(9)}</row>`))),
    /9 places of the sheet/,
  ],
];

describe('a hostile spreadsheet', () => {
  it.each(HOSTILE)('is refused: %s', async (_, make, says) => {
    const read = await readRoster(await make());
    expect(read).toMatchObject({ ok: false, refusal: { says: { en: expect.stringMatching(says) } } });
  });

  it('is read like any other when only its list of choices covers the whole sheet', async () => {
    const range = 'A1:XFD1048576';
    const read = await readRoster(
      await roster([GOOD_ROW], { dataValidations: [{ type: 'list', values: ['a'], range }] }),
    );
    expect(read.ok).toBe(true);
  });

  it('never makes the reader throw, whichever bytes are wrong', async () => {
    const good = await roster([GOOD_ROW, rowWith({ 2: '0502' })]);
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        expect(await readRoster(bytes)).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });

  it('never makes the reader throw, wherever it is cut off', async () => {
    const good = await roster([GOOD_ROW]);
    for (let length = 0; length < good.length; length += 97) {
      expect((await readRoster(good.subarray(0, length))).ok).toBe(false);
    }
  });
});
