// The shipped calendar against two independent libraries, day by day; what is not published stays unknown.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek, type PlainDate, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { shippedCalendar, withOverrides, withPublishedYear } from '../../../domain/calendar/working-days.ts';

const daysFrom = (from: string, to: string): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = plainDateOf(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const partsOf = (day: PlainDate) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

/** Days on which tyme4ts contradicts the data; none lies in the life of the policy. */
const TYME_DIFFERS = ['2005-12-31', '2013-04-07', '2013-10-12'];

describe('the shipped calendar', () => {
  it('agrees with chinese-days on every day of 2004–2026', () => {
    // Its data, not its functions: those take a date for the day before in zones west of Greenwich.
    const wrong = daysFrom('2004-01-01', '2026-12-31').filter((day) => {
      const works = day in chineseDays.workdays || (dayOfWeek(day) <= 5 && !(day in chineseDays.holidays));
      return works !== (shippedCalendar.dayKind(day) === 'WORK');
    });
    expect(wrong).toEqual([]);
  });

  it('agrees with tyme4ts on every day of 2004–2026 but three known ones before the policy', () => {
    const wrong = daysFrom('2004-01-01', '2026-12-31').filter((day) => {
      const { year, month, date } = partsOf(day);
      const works = LegalHoliday.fromYmd(year, month, date)?.isWork() ?? dayOfWeek(day) <= 5;
      return works !== (shippedCalendar.dayKind(day) === 'WORK');
    });
    expect(wrong).toEqual(TYME_DIFFERS);
  });

  it('covers 2004 to 2026 and nothing else', () => {
    const published = Array.from({ length: 60 }, (_, index) => 1990 + index).filter(shippedCalendar.isPublished);
    expect([published.at(0), published.at(-1), published.length]).toEqual([2004, 2026, 23]);
  });

  it('keeps 2024-02-09 a working day: leave on that day was only encouraged', () => {
    expect(shippedCalendar.dayKind(plainDateOf('2024-02-09'))).toBe('WORK');
  });

  it.each([
    ['2003-12-31', 'UNKNOWN'],
    ['2027-01-01', 'OFF'],
    ['2027-01-02', 'UNKNOWN'],
    ['2027-01-04', 'UNKNOWN'],
    ['2027-05-02', 'OFF'],
    ['2027-10-03', 'OFF'],
    ['2027-10-04', 'UNKNOWN'],
  ])('says of %s: %s', (day, kind) => {
    expect(shippedCalendar.dayKind(plainDateOf(day))).toBe(kind);
  });
});

describe('an override', () => {
  const closure = {
    date: plainDateOf('2026-07-10'),
    kind: 'OFF',
    source: 'typhoon notice of the district',
    enteredBy: 'operator-1',
  } as const;

  it('changes its day, no other, and the version', () => {
    const changed = withOverrides(shippedCalendar, [closure]);
    const different = daysFrom('2026-01-01', '2026-12-31').filter(
      (day) => changed.dayKind(day) !== shippedCalendar.dayKind(day),
    );
    expect(different).toEqual(['2026-07-10']);
    expect(changed.version).not.toBe(shippedCalendar.version);
  });

  it('gives the same version whenever it is entered again', () => {
    expect(withOverrides(shippedCalendar, [closure]).version).toBe(withOverrides(shippedCalendar, [closure]).version);
    expect(withOverrides(shippedCalendar, []).version).toBe(shippedCalendar.version);
  });

  it('entered later counts before one entered earlier', () => {
    const revoked = withOverrides(shippedCalendar, [closure, { ...closure, kind: 'WORK' }]);
    expect(revoked.dayKind(closure.date)).toBe('WORK');
  });
});

describe('a year published later', () => {
  const calendar = withPublishedYear(shippedCalendar, {
    year: 2027,
    off: ['2026-12-31', '2027-01-01', '2027-01-02'].map(plainDateOf),
    work: ['2026-12-27'].map(plainDateOf),
    source: 'https://www.gov.cn/',
    enteredBy: 'operator-1',
  });

  it.each([
    ['2026-12-27', 'WORK'],
    ['2026-12-31', 'OFF'],
    ['2027-01-02', 'OFF'],
    ['2027-01-03', 'OFF'],
    ['2027-01-04', 'WORK'],
    ['2028-01-04', 'UNKNOWN'],
  ])('says of %s: %s', (day, kind) => {
    expect(calendar.dayKind(plainDateOf(day))).toBe(kind);
  });

  it('is published', () => {
    expect([2026, 2027, 2028].map((year) => calendar.isPublished(year))).toEqual([true, true, false]);
  });
});
