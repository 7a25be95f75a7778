// Looks at what the row reader does not tell of a worksheet: formulas, merged cells, and whether its grid is sane.
import { AmbiguousTag, attributesOf, openingTags } from './xml-tags.ts';

export interface SheetMarks {
  /** Cells with a formula, `D12`. */
  readonly formulas: ReadonlySet<string>;
  /** Merged ranges, `A1:I1`. */
  readonly merges: readonly string[];
  /** Number of its last column that has a cell. */
  readonly columns: number;
}

export class SheetTooLarge extends Error {}

/** Formatted but empty rows and columns count: the reader makes an array as wide as the last cell of every row. */
const MAXIMUM_ROWS = 50_000;
const MAXIMUM_COLUMNS = 256;

const TAGS: ReadonlySet<string> = new Set(['row', 'c', 'f', 'mergeCell']);

/** As every program writes its cells, a hundred thousand of them: anything else is looked at attribute by attribute. */
const ORDINARY_CELL = /^ r="([A-Z]{1,3}\d{1,7})"(?: t="[a-zA-Z]+" s="\d+"|(?: s="\d+")?(?: t="[a-zA-Z]+")?)\/?$/;

/** Throws `SheetTooLarge` or `AmbiguousTag`. */
export function inspectSheet(xml: string): SheetMarks {
  const formulas = new Set<string>();
  const merges: string[] = [];
  let rows = 0;
  let row = 0;
  let column = 0;
  let columns = 0;
  for (const [, name = '', written = ''] of xml.matchAll(openingTags(TAGS))) {
    if (name === 'row') {
      row = rowAfter(row, attributesOf(written).get('r'));
      column = 0;
      rows += 1;
      if (rows > MAXIMUM_ROWS) throw new SheetTooLarge();
    } else if (name === 'c') {
      const reference = ORDINARY_CELL.exec(written)?.[1] ?? attributesOf(written).get('r');
      column = columnAfter(column, reference, row);
      if (column > MAXIMUM_COLUMNS) throw new SheetTooLarge();
      columns = Math.max(columns, column);
    } else if (name === 'f') {
      attributesOf(written);
      formulas.add(`${columnLetters(column)}${row}`);
    } else {
      merges.push(attributesOf(written).get('ref') ?? '');
    }
  }
  return { formulas, merges, columns };
}

function rowAfter(row: number, written: string | undefined): number {
  if (written === undefined) return row + 1;
  const next = /^[1-9]\d{0,6}$/.test(written) ? Number(written) : 0;
  if (next <= row) throw new AmbiguousTag('rows out of order');
  return next;
}

function columnAfter(column: number, reference: string | undefined, row: number): number {
  if (reference === undefined) return column + 1;
  const [, letters = ''] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? [];
  const next = columnNumber(letters);
  if (next <= column || reference !== `${letters}${row}`) throw new AmbiguousTag('cells out of order');
  return next;
}

/** `A` → 1, `AA` → 27; 0 for no letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
