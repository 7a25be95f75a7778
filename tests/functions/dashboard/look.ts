// Projects in the states that a dashboard shows, and what somebody who looks at it is answered.
import { afterEach, beforeEach } from 'vitest';
import { addDays, dateInShanghai, type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Role } from '../../../domain/parties.ts';
import type { Ports, ViewWrite } from '../../../domain/ports.ts';
import { newProject, type Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import type { State } from '../../../domain/projects/states.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { eventOf, personOf } from '../../support/http/ask-route.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

export const NOW = instantOf(Date.UTC(2026, 9, 12, 1));
export const TODAY = dateInShanghai(NOW);
export const WUMA = '330302001';
export const SONGTAI = '330302002';

const daysAgo = (days: number): Instant => `${addDays(TODAY, -days)}T01:00:00.000Z` as Instant;

export function projectIn(
  state: State,
  serial: number,
  more: Partial<Project> & { street?: string; year?: string; days?: number } = {},
): Project {
  const { street = WUMA, year = '2026', days = 1, ...rest } = more;
  const community = `${street}001`;
  const opened = newProject({
    projectId: `330302-${year}-${String(serial).padStart(4, '0')}`,
    neighbourhood: { name: `第${serial}小区`, code: `${community}-01`, community, street },
    pack: 'lucheng-2020-21',
    openedAt: daysAgo(days),
    head: { seq: 1, hash: 'a'.repeat(64) },
  });
  return { ...opened, state, ...rest };
}

export const put = ({ views }: Pick<Ports, 'views'>, ...projects: readonly Project[]): Promise<void> =>
  views.write(projects.flatMap((project) => projectionOf(undefined, project)));

export interface Looking {
  readonly role?: Role;
  readonly unit?: string;
  readonly query?: Record<string, string>;
  readonly tag?: string;
}

export async function look(ports: Ports, route: Route, looking: Looking = {}) {
  const { role = 'RENOVATION_OFFICE', unit = role, query = {}, tag = '' } = looking;
  const headers = { ...(tag !== '' && { 'if-none-match': tag }) };
  const answer = await route.over(ports, () => {})(eventOf(route, { by: personOf(role, unit), query, headers }), {});
  return { ...answer, figures: answer.body === '' ? undefined : JSON.parse(answer.body) };
}

/** A dashboard of its own for each test of the file. */
export function openDashboard() {
  let fake: FakePorts;
  beforeEach(() => {
    fake = fakePorts({ now: NOW });
  });
  afterEach(() => fake.close());
  return {
    put: (...projects: readonly Project[]) => put(fake.ports, ...projects),
    write: (writes: readonly ViewWrite[]) => fake.ports.views.write(writes),
    ask: (route: Route, looking: Looking = {}) => look(fake.ports, route, looking),
  };
}
