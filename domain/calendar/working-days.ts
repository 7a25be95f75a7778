// Working days (工作日) of China: the published arrangements, what an operator adds with a source, and counts that never guess.
import { hashOf } from '../json.ts';
import { arrangements } from './arrangements.ts';
import { addDays, dayOfWeek, type PlainDate, plainDateOf, yearOf } from './plain-date.ts';

export const DAY_KINDS = ['WORK', 'OFF', 'UNKNOWN'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface Calendar {
  /** Changes whenever the answer for any day may have changed; stored with every decision. */
  readonly version: string;
  dayKind(date: PlainDate): DayKind;
  isPublished(year: number): boolean;
}

/** A local or emergency day, as the extension of Spring Festival 2020, entered by an operator. */
export interface CalendarOverride {
  readonly date: PlainDate;
  readonly kind: 'WORK' | 'OFF';
  readonly source: string;
  readonly enteredBy: string;
}

/** The State Council's arrangement of one year, entered by an operator before it ships with the data. */
export interface PublishedYear {
  readonly year: number;
  readonly off: readonly PlainDate[];
  readonly work: readonly PlainDate[];
  readonly source: string;
  readonly enteredBy: string;
}

/**
 * Days that are off in every year whatever a notice says (全国年节及纪念日放假办法, as amended from 2025).
 * The lunar festivals are left UNKNOWN, which keeps a gate shut just as safely.
 */
const FIXED_STATUTORY_DAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
const AMENDED_FROM_YEAR = 2025;

const isWeekend = (date: PlainDate): boolean => dayOfWeek(date) >= 6;

/** How a day would be taken if no arrangement moved it: good for a provisional date, never for a decision. */
const isOrdinaryWorkingDay = (date: PlainDate): boolean =>
  !isWeekend(date) && !FIXED_STATUTORY_DAYS.includes(date.slice(5));

function kindInUnpublishedYear(date: PlainDate): DayKind {
  return yearOf(date) >= AMENDED_FROM_YEAR && FIXED_STATUTORY_DAYS.includes(date.slice(5)) ? 'OFF' : 'UNKNOWN';
}

function readShippedCalendar(): Calendar {
  const { version, years } = arrangements;
  const arranged = new Map<PlainDate, DayKind>();
  for (const [year, { off, work }] of Object.entries(years)) {
    for (const day of off) arranged.set(plainDateOf(`${year}-${day}`), 'OFF');
    for (const day of work) arranged.set(plainDateOf(`${year}-${day}`), 'WORK');
  }
  const isPublished = (year: number): boolean => String(year) in years;
  return {
    version,
    isPublished,
    dayKind: (date) => {
      if (!isPublished(yearOf(date))) return kindInUnpublishedYear(date);
      return arranged.get(date) ?? (isWeekend(date) ? 'OFF' : 'WORK');
    },
  };
}

/** 2004–2026 as published. */
export const shippedCalendar: Calendar = readShippedCalendar();

const versionAfter = (calendar: Calendar, change: object): string =>
  `${calendar.version}+${hashOf({ before: calendar.version, change }).slice(0, 12)}`;

/** The calendar with single days changed; of two overrides of one day the later in the list counts. */
export function withOverrides(calendar: Calendar, overrides: readonly CalendarOverride[]): Calendar {
  if (overrides.length === 0) return calendar;
  const overridden = new Map(overrides.map(({ date, kind }) => [date, kind] as const));
  return {
    version: versionAfter(calendar, overrides),
    isPublished: (year) => calendar.isPublished(year),
    dayKind: (date) => overridden.get(date) ?? calendar.dayKind(date),
  };
}

/** The calendar with a further year published; the days of a neighbouring year that its notice moves are overridden too. */
export function withPublishedYear(calendar: Calendar, published: PublishedYear): Calendar {
  const arranged = new Map<PlainDate, DayKind>([
    ...published.off.map((date) => [date, 'OFF'] as const),
    ...published.work.map((date) => [date, 'WORK'] as const),
  ]);
  return {
    version: versionAfter(calendar, published),
    isPublished: (year) => year === published.year || calendar.isPublished(year),
    dayKind: (date) => {
      const kind = arranged.get(date);
      if (kind !== undefined) return kind;
      if (yearOf(date) !== published.year) return calendar.dayKind(date);
      return isWeekend(date) ? 'OFF' : 'WORK';
    },
  };
}

export type WorkingDayPeriod =
  | { readonly status: 'FIXED'; readonly countedDays: readonly PlainDate[]; readonly endsOn: PlainDate }
  | {
      readonly status: 'PENDING_CALENDAR';
      /** The days that count for certain. */
      readonly countedDays: readonly PlainDate[];
      readonly unpublishedYear: number;
      /** Where the period ends if no arrangement moves a day. */
      readonly provisionalEndsOn: PlainDate;
    };

/** The period of `days` working days after `from`; the day itself is not counted (Civil Code 201). */
export function addWorkingDays(calendar: Calendar, from: PlainDate, days: number): WorkingDayPeriod {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a period of ${days} working days`);
  const countedDays: PlainDate[] = [];
  let day = from;
  while (countedDays.length < days) {
    day = addDays(day, 1);
    const kind = calendar.dayKind(day);
    if (kind === 'WORK') countedDays.push(day);
    if (kind === 'UNKNOWN') {
      const provisionalEndsOn = endIfNothingIsMoved(calendar, day, days - countedDays.length);
      return { status: 'PENDING_CALENDAR', countedDays, unpublishedYear: yearOf(day), provisionalEndsOn };
    }
  }
  return { status: 'FIXED', countedDays, endsOn: day };
}

function endIfNothingIsMoved(calendar: Calendar, firstUnknown: PlainDate, days: number): PlainDate {
  let missing = days;
  let day = addDays(firstUnknown, -1);
  while (missing > 0) {
    day = addDays(day, 1);
    const kind = calendar.dayKind(day);
    if (kind === 'WORK' || (kind === 'UNKNOWN' && isOrdinaryWorkingDay(day))) missing -= 1;
  }
  return day;
}

/** Working days after `from`, up to and including `to`, and how many days in between nobody can tell yet. */
export function countWorkingDays(
  calendar: Calendar,
  from: PlainDate,
  to: PlainDate,
): { readonly working: number; readonly unknown: number } {
  let working = 0;
  let unknown = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const kind = calendar.dayKind(day);
    if (kind === 'WORK') working += 1;
    if (kind === 'UNKNOWN') unknown += 1;
  }
  return { working, unknown };
}
