// What the wall screen is sent: the figures of the dashboard that may hang in a room with visitors.
import * as z from 'zod';
import { budgetYearSchema, clocksSchema, funnelSchema, moneyRaceSchema, streetsSchema } from './dashboard.ts';

export const screenSchema = z.object({
  asOf: z.string(),
  today: z.string(),
  /** Absent: the whole district. */
  street: z.string().optional(),
  stuck: z.int(),
  funnel: funnelSchema.pick({ open: true, steps: true, dueToday: true, dueTomorrow: true, overdue: true }),
  streets: streetsSchema.shape.streets,
  money: moneyRaceSchema.pick({ open: true, funded: true, nearest: true }),
  /** Absent while no budget of the year is set. */
  budget: budgetYearSchema.shape.budget.unwrap().extend({ year: z.string() }).optional(),
  clocks: clocksSchema.pick({ running: true, clocks: true }),
});
export type WallScreen = z.output<typeof screenSchema>;
