// Calendar dates and instants of Asia/Shanghai as branded strings: no Date object ever reaches a rule.

declare const plainDate: unique symbol;
declare const instant: unique symbol;

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type PlainDate = string & { readonly [plainDate]: true };

/** A moment, `YYYY-MM-DDTHH:mm:ss.sssZ` (UTC, milliseconds), so that text order is time order. */
export type Instant = string & { readonly [instant]: true };

const MILLISECONDS_PER_DAY = 86_400_000;
/** China has kept UTC+8 all year since 1991; no date that the policy touches lies before that. */
const SHANGHAI_OFFSET = 8 * 3_600_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The date written in `text`, or undefined if there is no such day (2023-02-29, 2024-13-01, free text). */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!DATE.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00.000Z`);
  // A day that does not exist is moved by Date to one that does: compare the text.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined;
  return text as PlainDate;
}

/** The date written in `text`; throws on anything else: for literals in our own code and data. */
export function plainDateOf(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

const epochOf = (date: PlainDate): number => Date.parse(`${date}T00:00:00.000Z`);
const dateOfEpoch = (milliseconds: number): PlainDate => new Date(milliseconds).toISOString().slice(0, 10) as PlainDate;

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfEpoch(epochOf(date) + days * MILLISECONDS_PER_DAY);
}

/** The same day `years` later; 29 February becomes 28 February where there is none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return parsePlainDate(moved) ?? plainDateOf(`${moved.slice(0, 8)}28`);
}

/** Days from `from` to `to`, negative if `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (epochOf(to) - epochOf(from)) / MILLISECONDS_PER_DAY;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function dayOfWeek(date: PlainDate): number {
  return new Date(epochOf(date)).getUTCDay() || 7;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** As papers write it: 2020年9月6日. */
export function dateInWords(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

export const epochMillisecondsOf = (moment: Instant): number => Date.parse(moment);

/** The calendar day that it is in Asia/Shanghai at `moment`. */
export function dateInShanghai(moment: Instant): PlainDate {
  return dateOfEpoch(epochMillisecondsOf(moment) + SHANGHAI_OFFSET);
}

/** 00:00 in Asia/Shanghai of `date`. */
export function startOfDay(date: PlainDate): Instant {
  return instantOf(epochOf(date) - SHANGHAI_OFFSET);
}

/** The moment as people in Wenzhou write it: `2020-07-09T00:00:00+08:00`. */
export function inShanghai(moment: Instant): string {
  return `${new Date(epochMillisecondsOf(moment) + SHANGHAI_OFFSET).toISOString().slice(0, 19)}+08:00`;
}
