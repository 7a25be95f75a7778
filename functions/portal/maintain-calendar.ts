// The calendar that decides publicity: the operator enters a year's arrangement or a single day, always with its source.
import * as z from 'zod';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { dayInput } from '../../domain/projects/act-input.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { CALENDAR_LEDGER, foldCalendar } from '../runtime/current-calendar.ts';
import { type Route, route } from '../runtime/route.ts';
import { calendarPreview, previewCalendar } from './preview-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const source = z.string().trim().min(4).max(300).describe('Number and date of the notice, or where it was published');
const entered = z.object({ seq: z.int(), version: z.string() });

const dayBody = z.strictObject({ date: dayInput, kind: z.enum(['WORK', 'OFF']), source });

const overrideDay = route({
  name: 'overrideDay',
  summary: { zh: '登记特殊工作日或休息日', en: 'Enter a day that is worked or off by a notice of its own' },
  method: 'POST',
  path: '/api/calendar/days',
  access: ['OPERATOR'],
  status: 201,
  input: { body: dayBody },
  output: entered,
  handle: ({ body, actor, request }, ports) =>
    enter(ports, { actor, request }, () => granted({ act: 'override-day', payload: { ...body, enteredBy: actor.id } })),
});

const previewDay = route({
  name: 'previewDay',
  summary: { zh: '预看特殊日的影响', en: 'What entering a day would do to running notices; nothing is written' },
  method: 'POST',
  path: '/api/calendar/days/preview',
  access: ['OPERATOR'],
  input: { body: dayBody },
  output: calendarPreview,
  handle: async ({ body, actor }, ports) =>
    granted(await previewCalendar(ports, { day: { ...body, enteredBy: actor.id } })),
});

const days = z.array(dayInput).max(60);
const yearBody = z.strictObject({ year: z.int().min(2004).max(2100), off: days.min(7), work: days, source });

const publishYear = route({
  name: 'publishYear',
  summary: { zh: '登记年度放假安排', en: 'Enter the arrangement of a year' },
  method: 'POST',
  path: '/api/calendar/years',
  access: ['OPERATOR'],
  status: 201,
  input: { body: yearBody },
  output: entered,
  handle: ({ body, actor, request }, ports) =>
    enter(ports, { actor, request }, (calendar) => {
      if (calendar.isPublished(body.year)) {
        return refused('NOT_NOW', {
          zh: `${body.year} 年的放假安排已经登记；个别日期的变动请按单日登记。`,
          en: `The arrangement of ${body.year} is there already; enter changed days one by one.`,
        });
      }
      return granted({ act: 'publish-year', payload: { ...body, enteredBy: actor.id } });
    }),
});

const previewYear = route({
  name: 'previewYear',
  summary: { zh: '预看年度安排的影响', en: 'What entering a year would do to running notices; nothing is written' },
  method: 'POST',
  path: '/api/calendar/years/preview',
  access: ['OPERATOR'],
  input: { body: yearBody },
  output: calendarPreview,
  handle: async ({ body, actor }, ports) =>
    granted(await previewCalendar(ports, { year: { ...body, enteredBy: actor.id } })),
});

interface Asked {
  readonly actor: Actor;
  readonly request: string | undefined;
}

interface ToEnter {
  readonly act: 'override-day' | 'publish-year';
  readonly payload: JsonObject;
}

const MOST_ATTEMPTS = 20;

/** Decided on the calendar as it stands when the entry is written; the same request is answered as it was. */
async function enter(
  ports: Ports,
  { actor, request }: Asked,
  decide: (calendar: Calendar) => Outcome<ToEnter>,
): Promise<Outcome<{ seq: number; version: string }>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ports.ledger.read(CALENDAR_LEDGER);
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    if (before.value) return granted(enteredAs(entries, before.value.seq));
    const calendar = foldCalendar(entries);
    const decided = decide(calendar);
    if (!decided.ok) return decided;
    const entry = sealEntry(CALENDAR_LEDGER, entries.at(-1) ?? EMPTY_HEAD, {
      ...decided.value,
      at: ports.clock.now(),
      actor,
      findings: [],
      rulebook: 'calendar@1',
      calendar: calendar.version,
      ...(request !== undefined && { request }),
    });
    if ((await ports.ledger.append(CALENDAR_LEDGER, entry, NO_CONSEQUENCES)) === 'APPENDED') {
      return granted(enteredAs([...entries, entry], entry.seq));
    }
  }
  throw new Fault('CONTENTION', 'the calendar is written by too many at once');
}

const enteredAs = (entries: readonly Entry[], seq: number): z.output<typeof entered> => ({
  seq,
  version: foldCalendar(entries.filter((entry) => entry.seq <= seq)).version,
});

export const CALENDAR_ROUTES: readonly Route[] = [overrideDay, previewDay, publishYear, previewYear, readCalendar];
