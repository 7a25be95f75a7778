// What the dashboard routes answer with: figures of the whole district, or of one street, and as of when they hold.
import * as z from 'zod';
import { nextEventSchema } from './api.ts';
import { ROLES } from './parties.ts';
import { ACT_NAMES } from './projects/act-names.ts';
import { ALL_STATES } from './projects/states.ts';

const about = { projectId: z.string(), name: z.string(), street: z.string() };

/** An open project that has stayed in its step since `since` and should leave its state by `dueOn`. */
export const staySchema = z.object({ ...about, step: z.int(), since: z.string(), dueOn: z.string() });
export type Stay = z.output<typeof staySchema>;

/** Whose turn it is, with what, by when. */
export const dueSchema = z.object({
  ...about,
  step: z.int(),
  state: z.enum(ALL_STATES),
  act: z.enum(ACT_NAMES),
  owner: z.enum(ROLES),
  unit: z.string(),
  dueOn: nextEventSchema.shape.dueOn,
});
export type Due = z.output<typeof dueSchema>;

export const clockSchema = z.object({
  ...about,
  runsFrom: z.string().optional(),
  endsOn: z.string().optional(),
  /** Absent while the calendar of the year is not published. */
  opensAt: z.string().optional(),
  /** Objections without a recorded outcome. */
  openObjections: z.int(),
  interrupted: z.boolean(),
});
export type Clock = z.output<typeof clockSchema>;

/** The one date that binds the money of an account now. */
export const accountDeadlineSchema = z.discriminatedUnion('of', [
  /** A target of the district: the text sets no day. */
  z.object({ of: z.literal('COLLECTION'), on: z.string() }),
  /** Set by other law, which is cited. */
  z.object({ of: z.literal('FINAL_ACCOUNTS'), on: z.string(), citation: z.string() }),
  z.object({ of: z.literal('NONE') }),
]);
export type AccountDeadline = z.output<typeof accountDeadlineSchema>;

export const accountSchema = z.object({
  ...about,
  required: z.string(),
  credited: z.string(),
  missing: z.string(),
  /** Percent, rounded down. */
  arrivalRate: z.string(),
  funded: z.boolean(),
  lastCreditedOn: z.string().optional(),
  openedOn: z.string(),
  /** Absent in rows that older software kept. */
  deadline: accountDeadlineSchema.optional(),
});
export type Account = z.output<typeof accountSchema>;

export const reviewSchema = z.object({
  ...about,
  round: z.int(),
  asked: z.int(),
  awaited: z.int(),
  result: z.enum(['PASSED', 'RETURNED']).optional(),
  minutesOn: z.string().optional(),
});
export type Review = z.output<typeof reviewSchema>;

/** The day in Asia/Shanghai and the moment for which the figures hold. */
const asOf = { asOf: z.string(), today: z.string() };

export const funnelSchema = z.object({
  ...asOf,
  /** Projects that are in the programme and not over. */
  open: z.int(),
  steps: z.array(
    z.object({
      step: z.int(),
      open: z.int(),
      dueSoon: z.int(),
      overdue: z.int(),
      /** The one that has stayed longest. */
      longest: staySchema.optional(),
    }),
  ),
  dueToday: z.int(),
  dueTomorrow: z.int(),
  overdue: z.int(),
  /** More are due or overdue than were looked at: the two figures are lower bounds. */
  atLeast: z.boolean(),
});
export type Funnel = z.output<typeof funnelSchema>;

export const ageingSchema = z.object({ ...asOf, due: z.array(dueSchema), cursor: z.string().optional() });
export type Ageing = z.output<typeof ageingSchema>;

export const streetsSchema = z.object({
  ...asOf,
  streets: z.array(
    z.object({
      street: z.string(),
      cells: z.array(z.object({ step: z.int(), open: z.int(), longest: staySchema.optional() })),
    }),
  ),
});
export type Streets = z.output<typeof streetsSchema>;

export const clocksSchema = z.object({
  ...asOf,
  running: z.int(),
  clocks: z.array(clockSchema.extend({ countedDays: z.array(z.string()) })),
});
export type Clocks = z.output<typeof clocksSchema>;

export const moneyRaceSchema = z.object({ ...asOf, open: z.int(), funded: z.int(), nearest: z.array(accountSchema) });
export type MoneyRace = z.output<typeof moneyRaceSchema>;

export const accountsSchema = z.object({ ...asOf, accounts: z.array(accountSchema), cursor: z.string().optional() });
export type Accounts = z.output<typeof accountsSchema>;

export const reviewsSchema = z.object({ ...asOf, reviews: z.array(reviewSchema), cursor: z.string().optional() });
export type Reviews = z.output<typeof reviewsSchema>;

export const budgetYearSchema = z.object({
  ...asOf,
  year: z.string(),
  /** Absent while no budget of the year is set. */
  budget: z
    .object({
      amount: z.string(),
      reserved: z.string(),
      left: z.string(),
      /** Reserved up to the end of each month, January first, up to the month of today. */
      byMonth: z.array(z.string()),
      /** Of it paid out so far, in the part that the subsidy is of each total; also up to the end of each month. */
      paid: z.string(),
      paidByMonth: z.array(z.string()),
    })
    .optional(),
});
export type BudgetYear = z.output<typeof budgetYearSchema>;

export const stuckSchema = z.object({
  ...asOf,
  /** Absent before the first reconciliation. */
  reconciliation: z
    .object({
      at: z.string(),
      checked: z.int(),
      repairs: z.array(z.object({ projectId: z.string(), repair: z.string() })),
      stuck: z.array(z.string()),
    })
    .optional(),
});
export type Stuck = z.output<typeof stuckSchema>;

export const latenciesSchema = z.object({
  ...asOf,
  /** Notices that are not delivered yet. */
  undelivered: z.int(),
  /** When the one that has waited longest was put in; absent when none waits. */
  oldestUndelivered: z.string().optional(),
  calendar: z.string(),
});
export type Latencies = z.output<typeof latenciesSchema>;

export const foundSchema = z.object({
  projects: z.array(z.object({ ...about, step: z.int(), state: z.enum(ALL_STATES) })),
});
export type Found = z.output<typeof foundSchema>;
