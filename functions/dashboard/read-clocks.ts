// GET /api/dashboard/clocks: the public notices that are running, with the days that count.
import type * as z from 'zod';
import { addDays, type PlainDate, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { type Clock, clocksSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { pageOf } from './rows-in-order.ts';
import { asOfNow, type Scope, scopeOf, scopeQuery, WATCHERS } from './scope.ts';

export const readClocks = route({
  name: 'readClocks',
  summary: { zh: '公示时钟', en: 'Running public notices' },
  method: 'GET',
  path: '/api/dashboard/clocks',
  access: WATCHERS,
  input: { query: scopeQuery },
  output: clocksSchema,
  etag: figuresTag,
  handle: async ({ query, actor }, ports) => granted(await findClocks(ports, scopeOf(actor, query))),
});

export async function findClocks(ports: Ports, { partition }: Scope): Promise<z.input<typeof clocksSchema>> {
  const [running, { rows }, calendar] = await Promise.all([
    ports.views.count('clocks', partition),
    pageOf<Clock>(ports, 'clocks', partition, { limit: '20' }),
    currentCalendar(ports),
  ]);
  return {
    ...asOfNow(ports),
    running,
    clocks: rows.map((clock) => ({ ...clock, countedDays: [...countedDays(clock, calendar)] })),
  };
}

/** The working days after the posting, up to the last one announced; none while a poster is down, since all are counted anew. */
function* countedDays({ runsFrom, endsOn, interrupted }: Clock, calendar: Calendar): Generator<PlainDate> {
  if (interrupted || runsFrom === undefined || endsOn === undefined) return;
  for (let day = addDays(plainDateOf(runsFrom), 1); day <= endsOn; day = addDays(day, 1)) {
    if (calendar.dayKind(day) === 'WORK') yield day;
  }
}
