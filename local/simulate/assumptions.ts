// What the simulation takes from published cases, and what it has to assume where nobody has published anything.
import type { Role } from '../../domain/parties.ts';

export const SCOPES = {
  district: {
    title: '区 a district',
    neighbourhoods: 205,
    households: 62_000,
    districts: 1,
    source: '鹿城区 2000 年以前建成的老旧小区 (CASE-02)',
  },
  province: {
    title: '省 a province',
    neighbourhoods: 7_065,
    households: 1_225_806,
    districts: 34,
    source: 'one of 31 equal parts of the country',
  },
  country: {
    title: '全国 the country',
    neighbourhoods: 219_000,
    households: 38_000_000,
    districts: 1_068,
    source: '219,000 neighbourhoods, 38 million households; districts of the size of Lucheng',
  },
} as const;

export const ASSUMED = {
  years: 5,
  /** CASE-02: 6.3 million ㎡ of 62,000 households. */
  areaOfHousehold: 101.61,
  /** Yuan: the cap of 三(三). */
  subsidyOfSquareMetre: 400,
  /** Of a fifth of all subsidies: the budget of each year. */
  budgetShare: 1.05,
  /** Of a year's neighbourhoods, put forward before 20 April (the deadline of CASE-32), and in the last week before it. */
  beforeDeadline: 0.65,
  inLastWeek: 0.25,
  failedBallots: 0.08,
  /** Of the acts that happen to some neighbourhoods and not to others. */
  conditionalActs: 0.5,
  looksOfHousehold: 2,
  noticeDays: 10,
  /** A working day has eight hours; in the busiest of them a fifth of it happens, in its busiest second three times that. */
  busiestHour: 0.2,
  busiestSecond: 3,
} as const;

/** Decisions that each office of a district makes on a working day. */
export const DESKS = {
  DRB: 2,
  FINANCE: 2,
  HOUSING: 2,
  RENOVATION_OFFICE: 3,
  PRINCIPAL_LEADER: 1,
  DRAWING_REVIEWER: 1,
  FIRE: 2,
  LAW_ENFORCEMENT: 2,
  ARCHIVES: 2,
} as const satisfies Partial<Record<Role, number>>;

export type DeskName = keyof typeof DESKS;
