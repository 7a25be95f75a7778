// Fills a new data folder with the demo district: sixty-four ledgers and the programme's own, in the order in which things happened.

import { addMonths } from '../../domain/calendar/months.ts';
import { addDays, type Instant, type PlainDate, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { DistrictYear } from './district-year.ts';
import { type Planned, plannedNeighbourhoods } from './neighbourhoods.ts';
import { samplePapers } from './sample-papers.ts';
import { nineOn, type Papers, Story } from './story.ts';
import { setTelephones } from './telephones.ts';

export interface Seeded {
  readonly projects: number;
}

/** Something that happens at its moment. What stands alone sees everything before it done, and nothing after it begun. */
interface Happening {
  readonly at: Instant;
  /** Happenings of one story follow each other; those of several go side by side. */
  readonly story?: Story;
  readonly alone: boolean;
  happen(): Promise<void>;
}

/** Meetings and circulars of so many months: enough to see how they go. */
const MONTHS_TOLD = 6;

/** `today`: the day up to which things have happened. `progress` hears how many of how many are done. */
export async function seedDistrict(
  ports: Ports,
  today: PlainDate,
  progress: (done: number, of: number) => void = () => {},
): Promise<Seeded> {
  const papers = await samplePapers(ports);
  await setTelephones(ports, addDays(today, -1));
  const planned = plannedNeighbourhoods(today);
  const years = new Map(
    yearsOf(planned, today).map((year) => [year, new DistrictYear(ports, year, papers, nineOn(today))]),
  );
  const stories = planned.map((plan) => ({ plan, story: new Story(ports, plan, papers) }));
  const happenings = [
    ...stories.flatMap(({ plan, story }) => happeningsOf(plan, story, years)),
    ...[...years.values()].flatMap((year) => happeningsOfYear(year, today)),
    ...happeningsOfMonths(years, today),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  await happen(happenings, (done) => progress(Math.floor((done / happenings.length) * stories.length), stories.length));
  for (const { story } of stories) await story.end();
  progress(stories.length, stories.length);
  return { projects: stories.length };
}

function happeningsOf(plan: Planned, story: Story, years: ReadonlyMap<string, DistrictYear>): readonly Happening[] {
  // Numbers are given in order of opening.
  const opening = { at: nineOn(plan.openedOn), alone: true, happen: () => story.open() };
  const moves = story.schedule().map(({ move, at }): Happening => {
    const told = () => story.make(move, at);
    if (move.act !== 'reserve-subsidy') return { at, story, alone: false, happen: told };
    const reserve = async () => {
      if (story.turnedAside) return;
      await years.get(at.slice(0, 4))?.at(at).makeRoom(story.projectId);
      await told();
    };
    return { at, alone: true, happen: reserve };
  });
  return [opening, ...moves];
}

function happeningsOfYear(year: DistrictYear, today: PlainDate): readonly Happening[] {
  const on = (day: string, act: () => Promise<void>): readonly Happening[] => {
    const date = plainDateOf(`${year.year}-${day}`);
    return date > today ? [] : [{ at: nineOn(date), alone: true, happen: () => act() }];
  };
  const at = (day: string) => year.at(nineOn(plainDateOf(`${year.year}-${day}`)));
  return [
    ...on('01-02', () => at('01-02').setBudget()),
    ...on('01-04', () => at('01-04').open()),
    ...on('12-30', () => at('12-30').carryOver()),
  ];
}

function happeningsOfMonths(years: ReadonlyMap<string, DistrictYear>, today: PlainDate): readonly Happening[] {
  const thisMonth = plainDateOf(`${today.slice(0, 7)}-01`);
  return Array.from({ length: MONTHS_TOLD }, (_, index) => addMonths(thisMonth, index + 1 - MONTHS_TOLD)).flatMap(
    (first, turn): Happening[] => {
      const year = years.get(first.slice(0, 4));
      const [met, told] = [addDays(first, 4), addDays(first, 6)];
      // The circular of December is the first of the new year.
      const month = addMonths(first, -1).slice(0, 7);
      if (year === undefined) return [];
      const meeting: Happening = { at: nineOn(met), alone: true, happen: () => year.at(nineOn(met)).meet(turn) };
      const circular: Happening = {
        at: nineOn(told),
        alone: true,
        happen: () => year.at(nineOn(told)).report(month, turn < MONTHS_TOLD - 1),
      };
      return [...(met <= today ? [meeting] : []), ...(told <= today && month.startsWith(year.year) ? [circular] : [])];
    },
  );
}

/** Whatever does not stand alone goes side by side with the other stories, so that one write to the disk serves many. */
async function happen(happenings: readonly Happening[], progress: (done: number) => void): Promise<void> {
  let done = 0;
  while (done < happenings.length) {
    const next = happenings.findIndex(({ alone }, index) => index >= done && alone);
    const end = next === -1 ? happenings.length : next;
    const bySide = Map.groupBy(happenings.slice(done, end), ({ story }) => story);
    await Promise.all(
      [...bySide.values()].map(async (told) => {
        for (const { happen: make } of told) await make();
      }),
    );
    if (next !== -1) await happenings[next]?.happen();
    done = end + 1;
    progress(Math.min(done, happenings.length));
  }
}

const yearsOf = (planned: readonly Planned[], today: PlainDate): readonly string[] => {
  const first = Math.min(...planned.map(({ openedOn }) => Number(openedOn.slice(0, 4))));
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

export const setYear = (ports: Ports, year: string, papers: Papers): Promise<void> =>
  new DistrictYear(ports, year, papers, nineOn(plainDateOf(`${year}-01-05`))).setBudget();
