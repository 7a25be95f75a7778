// Every day has a source, and the source says the same as the calendar itself.
import { describe, expect, it } from 'vitest';
import { type EnteredChange, sourceOfDay } from '../../../domain/calendar/day-sources.ts';
import { addDays, dayOfWeek, type PlainDate, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import {
  type Calendar,
  shippedCalendar,
  withOverrides,
  withPublishedYear,
} from '../../../domain/calendar/working-days.ts';

const on = (date: string, entered: readonly EnteredChange[] = []) => sourceOfDay(entered, plainDateOf(date));

const day = (date: string, kind: 'WORK' | 'OFF', source: string): EnteredChange => ({
  day: { date: plainDateOf(date), kind, source, enteredBy: 'o1' },
});
const OF_2027: EnteredChange = {
  year: {
    year: 2027,
    off: ['2026-12-31', '2027-01-01', '2027-02-08'].map(plainDateOf),
    work: ['2027-02-20'].map(plainDateOf),
    source: '国办发明电〔2026〕9号',
    enteredBy: 'o1',
  },
};

const calendarAfter = (entered: readonly EnteredChange[]): Calendar =>
  entered.reduce<Calendar>(
    (calendar, change) =>
      'day' in change ? withOverrides(calendar, [change.day]) : withPublishedYear(calendar, change.year),
    shippedCalendar,
  );

describe('the source of a day', () => {
  it('is the notice of its year for holidays and worked weekends, with its address', () => {
    const notice = {
      of: 'NOTICE',
      title: '国务院办公厅关于2026年部分节假日安排的通知',
      address: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
    };
    expect(on('2026-10-01')).toEqual(notice);
    expect(on('2026-10-10')).toEqual(notice);
  });

  it('is the law for every week on all others', () => {
    const weekly = { of: 'WEEKLY', law: '国务院关于职工工作时间的规定（国务院令第174号）第七条' };
    expect([on('2026-10-12'), on('2026-10-17')]).toEqual([weekly, weekly]);
  });

  it('is the amendment where one prolonged the holidays within the year', () => {
    expect(on('2020-02-01')).toMatchObject({
      title: '国务院办公厅关于延长2020年春节假期的通知',
      address: 'http://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
    });
    expect(on('2020-01-30')).toMatchObject({ title: '国务院办公厅关于2020年部分节假日安排的通知' });
    expect(on('2019-05-05')).toMatchObject({ title: '国务院办公厅关于调整2019年劳动节假期安排的通知' });
  });

  it('about New Year is the notice of the year that begins', () => {
    expect(on('2022-12-31')).toMatchObject({ title: '国务院办公厅关于2023年部分节假日安排的通知' });
  });

  it('has no address where none is known', () => {
    expect(on('2005-10-01')).toEqual({ of: 'NOTICE', title: '国务院办公厅关于2005年部分节假日安排的通知' });
  });

  it('is what an operator entered, and of two entries the later', () => {
    const entered = [day('2026-10-12', 'OFF', '先'), day('2026-10-12', 'WORK', '后')];
    expect(on('2026-10-12', entered)).toEqual({ of: 'ENTERED_DAY', source: '后' });
    expect(on('2027-02-20', [OF_2027])).toEqual({ of: 'ENTERED_YEAR', year: 2027, source: '国办发明电〔2026〕9号' });
    expect(on('2026-12-31', [OF_2027])).toMatchObject({ of: 'ENTERED_YEAR' });
    expect(on('2027-03-01', [OF_2027])).toMatchObject({ of: 'WEEKLY' });
  });

  it('in a year that is not published is the law for its holidays, and nobody for the rest', () => {
    expect(on('2027-10-01')).toEqual({ of: 'STATUTORY', law: '全国年节及纪念日放假办法' });
    expect(on('2027-10-04')).toEqual({ of: 'UNPUBLISHED' });
  });

  it.each([
    ['as shipped', []],
    ['with days and a year entered', [day('2027-10-04', 'OFF', '早'), OF_2027, day('2026-10-11', 'WORK', '某文')]],
  ] as const)('agrees with the calendar on every day of 2004–2028, %s', (_, entered) => {
    const calendar = calendarAfter(entered);
    const wrong: PlainDate[] = [];
    for (let date = plainDateOf('2004-01-01'); date <= '2028-12-31'; date = addDays(date, 1)) {
      const { of } = sourceOfDay(entered, date);
      const kind = calendar.dayKind(date);
      const ordinary = dayOfWeek(date) >= 6 ? 'OFF' : 'WORK';
      const fits = of === 'WEEKLY' ? kind === ordinary : of === 'UNPUBLISHED' ? kind === 'UNKNOWN' : kind !== 'UNKNOWN';
      if (!fits) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });
});
