// Reads building, stairwell and room from a row, as text with its leading zeros.
import type { CellValue } from 'hucre/xlsx';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Door } from '../../domain/roster/roster.ts';
import { codeOf } from './cell-values.ts';
import type { SheetRow } from './read-sheet.ts';
import type { DoorColumn } from './sheet-templates.ts';

/** People write 3幢, 3号楼, 2单元, 501室; the unit is 3-2-501 all the same. */
const SUFFIXES = { building: /(幢|栋|号楼|楼)$/, stairwell: /单元$/, room: /(室|号)$/ } as const;

/** The hyphen separates the parts of a unit; only the room, which comes last, may have one of its own. */
const ALLOWED = {
  building: /^[0-9A-Z\p{Script=Han}]{1,12}$/u,
  stairwell: /^[0-9A-Z\p{Script=Han}]{1,12}$/u,
  room: /^[0-9A-Z\p{Script=Han}-]{1,12}$/u,
} as const;

export function readDoor(row: SheetRow<DoorColumn>, report: (column: DoorColumn, says: Bilingual) => void): Door {
  const read = (column: DoorColumn): string => {
    const value: CellValue | undefined = row.cell(column);
    const text = codeOf(value).replace(SUFFIXES[column], '');
    if (!ALLOWED[column].test(text) || value instanceof Date) report(column, EXPECTED[column]);
    return text;
  };
  return { building: read('building'), stairwell: read('stairwell'), room: read('room') };
}

const EXPECTED: Readonly<Record<DoorColumn, Bilingual>> = {
  building: {
    zh: '请填写幢号，如 3 或 A1（数字、字母、汉字，不用横线）',
    en: 'give the building, like 3 or A1 (digits, letters or Han characters, no hyphen)',
  },
  stairwell: {
    zh: '请填写单元号，如 2；没有单元的填 0',
    en: 'give the stairwell, like 2; write 0 where there is none',
  },
  room: {
    zh: '请填写室号，如 501 或 0501（按门牌原样）',
    en: 'give the room as on the door, like 501 or 0501',
  },
};
