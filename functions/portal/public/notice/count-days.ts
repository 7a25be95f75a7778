// Why the notice ends on this day: every day from the posting on, with the reason why it counts or does not (二(三)3).
import { addDays, dayOfWeek, type PlainDate } from '../../../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../../../domain/calendar/working-days.ts';
import type { RulePack } from '../../../../domain/policy/packs.ts';
import { countPeriod, type Period } from '../../../../domain/projects/publicity/period.ts';

export const DAY_REASONS = {
  POSTED: { zh: '张贴，不计', en: 'posted: not counted' },
  COUNTED: { zh: '计入', en: 'counted' },
  COUNTED_WEEKEND: { zh: '调休上班，计入', en: 'made a working day: counted' },
  WEEKEND: { zh: '周末，不计', en: 'weekend' },
  HOLIDAY: { zh: '放假，不计', en: 'holiday' },
  UNKNOWN: { zh: '放假安排未发布', en: 'holidays not published yet' },
  /** A new count never shortens what was announced. */
  ANNOUNCED: { zh: '已公告至此日', en: 'announced before' },
} as const;

export interface DayOfNotice {
  readonly date: PlainDate;
  readonly reason: keyof typeof DAY_REASONS;
  /** 1 for the first day that counts. */
  readonly number?: number;
}

export interface CountedNotice {
  readonly period: Period;
  readonly days: readonly DayOfNotice[];
}

export function countDays(
  runsFrom: PlainDate,
  announced: PlainDate | undefined,
  calendar: Calendar,
  pack: RulePack,
): CountedNotice {
  const { period } = countPeriod(runsFrom, announced, calendar, pack);
  const last = period.status === 'FIXED' ? period.endsOn : period.provisionalEndsOn;
  const days: DayOfNotice[] = [{ date: runsFrom, reason: 'POSTED' }];
  for (let date = addDays(runsFrom, 1); date <= last; date = addDays(date, 1)) {
    const index = period.countedDays.indexOf(date);
    days.push({ date, reason: reasonOf(date, index >= 0, calendar), ...(index >= 0 && { number: index + 1 }) });
  }
  return { period, days };
}

function reasonOf(date: PlainDate, isCounted: boolean, calendar: Calendar): DayOfNotice['reason'] {
  const weekend = dayOfWeek(date) >= 6;
  if (isCounted) return weekend ? 'COUNTED_WEEKEND' : 'COUNTED';
  switch (calendar.dayKind(date)) {
    case 'UNKNOWN':
      return 'UNKNOWN';
    case 'OFF':
      return weekend ? 'WEEKEND' : 'HOLIDAY';
    case 'WORK':
      return 'ANNOUNCED';
  }
}
