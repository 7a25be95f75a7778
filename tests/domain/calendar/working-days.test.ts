// Working days are counted as published, and never guessed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../domain/calendar/months.ts';
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import {
  addWorkingDays,
  countWorkingDays,
  shippedCalendar,
  withOverrides,
} from '../../../domain/calendar/working-days.ts';

const publishedDay = fc.integer({ min: 0, max: 20 * 365 }).map((days) => addDays(plainDateOf('2004-01-01'), days));

describe('a period of working days', () => {
  it('only gets longer when days off are added', () => {
    fc.assert(
      fc.property(
        publishedDay,
        fc.integer({ min: 1, max: 15 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }),
        (from, days, closed) => {
          const closures = closed.map((shift) => ({
            date: addDays(from, shift),
            kind: 'OFF' as const,
            source: 'test',
            enteredBy: 'test',
          }));
          const before = addWorkingDays(shippedCalendar, from, days);
          const after = addWorkingDays(withOverrides(shippedCalendar, closures), from, days);
          return before.status === 'FIXED' && after.status === 'FIXED' && after.endsOn >= before.endsOn;
        },
      ),
    );
  });

  it('ends on a working day, with as many working days behind it as were asked for', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const period = addWorkingDays(shippedCalendar, from, days);
        expect(period.countedDays).toHaveLength(days);
        expect(period.status === 'FIXED' && period.endsOn).toBe(period.countedDays.at(-1));
        expect(countWorkingDays(shippedCalendar, from, period.countedDays.at(-1) ?? from).working).toBe(days);
      }),
    );
  });

  it('stays pending when it needs a day of an unpublished year', () => {
    expect(addWorkingDays(shippedCalendar, plainDateOf('2026-12-25'), 5)).toEqual({
      status: 'PENDING_CALENDAR',
      countedDays: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      unpublishedYear: 2027,
      provisionalEndsOn: '2027-01-04',
    });
  });

  it('that ends with the last published day is fixed', () => {
    expect(addWorkingDays(shippedCalendar, plainDateOf('2026-12-24'), 5)).toMatchObject({
      status: 'FIXED',
      endsOn: '2026-12-31',
    });
  });

  it('counts apart the days nobody can tell yet', () => {
    expect(countWorkingDays(shippedCalendar, plainDateOf('2026-12-30'), plainDateOf('2027-01-05'))).toEqual({
      working: 1,
      unknown: 4,
    });
  });

  it('of no day at all is a fault', () => {
    expect(() => addWorkingDays(shippedCalendar, plainDateOf('2026-01-05'), 0)).toThrow(RangeError);
  });
});

describe('a period of months', () => {
  it.each([
    ['2022-12-22', 3, '2023-03-22'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-10-31', 2, '2024-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('from %s over %i months ends on %s', (from, months, to) => {
    expect(addMonths(plainDateOf(from), months)).toBe(to);
  });
});
