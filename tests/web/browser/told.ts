// Neighbourhoods of the demo district whose stories are told up to an act, so that a journey begins where it matters.
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { COURSE, daysTo } from '../../../local/seed/course.ts';
import { communityOf, neighbourhoodCode, STREETS } from '../../../local/seed/district.ts';
import { samplePapers } from '../../../local/seed/sample-papers.ts';
import { setYear } from '../../../local/seed/seed-district.ts';
import { Story } from '../../../local/seed/story.ts';
import { setTelephones } from '../../../local/seed/telephones.ts';

export interface Telling {
  readonly name: string;
  /** Street of the demo district, 1 for the first; and which of its neighbourhoods. */
  readonly street: number;
  readonly serial: number;
  /** The act that is awaited in the end. */
  readonly until: ActName;
}

/** The project number of each, in the order given; everything happened before `today`. */
export async function tell(ports: Ports, today: string, tellings: readonly Telling[]): Promise<readonly string[]> {
  const papers = await samplePapers(ports);
  for (const year of [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))])
    await setYear(ports, String(year), papers);
  await setTelephones(ports, addDays(plainDateOf(today), -1));
  const before = new Set(await ports.ledger.list('PROJECT'));
  const projectIds: string[] = [];
  for (const { name, street: number, serial, until } of tellings) {
    const street = STREETS[number - 1];
    const moves = COURSE.findIndex(({ act }) => act === until);
    if (street === undefined || moves < 0) throw new Error(`nobody can tell ${name} until ${until}`);
    const neighbourhood = {
      name,
      code: neighbourhoodCode(street, serial),
      community: communityOf(street),
      street: street.code,
    };
    const openedOn = addDays(plainDateOf(today), moves === 0 ? -1 : -daysTo(moves - 1) - 1);
    const size = { households: 24, area: '2000.00', buildings: 2 };
    const story = new Story(ports, { neighbourhood, size, openedOn, moves, turn: 'ORDINARY' }, papers);
    await story.open();
    await story.tell();
    const opened = (await ports.ledger.list('PROJECT')).filter((projectId) => !before.has(projectId));
    for (const projectId of opened) before.add(projectId);
    projectIds.push(...opened);
  }
  return projectIds;
}
