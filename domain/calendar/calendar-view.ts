// What people are shown of the calendar: days with what they are, and of a whole year also who says so.
import * as z from 'zod';
import { DAY_KINDS } from './working-days.ts';

export const daySourceSchema = z.discriminatedUnion('of', [
  /** Of the General Office of the State Council; without an address where none is known. */
  z.object({ of: z.literal('NOTICE'), title: z.string(), address: z.url().optional() }),
  /** The arrangement of a year, as an operator entered it. */
  z.object({ of: z.literal('ENTERED_YEAR'), year: z.int(), source: z.string() }),
  /** A single day of the district. */
  z.object({ of: z.literal('ENTERED_DAY'), source: z.string() }),
  /** Every week: Monday to Friday worked, Saturday and Sunday off. */
  z.object({ of: z.literal('WEEKLY'), law: z.string() }),
  /** A holiday by law, in a year whose arrangement is not published. */
  z.object({ of: z.literal('STATUTORY'), law: z.string() }),
  z.object({ of: z.literal('UNPUBLISHED') }),
]);
export type DaySource = z.output<typeof daySourceSchema>;

export const calendarViewSchema = z.object({
  version: z.string(),
  days: z.array(
    z.object({
      date: z.string(),
      kind: z.enum(DAY_KINDS),
      /** Of a whole year: which of its sources says so. */
      source: z.int().optional(),
    }),
  ),
  /** Where a whole year was asked for. */
  year: z
    .object({
      year: z.int(),
      published: z.boolean(),
      /** The years that there is something to say about. */
      first: z.int(),
      last: z.int(),
      sources: z.array(daySourceSchema),
    })
    .optional(),
});
export type CalendarView = z.output<typeof calendarViewSchema>;
