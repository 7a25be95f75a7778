// What an entry of the calendar would do to the notices that hang now: asked before it is written; a notice can only end later.
import * as z from 'zod';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import {
  type Calendar,
  type CalendarOverride,
  type PublishedYear,
  withOverrides,
  withPublishedYear,
} from '../../domain/calendar/working-days.ts';
import { Fault } from '../../domain/errors.ts';
import { packById } from '../../domain/policy/packs.ts';
import type { Ports } from '../../domain/ports.ts';
import { DISTRICT } from '../../domain/projects/dashboard-rows.ts';
import { countPeriod } from '../../domain/projects/publicity/period.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { requireProject } from '../runtime/load-project.ts';

const moved = z.object({
  projectId: z.string(),
  name: z.string(),
  /** As announced; absent while the calendar of its year is not published. */
  endsOn: z.string().optional(),
  wouldEndOn: z.string(),
});

export const calendarPreview = z.object({
  /** Notices that hang now. */
  running: z.int(),
  moved: z.array(moved),
});

/** What is to be entered: a day, or the arrangement of a year. */
export type CalendarChange = { readonly day: CalendarOverride } | { readonly year: PublishedYear };

export async function previewCalendar(ports: Ports, change: CalendarChange): Promise<z.input<typeof calendarPreview>> {
  const now = await currentCalendar(ports);
  const calendar: Calendar = 'day' in change ? withOverrides(now, [change.day]) : withPublishedYear(now, change.year);
  const hanging = await hangingNotices(ports);
  const looked = await Promise.all(hanging.map((projectId) => wouldMove(ports, projectId, calendar)));
  return { running: hanging.length, moved: looked.flat() };
}

async function wouldMove(ports: Ports, projectId: string, calendar: Calendar): Promise<z.input<typeof moved>[]> {
  const { publicity, neighbourhood, pack: packId } = await requireProject(ports, projectId);
  const pack = packById(packId);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${packId}`);
  const { runsFrom, endsOn } = publicity;
  if (runsFrom === undefined) return [];
  const { period } = countPeriod(runsFrom, endsOn, calendar, pack);
  const wouldEndOn: PlainDate = period.status === 'FIXED' ? period.endsOn : period.provisionalEndsOn;
  if (wouldEndOn === endsOn) return [];
  return [{ projectId, name: neighbourhood.name, ...(endsOn !== undefined && { endsOn }), wouldEndOn }];
}

/** A district has a few at a time. */
async function hangingNotices({ views }: Pick<Ports, 'views'>): Promise<readonly string[]> {
  const projectIds: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query('clocks', DISTRICT, { limit: 100, ...(cursor !== undefined && { cursor }) });
    projectIds.push(...page.rows.map(({ value }) => String(value.projectId)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return projectIds;
}
