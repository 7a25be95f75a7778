// Reads a filled roster template: every row is checked, every bad cell is told, and either all rows come back or none.
import type { CellValue } from 'hucre/xlsx';
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import { type Door, UNIT_KIND_CODES, UNIT_KINDS, type UnitKind, unitOf } from '../../domain/roster/roster.ts';
import { areaOf, codeOf, listOf, textOf } from './cell-values.ts';
import { readDoor } from './door-cells.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { refuseSheet, type SheetProblem } from './sheet-problems.ts';
import { ROSTER_SHEET, type RosterColumn } from './sheet-templates.ts';

/** Personal data: goes from the upload to the vault and nowhere else. */
export interface OwnerRow {
  readonly name: string;
  readonly idNumber?: string;
  readonly phone?: string;
}

export interface RosterRow extends Door {
  readonly unit: string;
  readonly area: string;
  readonly titleArea?: string;
  readonly kind: UnitKind;
  readonly owners: readonly [OwnerRow, ...OwnerRow[]];
}

type Report = (column: RosterColumn, says: Bilingual) => void;

export async function readRoster(bytes: Uint8Array): Promise<Outcome<readonly RosterRow[]>> {
  const sheet = await readSheet(bytes, ROSTER_SHEET);
  if (!sheet.ok) return sheet;
  const { name, letterOf, rows } = sheet.value;
  const problems: SheetProblem[] = [...sheet.value.problems];
  const rowOfUnit = new Map<string, number>();
  const seenIds = new Map<string, { name: string; row: number }>();
  const units = rows.flatMap((row) => {
    const report: Report = (column, says) =>
      problems.push({ sheet: name, row: row.row, column: letterOf(column), says });
    const unit = readUnit(row, report);
    if (unit === undefined) return [];
    const earlier = rowOfUnit.get(unit.unit);
    if (earlier !== undefined) report('room', enteredTwice(unit.unit, earlier));
    else rowOfUnit.set(unit.unit, row.row);
    reportSharedIds(unit, row.row, seenIds, report);
    return [unit];
  });
  return problems.length > 0 ? refuseSheet(problems) : granted(units);
}

/** The unit in a row; undefined when a cell without which there is no unit was reported. */
function readUnit(row: SheetRow<RosterColumn>, report: Report): RosterRow | undefined {
  const door = readDoor(row, report);
  const area = areaOf(row.cell('area'));
  if (area === undefined) report('area', AREA);
  const titleArea = areaOf(row.cell('titleArea'));
  if (titleArea === undefined && textOf(row.cell('titleArea')) !== '') report('titleArea', AREA);
  const kind = kindOf(row.cell('kind'));
  if (kind === undefined) report('kind', KIND);
  const owners = readOwners(row, report);
  if (area === undefined || kind === undefined || owners === undefined) return undefined;
  return { ...door, unit: unitOf(door), area, ...(titleArea !== undefined && { titleArea }), kind, owners };
}

function kindOf(value: CellValue | undefined): UnitKind | undefined {
  const text = textOf(value);
  return text === '' ? 'RESIDENTIAL' : UNIT_KIND_CODES.find((kind) => UNIT_KINDS[kind].zh === text);
}

function readOwners(row: SheetRow<RosterColumn>, report: Report): RosterRow['owners'] | undefined {
  const names = listOf(row.cell('owners'));
  const idNumbers = readIdNumbers(row.cell('idNumbers'), report);
  const phones = listOf(row.cell('phones')).map(codeOf);
  if (names.some((name) => name.length > 60) || typeof row.cell('owners') === 'number') report('owners', NAME);
  if (idNumbers.length > 0 && idNumbers.length !== names.length) report('idNumbers', counts('证件号码', 'id numbers'));
  if (phones.length > 1 && phones.length !== names.length) report('phones', counts('联系电话', 'phones'));
  if (phones.some((phone) => !/^\+?[0-9()-]{5,20}$/.test(phone))) report('phones', PHONE);
  if (new Set(idNumbers).size < idNumbers.length) report('idNumbers', SAME_OWNER_TWICE);
  const [first, ...others] = names.map((name, index): OwnerRow => {
    const [idNumber, phone] = [idNumbers[index], phones[index]];
    return { name, ...(idNumber !== undefined && { idNumber }), ...(phone !== undefined && { phone }) };
  });
  if (first === undefined) report('owners', NAME);
  return first && [first, ...others];
}

function readIdNumbers(value: CellValue | undefined, report: Report): readonly string[] {
  // Excel keeps 15 digits of a number: the last three of an 18-digit id number are gone for good.
  if (typeof value === 'number' && value >= 1e15) report('idNumbers', DIGITS_LOST);
  const idNumbers = listOf(value).map(codeOf);
  if (idNumbers.some((idNumber) => !/^[0-9A-Z()-]{5,25}$/.test(idNumber))) report('idNumbers', ID_NUMBER);
  return idNumbers;
}

/** One number with two names would merge two owners into one household, or hide a slip of the pen. */
function reportSharedIds(
  unit: RosterRow,
  row: number,
  seen: Map<string, { name: string; row: number }>,
  report: Report,
): void {
  for (const { name, idNumber } of unit.owners) {
    if (idNumber === undefined) continue;
    const earlier = seen.get(idNumber);
    if (earlier === undefined) seen.set(idNumber, { name, row });
    else if (earlier.name !== name) report('idNumbers', sameIdOtherName(earlier.row));
  }
}

const AREA: Bilingual = {
  zh: '请填写面积（㎡），大于 0，最多两位小数，不用千分位逗号，如 88.15',
  en: 'give the area in ㎡, above 0, at most two decimals, no thousands separator, like 88.15',
};
const KIND: Bilingual = {
  zh: `请填写 ${Object.values(UNIT_KINDS)
    .map(({ zh }) => zh)
    .join('、')} 之一；空白视为住宅`,
  en: `write one of ${Object.values(UNIT_KINDS)
    .map(({ zh }) => zh)
    .join(', ')}; blank means 住宅`,
};
const NAME: Bilingual = {
  zh: '请填写业主姓名；共有的写在同一格，用“、”分隔，第一人代表表决',
  en: 'give the owner’s name; co-owners stand in one cell, separated by 、, the first one votes',
};
const ID_NUMBER: Bilingual = {
  zh: '证件号码只能有数字、字母、括号和横线，5 至 25 位；多人用“、”分隔',
  en: 'an id number has digits, letters, brackets and hyphens only, 5 to 25 of them; separate several by 、',
};
const DIGITS_LOST: Bilingual = {
  zh: '证件号码存成了数值，末几位已被 Excel 改为 0；请把该列设为“文本”格式后重新填写',
  en: 'the id number is stored as a number and Excel has zeroed its last digits: format the column as text and type it again',
};
const PHONE: Bilingual = {
  zh: '联系电话只能有数字、括号、横线和开头的加号，5 至 20 位；多人用“、”分隔',
  en: 'a phone has digits, brackets, hyphens and a leading plus only, 5 to 20 of them; separate several by 、',
};
const SAME_OWNER_TWICE: Bilingual = {
  zh: '同一证件号码在本格中出现两次，请核对',
  en: 'one id number stands twice in this cell: check it',
};

const counts = (zh: string, en: string): Bilingual => ({
  zh: `${zh}的个数与业主姓名的个数不一致；请按姓名的顺序一一对应，用“、”分隔`,
  en: `there are not as many ${en} as owners: give one for each, in the same order, separated by 、`,
});
const enteredTwice = (unit: string, row: number): Bilingual => ({
  zh: `${unit} 已在第 ${row} 行；一套只能有一行，共有人写在同一格，用“、”分隔`,
  en: `${unit} is in row ${row} already: one row a unit, co-owners in one cell, separated by 、`,
});
const sameIdOtherName = (row: number): Bilingual => ({
  zh: `证件号码与第 ${row} 行相同而姓名不同，请核对`,
  en: `the id number is that of row ${row} but the name is another: check both`,
});
