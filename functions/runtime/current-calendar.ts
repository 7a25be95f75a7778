// The working-day calendar in force: the shipped one with the years and days that the calendar ledger adds.
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

/** The calendar after the entries of its ledger. */
export function foldCalendar(entries: readonly Entry[]): Calendar {
  let calendar = shippedCalendar;
  for (const { act, payload, seq } of entries) {
    // Written by the two calendar acts through their own schemas.
    if (act === 'override-day') calendar = withOverrides(calendar, [payload as unknown as CalendarOverride]);
    else if (act === 'publish-year') calendar = withPublishedYear(calendar, payload as unknown as PublishedYear);
    else throw new Fault('CORRUPT', `entry ${seq} is not an entry of a calendar`);
  }
  return calendar;
}

export async function currentCalendar(ports: Pick<Ports, 'ledger'>): Promise<Calendar> {
  return foldCalendar(await ports.ledger.read(CALENDAR_LEDGER));
}
