// What the dashboard and the page of a project ask of the read models, and how long they take, at 100 to 100,000 projects.
import { addDays, dateInShanghai, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { newProject } from '../../domain/projects/project.ts';
import { projectionOf } from '../../domain/projects/projection.ts';
import type { State } from '../../domain/projects/states.ts';
import { readAgeing } from '../../functions/dashboard/read-ageing.ts';
import { readBudgetYear } from '../../functions/dashboard/read-budget-year.ts';
import { readClocks } from '../../functions/dashboard/read-clocks.ts';
import { readFunnel } from '../../functions/dashboard/read-funnel.ts';
import { readLatencies } from '../../functions/dashboard/read-latencies.ts';
import { readMoneyRace } from '../../functions/dashboard/read-money.ts';
import { readStreets } from '../../functions/dashboard/read-streets.ts';
import { readStuck } from '../../functions/dashboard/read-stuck.ts';
import { readChoices } from '../../functions/portal/read-choices.ts';
import { readProject } from '../../functions/portal/read-project.ts';
import type { Route } from '../../functions/runtime/route.ts';
import { eventOf, personOf } from '../support/http/ask-route.ts';
import { fakePorts } from '../support/ports/fake-ports.ts';
import { atMost, type Figure, figure, type Measured, median } from './figure.ts';
import type { Asked } from './sections.ts';

const SIZES = [100, 1_000, 10_000, 100_000] as const;
const ROUNDS = 15;
const NOW = instantOf(Date.UTC(2026, 9, 12, 1));
const STATES: readonly State[] = ['SURVEYED', 'DESIGNING', 'VOTING', 'FUNDED', 'APPROVALS', 'UNDER_CONSTRUCTION'];
const DASHBOARD = [
  readFunnel,
  readStreets,
  readClocks,
  readMoneyRace,
  readAgeing,
  readBudgetYear,
  readStuck,
  readLatencies,
  readChoices,
];
const STREETS = 14;
/** Written together: a fold of the whole list would take its memory twice. */
const BATCH = 500;

/** The serial has four digits a year: a hundred thousand projects are those of many districts. */
const projectNo = (index: number) =>
  `33${String(1000 + Math.floor(index / 9000)).padStart(4, '0')}-2026-${String(1 + (index % 9000)).padStart(4, '0')}`;

function projectAt(index: number) {
  const street = `330302${String(1 + (index % STREETS)).padStart(3, '0')}`;
  const community = `${street}001`;
  const openedAt = `${addDays(dateInShanghai(NOW), -(index % 90))}T01:00:00.000Z` as Instant;
  const opened = newProject({
    projectId: projectNo(index),
    neighbourhood: { name: `第${index}小区`, code: `${community}-${index}`, community, street },
    pack: 'lucheng-2020-21',
    openedAt,
    head: { seq: 1, hash: 'a'.repeat(64) },
  });
  return { ...opened, state: STATES[index % STATES.length] ?? 'SURVEYED' };
}

interface Counted {
  readonly ports: Ports;
  readonly reads: () => number;
  /** What queries brought, which a table bills by their size. */
  readonly rows: () => number;
}

function counting(ports: Ports): Counted {
  let [reads, rows] = [0, 0];
  const counted =
    <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>, rowsOf: (answer: Answer) => number) =>
    async (...args: Args): Promise<Answer> => {
      reads += 1;
      const answer = await ask(...args);
      rows += rowsOf(answer);
      return answer;
    };
  const { views, ledger } = ports;
  return {
    ports: {
      ...ports,
      views: {
        ...views,
        get: counted(views.get, (row) => (row ? 1 : 0)),
        query: counted(views.query, (page) => page.rows.length),
        count: counted(views.count, () => 1),
      },
      ledger: { ...ledger, read: counted(ledger.read, (entries) => entries.length) },
    },
    reads: () => reads,
    rows: () => rows,
  };
}

async function ask(route: Route, ports: Ports, id = ''): Promise<void> {
  const event = eventOf(route, { by: personOf('RENOVATION_OFFICE'), path: id === '' ? {} : { id } });
  const { statusCode, body } = await route.over(ports, () => {})(event, {});
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
}

interface Cost {
  readonly reads: number;
  readonly rows: number;
  readonly milliseconds: number;
}

async function costOf(ports: Ports, look: (ports: Ports) => Promise<void>): Promise<Cost> {
  const counted = counting(ports);
  await look(counted.ports);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await look(ports);
    times.push(performance.now() - started);
  }
  return { reads: counted.reads(), rows: counted.rows(), milliseconds: median(times) };
}

export async function measureReads({ tell }: Asked): Promise<Measured> {
  const { ports, close } = fakePorts({ now: NOW });
  const figures: Figure[] = [];
  let stored = 0;
  let least: { dashboard: Cost; page: Cost } | undefined;
  let fullLists: number | undefined;
  /** Lists end at a length: once they are full, more projects bring no more rows. */
  const rowsRead = (what: string, rows: number): Figure => {
    if (stored <= SIZES[0]) return figure(what, rows, 'rows');
    fullLists ??= rows;
    return atMost(what, rows, 'rows', fullLists);
  };
  for (const size of SIZES) {
    tell(`${size.toLocaleString('en')} projects`);
    while (stored < size) {
      const upTo = Math.min(size, stored + BATCH);
      const projects = Array.from({ length: upTo - stored }, (_, i) => projectAt(stored + i));
      await ports.views.write(projects.flatMap((project) => projectionOf(undefined, project)));
      stored = upTo;
    }
    const dashboard = await costOf(ports, async (asked) => {
      for (const route of DASHBOARD) await ask(route, asked);
    });
    const page = await costOf(ports, (asked) => ask(readProject, asked, projectNo(Math.floor(size / 2))));
    least ??= { dashboard, page };
    const at = `at ${size.toLocaleString('en')} projects`;
    figures.push(
      atMost(`dashboard, ${at}, reads`, dashboard.reads, 'reads', least.dashboard.reads),
      rowsRead(`dashboard, ${at}, rows that these brought`, dashboard.rows),
      figure(`dashboard, ${at}`, dashboard.milliseconds, 'ms'),
      atMost(`page of a project, ${at}, reads`, page.reads, 'reads', least.page.reads),
      figure(`page of a project, ${at}`, page.milliseconds, 'ms'),
    );
  }
  close();
  return { figures, notes: [] };
}
