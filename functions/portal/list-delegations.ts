// Who a task may be given to, and for the auditors everything that was given and taken back: accounts by id, no names.
import * as z from 'zod';
import { delegateTaskPayload, takeBackTaskPayload } from '../../domain/delegations/delegations.ts';
import { granted } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import { ROLES } from '../../domain/parties.ts';
import { ACT_NAMES } from '../../domain/projects/act-names.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { type Route, route } from '../runtime/route.ts';

const listColleaguesRoute = route({
  name: 'listColleagues',
  summary: { zh: '本单位同岗位的同事', en: 'Colleagues of the same role and unit' },
  method: 'GET',
  path: '/api/colleagues',
  access: readersOf('cases'),
  output: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }),
  async handle({ actor }, { directory }) {
    const holders = await directory.holders(actor.role, actor.unit);
    return granted({ colleagues: holders.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name })) });
  },
});

const listedDelegation = z.object({
  role: z.enum(ROLES),
  unit: z.string(),
  seq: z.int(),
  at: z.string(),
  act: z.enum(['delegate-task', 'take-back-task']),
  projectId: z.string(),
  task: z.enum(ACT_NAMES),
  by: z.string(),
  to: z.string().optional(),
  until: z.string().optional(),
});

const MOST_LISTED = 200;

const listDelegationsRoute = route({
  name: 'listDelegations',
  summary: { zh: '交接记录', en: 'Tasks handed over and taken back, the latest first' },
  method: 'GET',
  path: '/api/delegations',
  access: ['AUDIT'],
  output: z.object({ entries: z.array(listedDelegation) }),
  async handle(_request, { ledger }) {
    // A few for each unit that ever handed something over.
    const units = await ledger.list('DELEGATIONS');
    const entries = await Promise.all(units.map((id) => ledger.read({ kind: 'DELEGATIONS', id })));
    const latest = entries.flat().toSorted((one, other) => other.at.localeCompare(one.at) || other.seq - one.seq);
    return granted({ entries: latest.slice(0, MOST_LISTED).flatMap(listedOf) });
  },
});

function listedOf({ seq, at, act, actor, payload }: Entry): readonly z.input<typeof listedDelegation>[] {
  const written = { role: actor.role, unit: actor.unit, seq, at, by: actor.id };
  if (act === 'delegate-task') {
    const { act: task, ...given } = delegateTaskPayload.parse(payload);
    return [{ ...written, act, task, ...given }];
  }
  if (act === 'take-back-task') {
    const { act: task, projectId } = takeBackTaskPayload.parse(payload);
    return [{ ...written, act, task, projectId }];
  }
  return [];
}

export const DELEGATION_LIST_ROUTES: readonly Route[] = [listColleaguesRoute, listDelegationsRoute];
