// The working-day calendar in force: the shipped one with the years and days that the calendar ledger adds.
import type { EnteredChange } from '../../domain/calendar/day-sources.ts';
import {
  type Calendar,
  type CalendarOverride,
  type PublishedYear,
  shippedCalendar,
  withOverrides,
  withPublishedYear,
} from '../../domain/calendar/working-days.ts';
import { Fault } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';

export const CALENDAR_LEDGER = { kind: 'CALENDAR', id: 'cn' } as const;

/** What the entries of its ledger add to the shipped calendar. */
export const enteredChanges = (entries: readonly Entry[]): readonly EnteredChange[] =>
  entries.map(({ act, payload, seq }): EnteredChange => {
    // Written by the two calendar acts through their own schemas.
    if (act === 'override-day') return { day: payload as unknown as CalendarOverride };
    if (act === 'publish-year') return { year: payload as unknown as PublishedYear };
    throw new Fault('CORRUPT', `entry ${seq} is not an entry of a calendar`);
  });

/** The calendar after the entries of its ledger. */
export const foldCalendar = (entries: readonly Entry[]): Calendar =>
  enteredChanges(entries).reduce<Calendar>(
    (calendar, change) =>
      'day' in change ? withOverrides(calendar, [change.day]) : withPublishedYear(calendar, change.year),
    shippedCalendar,
  );

export async function currentCalendar(ports: Pick<Ports, 'ledger'>): Promise<Calendar> {
  return foldCalendar(await ports.ledger.read(CALENDAR_LEDGER));
}
