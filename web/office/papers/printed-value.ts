// A content of a paper in words: days, moments, amounts, values of closed lists, rows by what they hold.
import { printExact } from '../../figures/amounts.ts';
import { printDate } from '../../figures/dates.ts';
import type { Language, Say } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { type titleOfPaperField, titleOfPaperValue } from '../../text/papers/titles.ts';

export interface Wording {
  readonly say: Say;
  readonly language: Language;
  readonly titleOf: ReturnType<typeof titleOfPaperField>;
}

/** What was typed, and what was kept. */
export type Said = string | number | boolean | null | undefined | readonly Said[] | { readonly [field: string]: Said };

/** One level is enough to recognise what it is; the picture shows the rest. */
export function printedValue(value: Said, wording: Wording): string {
  const { say, language, titleOf } = wording;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return say(titleOfPaperValue(String(value)));
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printDate(value, language);
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(value) ?? [];
    if (day !== undefined) return `${printDate(day, language)} ${time}`;
    if (/^-?\d+\.\d{2}$/.test(value)) return printExact(value);
    if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 16)}…`;
    return say(titleOfPaperValue(value));
  }
  if (Array.isArray(value)) {
    const rows = value as readonly Said[];
    const short = rows.length <= 8 && rows.every((row) => typeof row === 'string');
    return short ? rows.map((row) => printedValue(row, wording)).join('、') : `${rows.length} ${say(paperText.rows)}`;
  }
  return Object.entries(value)
    .map(([name, part]) => `${say(titleOf(name))} ${printedValue(part, wording)}`)
    .join(' · ');
}
