// Counting working days (工作日) after a day: exact where the calendar is published, openly pending where it is not.
import { type Calendar, isOrdinaryWorkingDay } from './calendar.ts';
import { addDays, type PlainDate, yearOf } from './plain-date.ts';

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
