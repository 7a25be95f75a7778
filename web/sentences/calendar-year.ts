// A year of the calendar in words: what each day is, under which letter its source stands, and which days a source is about.
import type { CalendarView, DaySource } from '../../domain/calendar/calendar-view.ts';
import { addDays, dayOfWeek, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { printDay } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';

/** A worked Saturday or Sunday is what people look for. */
export type DayWord = 'WORK' | 'OFF' | 'MADE_UP' | 'UNKNOWN';

export interface YearDay {
  readonly date: string;
  readonly word: DayWord;
  /** Absent where the rule for every week says it. */
  readonly letter?: string;
}

export interface YearSource {
  readonly source: DaySource;
  readonly letter?: string;
  readonly about: readonly { readonly word: DayWord; readonly from: string; readonly to: string }[];
}

const wordOf = ({ date, kind }: CalendarView['days'][number]): DayWord =>
  kind === 'WORK' && dayOfWeek(plainDateOf(date)) >= 6 ? 'MADE_UP' : kind;

const letterOf = (index: number): string =>
  String.fromCharCode('a'.charCodeAt(0) + (index % 26)).repeat(Math.floor(index / 26) + 1);

export function yearOfDays({ days, year }: CalendarView): {
  readonly days: readonly YearDay[];
  readonly sources: readonly YearSource[];
} {
  const sources = year?.sources ?? [];
  const lettered = sources.filter(({ of }) => of !== 'WEEKLY');
  const letters = sources.map((source) => (source.of === 'WEEKLY' ? undefined : letterOf(lettered.indexOf(source))));
  const shown = days.map((day) => {
    const letter = day.source === undefined ? undefined : letters[day.source];
    return { date: day.date, word: wordOf(day), ...(letter !== undefined && { letter }) };
  });
  return {
    days: shown,
    // The rule for every week last, as what holds otherwise.
    sources: [
      ...lettered.map((source) => {
        const letter = letterOf(lettered.indexOf(source));
        return { source, letter, about: rangesOf(shown, letter) };
      }),
      ...sources.filter(({ of }) => of === 'WEEKLY').map((source) => ({ source, about: [] })),
    ],
  };
}

/** Days in a row that are the same are told as one. */
function rangesOf(days: readonly YearDay[], letter: string): YearSource['about'] {
  const ranges: { word: DayWord; from: string; to: string }[] = [];
  for (const { date, word } of days.filter((day) => day.letter === letter)) {
    const last = ranges.at(-1);
    if (last?.word === word && addDays(plainDateOf(last.to), 1) === date) last.to = date;
    else ranges.push({ word, from: date, to: date });
  }
  return ranges;
}

/** `2月15日至23日、4月4日`, `15 Feb – 23 Feb, 4 Apr`. */
export function printRanges(ranges: YearSource['about'], language: Language): string {
  const zh = language === 'zh';
  return ranges
    .map(({ from, to }) => {
      if (from === to) return printDay(from, language);
      return `${printDay(from, language)}${zh ? '至' : ' – '}${printDay(to, language)}`;
    })
    .join(zh ? '、' : ', ');
}

/** The weeks of each month, Monday first; what lies outside of the month is empty. */
export function monthsOf(days: readonly YearDay[]): readonly (readonly (readonly (YearDay | undefined)[])[])[] {
  return [...Map.groupBy(days, ({ date }) => date.slice(0, 7)).values()].map((month) => {
    const before = dayOfWeek(plainDateOf(month[0]?.date ?? '')) - 1;
    const cells = [...Array.from({ length: before }, () => undefined), ...month];
    return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (__, day) => cells[week * 7 + day]),
    );
  });
}
