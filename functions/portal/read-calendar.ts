// GET /api/calendar: the days ahead, or all days of a year with the source of each.
import * as z from 'zod';
import { type CalendarView, calendarViewSchema, type DaySource } from '../../domain/calendar/calendar-view.ts';
import { sourceOfDay } from '../../domain/calendar/day-sources.ts';
import {
  addDays,
  dateInShanghai,
  daysBetween,
  type PlainDate,
  plainDateOf,
  yearOf,
} from '../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { CALENDAR_LEDGER, enteredChanges, foldCalendar } from '../runtime/current-calendar.ts';
import { route } from '../runtime/route.ts';

/** From today on: a month for people to look at, and nothing guessed. */
const DAYS_SHOWN = 31;
/** As far as a year can be entered. */
const [FIRST_YEAR, LAST_YEAR] = [2004, 2100] as const;

const year = z
  .string()
  .regex(/^(?:20\d\d|2100)$/)
  .transform(Number)
  .pipe(z.int().min(FIRST_YEAR).max(LAST_YEAR));

export const readCalendar = route({
  name: 'readCalendar',
  summary: { zh: '查看工作日历', en: 'Read the calendar' },
  method: 'GET',
  path: '/api/calendar',
  access: 'PUBLIC',
  input: { query: z.strictObject({ from: z.iso.date().optional(), year: year.optional() }) },
  output: calendarViewSchema,
  async handle({ query }, ports) {
    const today = dateInShanghai(ports.clock.now());
    if (query.year !== undefined) return granted(await wholeYear(ports, query.year, today));
    const calendar = foldCalendar(await ports.ledger.read(CALENDAR_LEDGER));
    const from = query.from === undefined ? today : plainDateOf(query.from);
    return granted({ version: calendar.version, days: daysOf(calendar, from, DAYS_SHOWN) });
  },
});

const daysOf = (calendar: Calendar, from: PlainDate, count: number) =>
  Array.from({ length: count }, (_, day) => addDays(from, day)).map((date) => ({ date, kind: calendar.dayKind(date) }));

async function wholeYear(ports: Pick<Ports, 'ledger'>, asked: number, today: PlainDate): Promise<CalendarView> {
  const entries = await ports.ledger.read(CALENDAR_LEDGER);
  const calendar = foldCalendar(entries);
  const entered = enteredChanges(entries);
  const from = plainDateOf(`${asked}-01-01`);
  const sources: DaySource[] = [];
  const places = new Map<string, number>();
  const days = daysOf(calendar, from, daysBetween(from, plainDateOf(`${asked}-12-31`)) + 1).map((day) => {
    const source = sourceOfDay(entered, day.date);
    const name = JSON.stringify(source);
    const place = places.get(name) ?? sources.push(source) - 1;
    places.set(name, place);
    return { ...day, source: place };
  });
  const next = yearOf(today) + 1;
  const published = entered.flatMap((change) => ('year' in change ? change.year.year : []));
  return {
    version: calendar.version,
    days,
    year: {
      year: asked,
      published: calendar.isPublished(asked),
      first: FIRST_YEAR,
      last: Math.max(next, asked, ...published),
      sources,
    },
  };
}
