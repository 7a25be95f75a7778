// Fills a new data folder with the demo district: sixty-four ledgers that happened in order, while the server is already up.
import { hash } from 'node:crypto';
import { epochMillisecondsOf, instantOf, type PlainDate, startOfDay } from '../../domain/calendar/plain-date.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { setBudget } from '../../functions/funding/set-budget.ts';
import { type Planned, plannedNeighbourhoods } from './neighbourhoods.ts';
import { samplePdf } from './sample-pdf.ts';
import { expectGranted, NINE_O_CLOCK, type Papers, Story } from './story.ts';

const SIDE_BY_SIDE = 8;
const BUDGET = '400000000.00';

export interface Seeded {
  readonly projects: number;
}

/** `today`: the day up to which things have happened. `progress` hears how many of how many are done. */
export async function seedDistrict(
  ports: Ports,
  today: PlainDate,
  progress: (done: number, of: number) => void = () => {},
): Promise<Seeded> {
  const papers = await samplePapers(ports);
  const planned = plannedNeighbourhoods(today);
  for (const year of yearsOf(planned, today)) await setYear(ports, year, papers);
  // Numbers are given in order of opening; the rest of the stories is told side by side.
  const stories: Story[] = [];
  for (const plan of planned.toSorted((a, b) => a.openedOn.localeCompare(b.openedOn))) {
    const story = new Story(ports, plan, papers);
    await story.open();
    stories.push(story);
  }
  let done = 0;
  const queue = [...stories];
  const tell = async () => {
    for (let story = queue.shift(); story; story = queue.shift()) {
      await story.tell();
      done += 1;
      progress(done, stories.length);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, tell));
  return { projects: stories.length };
}

export async function samplePapers(ports: Ports): Promise<Papers> {
  const known = new Map<string, string>();
  const kinds = [
    'E1',
    'F1',
    'W1',
    'B1',
    'DC',
    'P1',
    'F2',
    'F3',
    'F4',
    'P2',
    'PHOTO-1',
    'PHOTO-2',
    'M1',
    'M3',
    'M4',
    'DP',
    'X1',
    'X2',
    'X3',
    'A1',
    'A1B',
    'A2',
    'A2B',
    'A3',
    'A4',
    'A5',
    'A6',
    'A7',
    'TA',
    'PP',
    'K1',
    'K2',
    'K3',
    'K4',
    'K5',
    'K6',
    'K7',
    'K8',
    'K8D',
    'K9',
    'HO',
    'PM',
    'BU',
    'ROSTER',
  ];
  for (const kind of kinds) {
    const bytes = samplePdf(`${kind}  sample paper of the demo district`);
    const { sha256 } = await ports.papers.put(bytes, {
      mediaType: 'application/pdf',
      paperClass: 'FILED',
      storedAt: ports.clock.now(),
    });
    known.set(kind, sha256);
  }
  return (kind) => known.get(kind) ?? hash('sha256', kind, 'hex');
}

const yearsOf = (planned: readonly Planned[], today: PlainDate): readonly string[] => {
  const first = Math.min(...planned.map(({ openedOn }) => Number(openedOn.slice(0, 4))));
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

export async function setYear(ports: Ports, year: string, papers: Papers): Promise<void> {
  const finance: Actor = { role: 'FINANCE', id: 'finance', unit: 'FINANCE' };
  const at = instantOf(epochMillisecondsOf(startOfDay(`${year}-01-05` as PlainDate)) + NINE_O_CLOCK);
  expectGranted(
    await setBudget({ ...ports, clock: { now: () => at } }, finance, { year, amount: BUDGET, document: papers('BU') }),
  );
}
