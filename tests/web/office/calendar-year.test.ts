// A year of the calendar in words, letters and months.
import { describe, expect, it } from 'vitest';
import type { CalendarView } from '../../../domain/calendar/calendar-view.ts';
import { monthsOf, printRanges, yearOfDays } from '../../../web/sentences/calendar-year.ts';

const NOTICE = { of: 'NOTICE', title: '通知' } as const;
const WEEKLY = { of: 'WEEKLY', law: '规定' } as const;
const day = (date: string, kind: 'WORK' | 'OFF', source: number) => ({ date, kind, source });

const VIEW: CalendarView = {
  version: 'cn-2026.1',
  days: [
    day('2026-02-13', 'WORK', 0),
    day('2026-02-14', 'WORK', 1),
    day('2026-02-15', 'OFF', 1),
    day('2026-02-16', 'OFF', 1),
    day('2026-02-28', 'WORK', 1),
    day('2026-03-01', 'OFF', 0),
    day('2026-03-02', 'WORK', 0),
  ],
  year: { year: 2026, published: true, first: 2004, last: 2027, sources: [WEEKLY, NOTICE] },
};

describe('a year of the calendar', () => {
  const { days, sources } = yearOfDays(VIEW);

  it('tells a worked Saturday from a working day, and gives a letter to what no week explains', () => {
    expect(days.map(({ word, letter }) => `${word} ${letter ?? '-'}`)).toEqual([
      'WORK -',
      'MADE_UP a',
      'OFF a',
      'OFF a',
      'MADE_UP a',
      'OFF -',
      'WORK -',
    ]);
  });

  it('says of each source which days it is about, days in a row as one', () => {
    const [notice, weekly] = sources;
    expect(weekly).toEqual({ source: WEEKLY, about: [] });
    expect(notice?.letter).toBe('a');
    const off = notice?.about.filter(({ word }) => word === 'OFF') ?? [];
    const madeUp = notice?.about.filter(({ word }) => word === 'MADE_UP') ?? [];
    expect([printRanges(off, 'zh'), printRanges(madeUp, 'zh')]).toEqual(['2月15日至2月16日', '2月14日、2月28日']);
    expect([printRanges(off, 'en'), printRanges(madeUp, 'en')]).toEqual(['15 Feb – 16 Feb', '14 Feb, 28 Feb']);
  });

  it('begins every week with Monday', () => {
    const whole = Array.from({ length: 31 }, (_, index) => ({
      date: `2026-08-${String(index + 1).padStart(2, '0')}`,
      word: 'WORK' as const,
    }));
    const [weeks = []] = monthsOf(whole);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.map((each) => each?.date.slice(8) ?? '')).toEqual(['', '', '', '', '', '01', '02']);
    expect(weeks[5]?.map((each) => each?.date.slice(8) ?? '')).toEqual(['31', '', '', '', '', '', '']);
  });
});
