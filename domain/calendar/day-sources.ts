// Who says that a day is worked or off: the notice of its year, what an operator entered, or the law for every week.
import { arrangements } from './arrangements.ts';
import type { DaySource } from './calendar-view.ts';
import { type PlainDate, yearOf } from './plain-date.ts';
import { type CalendarOverride, type PublishedYear, shippedCalendar } from './working-days.ts';

/** What the ledger of the calendar adds, earliest first. */
export type EnteredChange = { readonly day: CalendarOverride } | { readonly year: PublishedYear };

/** 国家机关、事业单位: Saturday and Sunday are the weekly days of rest, the others are worked. */
const WEEKLY: DaySource = { of: 'WEEKLY', law: '国务院关于职工工作时间的规定（国务院令第174号）第七条' };
const STATUTORY: DaySource = { of: 'STATUTORY', law: '全国年节及纪念日放假办法' };
const UNPUBLISHED: DaySource = { of: 'UNPUBLISHED' };

/** Notices that changed an arrangement within its year, and the days that they are about. */
const AMENDMENTS: Readonly<Record<string, { readonly title: string; readonly days: readonly string[] }>> = {
  '2019': {
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    days: ['04-28', '05-01', '05-02', '05-03', '05-04', '05-05'],
  },
  '2020': { title: '国务院办公厅关于延长2020年春节假期的通知', days: ['01-31', '02-01', '02-02'] },
};

/** The source of a day under the shipped calendar and everything entered since; of two that name it, the later. */
export function sourceOfDay(entered: readonly EnteredChange[], date: PlainDate): DaySource {
  for (const change of entered.toReversed()) {
    if ('day' in change) {
      if (change.day.date === date) return { of: 'ENTERED_DAY', source: change.day.source };
    } else if (change.year.off.includes(date) || change.year.work.includes(date)) {
      return { of: 'ENTERED_YEAR', year: change.year.year, source: change.year.source };
    } else if (change.year.year === yearOf(date)) return WEEKLY;
  }
  const year = arrangements.years[date.slice(0, 4)];
  if (year === undefined) return shippedCalendar.dayKind(date) === 'OFF' ? STATUTORY : UNPUBLISHED;
  const day = date.slice(5);
  return year.off.includes(day) || year.work.includes(day) ? noticeOf(date) : WEEKLY;
}

/** Days about New Year that lie in the old year are moved by the notice of the new one. */
function noticeOf(date: PlainDate): DaySource {
  const day = date.slice(5);
  const year = String(yearOf(date) + (day.startsWith('12-') ? 1 : 0));
  const [first, second] = arrangements.years[year]?.notices ?? [];
  const amendment = AMENDMENTS[year];
  const [title, address] = amendment?.days.includes(day)
    ? [amendment.title, second]
    : [`国务院办公厅关于${year}年部分节假日安排的通知`, first];
  return { of: 'NOTICE', title, ...(address !== undefined && { address }) };
}
