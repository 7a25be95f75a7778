// How long the server took on a day, by route: kept as counts, so that a week can be shown; no caller and no address in it.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { countOf, type Durations } from '../../domain/operations/durations.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';

export interface TimesOfDay {
  readonly day: PlainDate;
  /** By name of the route. */
  readonly routes: Readonly<Record<string, Durations>>;
  /** From an entry handed to the ledger until it and the rows of the dashboard are on disk. */
  readonly appends: Durations;
  /** From a stack put in line until every page of it has its place. */
  readonly papers: Durations;
}

const VIEW = 'times';
const PARTITION = 'days';

export const NO_TIMES: Omit<TimesOfDay, 'day'> = { routes: {}, appends: {}, papers: {} };

/** Written again and again in the course of a day: what counts more is newer. */
export function writeOfTimes({ day, routes, appends, papers }: TimesOfDay): ViewWrite {
  const seq =
    countOf(appends) + countOf(papers) + Object.values(routes).reduce((sum, durations) => sum + countOf(durations), 0);
  return {
    view: VIEW,
    partition: PARTITION,
    sort: day,
    value: { routes, appends, papers },
    watermark: { ledger: `times/${day}`, seq },
  };
}

export async function readTimes({ views }: Pick<Ports, 'views'>, day: PlainDate): Promise<TimesOfDay> {
  const row = await views.get(VIEW, PARTITION, day);
  // Written by `writeOfTimes`.
  const { routes, appends, papers = {} } = (row?.value ?? NO_TIMES) as unknown as typeof NO_TIMES;
  return { day, routes, appends, papers };
}
