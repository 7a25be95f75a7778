// Days and moments for people, always of Asia/Shanghai, never of the browser's own zone.
import { dateInShanghai, dayOfWeek, daysBetween, type Instant, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Language } from '../text/language.ts';

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const parts = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
};

export const printYear = (year: string, language: Language): string => (language === 'zh' ? `${year} 年` : year);

/** With the year where it is not that of `today`. */
export function printDay(date: string, language: Language, today = date): string {
  const { year, month, day } = parts(date);
  if (year !== parts(today).year) return printDate(date, language);
  return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ''}`;
}

export function printDate(date: string, language: Language): string {
  const { year } = parts(date);
  return language === 'zh' ? `${year}年${printDay(date, 'zh')}` : `${printDay(date, 'en')} ${year}`;
}

export const printWeekday = (date: string, language: Language): string =>
  WEEKDAYS[language][dayOfWeek(plainDateOf(date.slice(0, 10))) - 1] ?? '';

/** `2026年3月2日 周一`, `Mon 2 Mar 2026`. */
export const printDatedWeekday = (date: string, language: Language): string =>
  language === 'zh'
    ? `${printDate(date, 'zh')} ${printWeekday(date, 'zh')}`
    : `${printWeekday(date, 'en')} ${printDate(date, 'en')}`;

export const shortDay = (date: string): string => {
  const { month, day } = parts(date);
  return `${month}/${day}`;
};

/** `10-12 09:12` in Asia/Shanghai; with the year where it is not that of `today`. */
export function printMoment(instant: string, today?: string): string {
  const moment = shanghaiTextOf(instant);
  const isOfYear = today === undefined || moment.slice(0, 4) === today.slice(0, 4);
  return `${moment.slice(isOfYear ? 5 : 0, 10)} ${moment.slice(11, 16)}`;
}

export const printTime = (instant: string): string => shanghaiTextOf(instant).slice(11, 19);

const shanghaiTextOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();

/** The API's instants are what the clock port gives. */
export const dayOf = (instant: string): string => dateInShanghai(instant as Instant);

export const daysFrom = (from: string, to: string): number => daysBetween(plainDateOf(from), plainDateOf(to));

/** How far off a due date is, in words. */
export function printDue(dueOn: string, today: string, language: Language): string {
  const days = daysFrom(today, dueOn);
  if (days === 0) return language === 'zh' ? '今日' : 'today';
  if (days < 0) return language === 'zh' ? `逾期 ${-days} 天` : `${-days} d overdue`;
  return language === 'zh' ? `剩 ${days} 天` : `${days} d left`;
}

export type DueTone = 'bad' | 'warn' | 'plain';

const SOON = 3;
export function toneOfDue(dueOn: string, today: string): DueTone {
  const days = daysFrom(today, dueOn);
  if (days < 0) return 'bad';
  return days <= SOON ? 'warn' : 'plain';
}
