// POST /api/projects: a street opens the ledger of a neighbourhood of its own under the next number of the year.

import { projectSchema } from '../../domain/api.ts';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import { type Actor, belongsTo, type Neighbourhood } from '../../domain/parties.ts';
import { lucheng2020 } from '../../domain/policy/packs.ts';
import type { Ports } from '../../domain/ports.ts';
import { openProject as act, openProjectInput } from '../../domain/projects/consent/open-project.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { route } from '../runtime/route.ts';
import { viewOf } from './project-view.ts';

export const openProject = route({
  name: 'openProject',
  summary: { zh: '小区入库', en: 'Open a project' },
  method: 'POST',
  path: '/api/projects',
  access: ['STREET'],
  status: 201,
  input: { body: openProjectInput },
  output: projectSchema,
  async handle({ body, actor, request }, ports) {
    const opened = await openNeighbourhood(ports, actor, body.neighbourhood, request);
    return opened.ok ? granted(viewOf(opened.value, actor)) : opened;
  },
});

/** Two streets at once take different numbers: the loser of a number tries the next one. */
const MOST_ATTEMPTS = 50;

export async function openNeighbourhood(
  ports: Ports,
  actor: Actor,
  neighbourhood: Neighbourhood,
  request: string | undefined,
): Promise<Outcome<Project>> {
  if (!belongsTo(actor, neighbourhood)) {
    return refused('FORBIDDEN_UNIT', {
      zh: '只能为本街道辖区内的小区立项入库。',
      en: 'A street opens projects for neighbourhoods of its own only.',
    });
  }
  // 一小区一方案 (一(二)2): one open project per neighbourhood.
  const [existing] = (await ports.views.query('neighbourhood', neighbourhood.code)).rows.filter(
    ({ value }) => value.state !== 'EXCLUDED',
  );
  if (existing) {
    const before = await openedBy(ports, existing.sort, request);
    if (!before.ok) return before;
    return before.value ? granted(before.value) : hasProject(existing.sort);
  }
  const at = ports.clock.now();
  const on = dateInShanghai(at);
  const calendar = await currentCalendar(ports);
  const decision = act.decide({
    // Nothing is known of it yet; the opening decides on nothing but its input.
    project: {} as Project,
    input: { neighbourhood },
    facts: undefined,
    actor,
    at,
    on,
    pack: lucheng2020,
    calendar,
  });
  if (!decision.ok) return decision;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const ref: LedgerRef = { kind: 'PROJECT', id: await nextNumber(ports, neighbourhood.street, on, attempt) };
    const entry = sealEntry(ref, EMPTY_HEAD, {
      at,
      act: act.name,
      actor,
      payload: { input: { neighbourhood }, ...decision.value } as unknown as JsonObject,
      findings: decision.value.findings,
      rulebook: lucheng2020.version,
      calendar: calendar.version,
      ...(request !== undefined && { request }),
    });
    const project = applyEntry(undefined, entry);
    if ((await ports.ledger.append(ref, entry, consequencesOf(undefined, project))) === 'APPENDED')
      return granted(project);
    // Whoever took the number may be the same request, or another clerk with the same neighbourhood: rows come later than entries.
    const twin = await openedBy(ports, ref.id, request);
    if (!twin.ok) return twin;
    if (twin.value) return granted(twin.value);
    const [taken] = await ports.ledger.read(ref);
    if (taken && applyEntry(undefined, taken).neighbourhood.code === neighbourhood.code) return hasProject(ref.id);
  }
  throw new Fault('CONTENTION', 'no free project number');
}

/** The project as it was opened, if the same request opened it: its answer was lost on the way. */
async function openedBy(
  ports: Pick<Ports, 'ledger'>,
  projectId: string,
  request: string | undefined,
): Promise<Outcome<Project | undefined>> {
  const [opening] = await ports.ledger.read({ kind: 'PROJECT', id: projectId });
  const before = askedBefore(opening ? [opening] : [], request);
  return before.ok ? granted(before.value && applyEntry(undefined, before.value)) : before;
}

const hasProject = (projectId: string): Outcome<never> =>
  refused(
    'NOT_NOW',
    {
      zh: `该小区已有项目 ${projectId}，一个小区只能有一个改造项目。`,
      en: `The neighbourhood already has project ${projectId}; there is one plan per neighbourhood.`,
    },
    { clause: '一(二)2' },
  );

/** Administrative code, year, serial: `330302-2026-0017`. */
async function nextNumber(
  ports: Pick<Ports, 'views'>,
  street: string,
  on: PlainDate,
  attempt: number,
): Promise<string> {
  const prefix = `${street.slice(0, 6)}-${on.slice(0, 4)}-`;
  const { rows } = await ports.views.query('projects', 'all', { prefix, limit: 1, newestFirst: true });
  const last = Number(rows[0]?.sort.slice(-4) ?? 0);
  return `${prefix}${String(last + 1 + attempt).padStart(4, '0')}`;
}
