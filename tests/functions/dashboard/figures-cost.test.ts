// What the figures of the dashboard cost: a thousand projects no more reads than six, and nothing sent while nothing changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import type { State } from '../../../domain/projects/states.ts';
import { readAgeing } from '../../../functions/dashboard/read-ageing.ts';
import { readBudgetYear } from '../../../functions/dashboard/read-budget-year.ts';
import { readClocks } from '../../../functions/dashboard/read-clocks.ts';
import { readFunnel } from '../../../functions/dashboard/read-funnel.ts';
import { readMoneyRace } from '../../../functions/dashboard/read-money.ts';
import { readStreets } from '../../../functions/dashboard/read-streets.ts';
import { readStuck } from '../../../functions/dashboard/read-stuck.ts';
import { readChoices } from '../../../functions/portal/read-choices.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { look, NOW, projectIn, put as putInto, WUMA } from './look.ts';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: NOW });
});
afterEach(() => fake.close());

const put = (...projects: readonly Project[]) => putInto(fake.ports, ...projects);

describe('what the figures cost', () => {
  /** Ports that count what is asked of the views. */
  function counting(): { readonly ports: Ports; readonly reads: () => number } {
    const { views } = fake.ports;
    let reads = 0;
    const counted =
      <Args extends unknown[], Answer>(ask: (...args: Args) => Answer) =>
      (...args: Args): Answer => {
        reads += 1;
        return ask(...args);
      };
    return {
      ports: {
        ...fake.ports,
        views: { ...views, get: counted(views.get), query: counted(views.query), count: counted(views.count) },
      },
      reads: () => reads,
    };
  }

  const DASHBOARD = [
    ...[readFunnel, readStreets, readClocks, readMoneyRace, readAgeing],
    ...[readBudgetYear, readStuck, readChoices],
  ];
  const STATES: readonly State[] = ['SURVEYED', 'DESIGNING', 'VOTING', 'FUNDED', 'APPROVALS', 'UNDER_CONSTRUCTION'];

  /** Of the district, of one year of it, and of a year of a street that looks at its own. */
  const NARROWED = ['DISTRICT', 'YEAR', 'YEAR OF A STREET'] as const;

  async function readsFor(projects: number): Promise<readonly number[]> {
    const all = Array.from({ length: projects }, (_, index) =>
      projectIn(STATES[index % STATES.length] ?? 'SURVEYED', index + 1, { days: index % 90 }),
    );
    await put(...all);
    const counts: number[] = [];
    for (const narrowed of NARROWED) {
      const { ports, reads } = counting();
      for (const route of DASHBOARD) {
        const of = narrowed === 'DISTRICT' || route.input.query === undefined ? {} : { query: { year: '2026' } };
        const who = narrowed === 'YEAR OF A STREET' ? { role: 'STREET' as const, unit: WUMA } : {};
        expect((await look(ports, route, { ...of, ...who })).statusCode).toBe(200);
      }
      counts.push(reads());
    }
    return counts;
  }

  it('is the same reads for six projects as for a thousand, narrowed to a year and a street too', async () => {
    const few = await readsFor(6);
    expect(await readsFor(1000)).toEqual(few);
    // A year is asked of rows of its own: no more reads than of all years.
    expect(few[1]).toBe(few[0]);
  });

  it('is nothing to send while nothing has changed, however far the clock has gone', async () => {
    await put(projectIn('SURVEYED', 1));
    const { headers } = await look(fake.ports, readFunnel);
    fake.setNow(instantOf(Date.UTC(2026, 9, 12, 2)));
    expect((await look(fake.ports, readFunnel, { tag: headers.etag ?? '' })).statusCode).toBe(304);
    await put(projectIn('SURVEYED', 2));
    expect((await look(fake.ports, readFunnel, { tag: headers.etag ?? '' })).statusCode).toBe(200);
  });
});
