// GET /api/operations/times: how long the server took to answer, to write and to tell people: p50 and p95, today and by day.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { addDays, epochMillisecondsOf, type Instant, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { addDurations, countOf, type Durations, quantileOf, withDuration } from '../../domain/operations/durations.ts';
import type { Ports } from '../../domain/ports.ts';
import { listDeliveries } from '../runtime/delivery-log.ts';
import { type Route, route } from '../runtime/route.ts';
import { readTimes, type TimesOfDay } from '../runtime/times-of-day.ts';
import { asOfNow } from './scope.ts';

/** What a server knows of itself; on AWS the gateway measures, and its figures stand in CloudWatch. */
export interface Measured {
  today(): Promise<TimesOfDay>;
  titleOf(route: string): Bilingual | undefined;
}

/** Milliseconds. */
const spread = z.object({ count: z.int(), p50: z.number(), p95: z.number() });

const DAYS = 7;
/** The latest of the day; enough for a median, and the same cost on the busiest day. */
const MOST_DELIVERIES = 500;

export const readAnswerTimes = (measured: Measured | undefined): Route =>
  route({
    name: 'readAnswerTimes',
    summary: { zh: '响应时间', en: 'How long answers, entries and notices take' },
    method: 'GET',
    path: '/api/operations/times',
    access: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
    output: z.object({
      asOf: z.string(),
      today: z.string(),
      /** False: this installation measures at its gateway. */
      measured: z.boolean(),
      /** Of today, the slowest first. */
      routes: z.array(spread.extend({ name: z.string(), title: bilingual.optional() })),
      /** Of today: from an entry handed to the ledger until the dashboard has it. */
      visible: spread.optional(),
      /** Of today: from a stack of scans handed in until every page of it has its place. */
      papers: spread.optional(),
      /** Of the latest notices of today: from their writing to their arrival. */
      delivered: spread.optional(),
      /** All routes together, the days with figures, the earliest first. */
      days: z.array(spread.extend({ day: z.string() })),
    }),
    async handle(_request, ports) {
      const { asOf, today } = asOfNow(ports);
      const delivered = spreadOf(await deliveryTimes(ports, today));
      const known = { asOf, today, ...(delivered && { delivered }) };
      if (measured === undefined) return granted({ ...known, measured: false, routes: [], days: [] });
      const live = await measured.today();
      const before = await Promise.all(
        Array.from({ length: DAYS - 1 }, (_, back) => readTimes(ports, addDays(live.day, back + 1 - DAYS))),
      );
      const visible = spreadOf(live.appends);
      const papers = spreadOf(live.papers);
      return granted({
        ...known,
        measured: true,
        routes: Object.entries(live.routes)
          .flatMap(([name, durations]) => {
            const title = measured.titleOf(name);
            return withSpread({ name, ...(title && { title }) }, durations);
          })
          .toSorted((one, other) => other.p95 - one.p95),
        ...(visible && { visible }),
        ...(papers && { papers }),
        days: [...before, live].flatMap(({ day, routes }) => withSpread({ day }, addDurations(Object.values(routes)))),
      });
    },
  });

const withSpread = <T extends object>(named: T, durations: Durations): readonly (T & z.output<typeof spread>)[] => {
  const known = spreadOf(durations);
  return known ? [{ ...named, ...known }] : [];
};

function spreadOf(durations: Durations): z.output<typeof spread> | undefined {
  const [p50, p95] = [quantileOf(durations, 0.5), quantileOf(durations, 0.95)];
  return p50 === undefined || p95 === undefined ? undefined : { count: countOf(durations), p50, p95 };
}

async function deliveryTimes(ports: Pick<Ports, 'views'>, today: PlainDate): Promise<Durations> {
  const { deliveries } = await listDeliveries(ports, today, { limit: MOST_DELIVERIES });
  return deliveries
    .filter(({ state }) => state === 'DELIVERED')
    .map(({ writtenAt, at }) => epochMillisecondsOf(at as Instant) - epochMillisecondsOf(writtenAt as Instant))
    .reduce(withDuration, {} as Durations);
}
