// Turns what stands in a cell into text or an area, keeping leading zeros, digits and decimals as they were printed.
import { Decimal } from 'decimal.js';
import type { CellValue } from 'hucre/xlsx';

/** Invisible characters that come along when people paste from web pages and chats. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
/** Excel keeps 15 significant digits; what a double shows beyond them is noise. */
const EXCEL_DIGITS = 15;
/** What most cells hold, a hundred thousand of them in a roster: nothing in it to clean. */
const PLAIN = /^[!-~]*$/;
/** An area as it should be written. */
const AREA = /^\d{1,5}(\.\d{1,2})?$/;

/** The text as typed, without invisible characters and outer spaces; names keep their rare variants. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : new Decimal(value).toFixed();
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' && PLAIN.test(value)) return value;
  return String(value).replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

/** Text for numbers and codes: full-width digits and letters become plain ones, letters become capitals. */
export function codeOf(value: CellValue | undefined): string {
  const text = textOf(value);
  if (PLAIN.test(text)) return text.toUpperCase();
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Several values in one cell, as co-owners are written: 张三、李四. */
export function listOf(value: CellValue | undefined): readonly string[] {
  if (typeof value !== 'string') return [textOf(value)].filter((text) => text !== '');
  return value
    .split(/[、,，;；/\n]/)
    .map(textOf)
    .filter((text) => text !== '');
}

/** An area in ㎡ with two decimals, or undefined if the cell does not hold exactly one such area above 0. */
export function areaOf(value: CellValue | undefined): string | undefined {
  const text = typeof value === 'number' ? decimalText(value) : codeOf(value).replace(/M2$/, '');
  if (!AREA.test(text) || !/[1-9]/.test(text)) return undefined;
  const [whole = '', decimals = ''] = text.split('.');
  return `${Number(whole)}.${decimals.padEnd(2, '0')}`;
}

function decimalText(value: number): string {
  const shown = String(value);
  return AREA.test(shown) ? shown : new Decimal(value.toPrecision(EXCEL_DIGITS)).toFixed();
}
