// A table as CSV (RFC 4180, UTF-8 with a mark for Excel), in which no cell can turn into a formula.
import type { Table } from './table.ts';

/** Spreadsheets take these as the beginning of a formula, some also behind spaces or in full width; an apostrophe in front makes them text. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function csvOf({ columns, rows, notes }: Table): Uint8Array {
  const lines = [columns.map(({ zh }) => zh), ...rows, ...notes.map(({ zh }) => [zh])];
  const text = lines.map((cells) => cells.map(cell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
