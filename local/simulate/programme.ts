// A programme on its calendar: neighbourhoods come in, walk through the ordinary course act by act, wait at the desks that
// they share with others of their district and for the money of the year. Same seed, same programme.
import { addDays, daysBetween, plainDateOf, yearOf } from '../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../domain/calendar/working-days.ts';
import { gaussian, type Random, randomOf } from '../randomness.ts';
import { COURSE } from '../seed/course.ts';
import { ASSUMED, DESKS, type DeskName } from './assumptions.ts';

export const FIRST_DAY = plainDateOf('2021-01-01');
export const DAYS = daysBetween(FIRST_DAY, plainDateOf('2026-01-01'));

/** Every day of the programme, with the kind that the published calendar gives it. */
const WORKING: readonly boolean[] = Array.from(
  { length: DAYS },
  (_, day) => shippedCalendar.dayKind(addDays(FIRST_DAY, day)) === 'WORK',
);
const YEAR: readonly number[] = Array.from({ length: DAYS }, (_, day) => yearOf(addDays(FIRST_DAY, day)));

export interface Desk {
  decisions: number;
  /** Working days that papers lay there, added up; the longest of them; papers that lay there at once in one district. */
  waited: number;
  longest: number;
  most: number;
}

export interface Programme {
  readonly districts: number;
  readonly neighbourhoods: number;
  readonly households: number;
  /** By day. */
  readonly acts: Float64Array;
  readonly open: Float64Array;
  readonly looks: Float64Array;
  readonly desks: Map<DeskName, Desk>;
  readonly moneyQueue: { most: number; longest: number };
  completed: number;
}

interface Walking {
  readonly households: number;
  readonly subsidy: number;
  move: number;
  /** Day of its arrival there, or -1. */
  arrivedAtDesk: number;
  askedForMoney: number;
  voted: boolean;
}

const at = (act: string) => COURSE.findIndex((move) => move.act === act);
const [PUBLISH, TALLY, POSTED, RESERVE] = [
  at('publish-plan'),
  at('tally-plan-ballot'),
  at('confirm-posting'),
  at('reserve-subsidy'),
];
/** From here on a project only waits for its warranty and its reviews. */
const SETTLED = at('set-management-mode');

/** `neighbourhoods` and `households` are spread over so many districts, and over five years. */
export function runProgramme(size: { neighbourhoods: number; households: number; districts: number }): Programme {
  const programme: Programme = {
    ...size,
    acts: new Float64Array(DAYS),
    open: new Float64Array(DAYS),
    looks: new Float64Array(DAYS),
    desks: new Map(),
    moneyQueue: { most: 0, longest: 0 },
    completed: 0,
  };
  const average = size.households / size.neighbourhoods;
  for (let district = 0; district < size.districts; district++) {
    const share = (of: number) =>
      Math.floor((of * (district + 1)) / size.districts) - Math.floor((of * district) / size.districts);
    runDistrict(programme, share(size.neighbourhoods), average, randomOf(district + 1));
  }
  return programme;
}

function runDistrict(programme: Programme, count: number, average: number, dice: Random): void {
  const due: Walking[][] = Array.from({ length: DAYS + 1 }, () => []);
  let subsidies = 0;
  for (let i = 0; i < count; i++) {
    const households = Math.max(10, Math.round(average * sizeFactor(dice)));
    const subsidy = households * ASSUMED.areaOfHousehold * ASSUMED.subsidyOfSquareMetre;
    subsidies += subsidy;
    const day = arrivalDay(Math.floor((i * ASSUMED.years) / count), dice);
    if (day < DAYS)
      due[day]?.push({ households, subsidy, move: 0, arrivedAtDesk: -1, askedForMoney: -1, voted: false });
  }
  const budget = (subsidies / ASSUMED.years) * ASSUMED.budgetShare;
  let [year, left, open] = [0, 0, 0];
  for (let day = 0; day < DAYS; day++) {
    if (YEAR[day] !== year) [year, left] = [YEAR[day] ?? 0, budget];
    const today = due[day] ?? [];
    if (!WORKING[day]) {
      carry(due, day, today);
      programme.open[day] = (programme.open[day] ?? 0) + open;
      continue;
    }
    const taken = new Map<DeskName, number>();
    const lying = new Map<DeskName, number>();
    let waitingForMoney = 0;
    // It grows while it is walked over: an act that follows on the same day comes at its end.
    for (let next = 0; next < today.length; next++) {
      const project = today[next];
      const move = project && COURSE[project.move];
      if (!project || !move) continue;
      const desk = deskOf(move.role);
      const done = desk === undefined ? 0 : (taken.get(desk) ?? 0);
      if (desk !== undefined && done >= DESKS[desk]) {
        lying.set(desk, (lying.get(desk) ?? 0) + 1);
        if (project.arrivedAtDesk < 0) project.arrivedAtDesk = day;
        due[day + 1]?.push(project);
        continue;
      }
      if (project.move === RESERVE && left < project.subsidy) {
        waitingForMoney++;
        if (project.askedForMoney < 0) project.askedForMoney = day;
        // It is not the desk that keeps it waiting.
        project.arrivedAtDesk = -1;
        programme.moneyQueue.longest = Math.max(programme.moneyQueue.longest, day - project.askedForMoney);
        due[day + 1]?.push(project);
        continue;
      }
      if (desk !== undefined) {
        taken.set(desk, done + 1);
        decided(programme, desk, project.arrivedAtDesk < 0 ? 0 : day - project.arrivedAtDesk);
      }
      if (project.move === RESERVE) left -= project.subsidy;
      if (project.move === 0) open++;
      programme.acts[day] = (programme.acts[day] ?? 0) + 1;
      if (project.move === POSTED) spreadLooks(programme, day, project.households);
      if (project.move === SETTLED) programme.completed++;
      project.arrivedAtDesk = -1;
      advance(project, dice);
      const following = COURSE[project.move];
      if (!following) {
        open--;
        continue;
      }
      const when = day + following.after;
      if (when < DAYS) due[when]?.push(project);
    }
    for (const [desk, papers] of lying) {
      const record = deskRecord(programme, desk);
      record.most = Math.max(record.most, papers);
    }
    programme.moneyQueue.most = Math.max(programme.moneyQueue.most, waitingForMoney);
    programme.open[day] = (programme.open[day] ?? 0) + open;
    due[day] = [];
  }
}

/** To the next act of its course; a failed ballot goes back to the plan, once. */
function advance(project: Walking, dice: Random): void {
  if (project.move === TALLY && !project.voted) {
    project.voted = true;
    if (dice() < ASSUMED.failedBallots) {
      project.move = PUBLISH;
      return;
    }
  }
  do project.move++;
  while (COURSE[project.move]?.when !== undefined && dice() >= ASSUMED.conditionalActs);
}

function carry(due: Walking[][], day: number, today: readonly Walking[]): void {
  const tomorrow = due[day + 1];
  // Who waited longest stands first.
  if (tomorrow) due[day + 1] = [...today, ...tomorrow];
  due[day] = [];
}

const deskOf = (role: string): DeskName | undefined => (Object.hasOwn(DESKS, role) ? (role as DeskName) : undefined);

function deskRecord({ desks }: Programme, desk: DeskName): Desk {
  const record = desks.get(desk) ?? { decisions: 0, waited: 0, longest: 0, most: 0 };
  desks.set(desk, record);
  return record;
}

function decided(programme: Programme, desk: DeskName, days: number): void {
  const record = deskRecord(programme, desk);
  record.decisions++;
  record.waited += days;
  record.longest = Math.max(record.longest, days);
}

/** Residents look at a notice while it hangs. */
function spreadLooks({ looks }: Programme, day: number, households: number): void {
  for (let i = day; i < Math.min(DAYS, day + ASSUMED.noticeDays); i++) {
    looks[i] = (looks[i] ?? 0) + (households * ASSUMED.looksOfHousehold) / ASSUMED.noticeDays;
  }
}

/** Most of a year's neighbourhoods are put forward before the deadline of its spring, many of them in its last week. */
function arrivalDay(year: number, dice: Random): number {
  const day = (date: string): number => daysBetween(FIRST_DAY, plainDateOf(`${2021 + year}-${date}`));
  const chance = dice();
  const [from, to] =
    chance < ASSUMED.inLastWeek
      ? [day('04-13'), day('04-20')]
      : chance < ASSUMED.beforeDeadline
        ? [day('01-04'), day('04-13')]
        : [day('04-20'), day('12-31')];
  return from + Math.floor(dice() * (to - from));
}

/** Around 1: many small neighbourhoods and a few large ones, as those of CASE-08. */
function sizeFactor(dice: Random): number {
  const normal = gaussian(dice);
  const spread = 0.8;
  return Math.exp(spread * normal - spread ** 2 / 2);
}
