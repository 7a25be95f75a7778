// GET /api/dashboard/funnel: how many projects stand in each of the nine steps, and which are due or overdue.
import type * as z from 'zod';
import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { type Due, funnelSchema, type Stay } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { DUE_SOON_DAYS } from '../../domain/programme/dashboard-figures.ts';
import { ageingPartition } from '../../domain/projects/dashboard-rows.ts';
import { STEPS } from '../../domain/projects/states.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { asOfNow, type Scope, scopeOf, scopeQuery, WATCHERS } from './scope.ts';

/** Enough for any district that works; beyond it the figures say that they are lower bounds. */
const MOST_DUE = 1000;

export const readFunnel = route({
  name: 'readFunnel',
  summary: { zh: '九步进度', en: 'Projects by step' },
  method: 'GET',
  path: '/api/dashboard/funnel',
  access: WATCHERS,
  input: { query: scopeQuery },
  output: funnelSchema,
  etag: figuresTag,
  handle: async ({ query, actor }, ports) => granted(await countSteps(ports, scopeOf(actor, query))),
});

export async function countSteps(ports: Ports, { partition }: Scope): Promise<z.input<typeof funnelSchema>> {
  const moment = asOfNow(ports);
  const { due, atLeast } = await dueBy(ports, partition, addDays(moment.today, DUE_SOON_DAYS));
  const overdue = due.filter(({ dueOn }) => dueOn < moment.today);
  const steps = await Promise.all(
    Object.keys(STEPS)
      .map(Number)
      .map(async (step) => {
        const { open, longest } = await staysIn(ports, ageingPartition(partition, step));
        const here = due.filter((each) => each.step === step);
        const late = here.filter(({ dueOn }) => dueOn < moment.today).length;
        return { step, open, overdue: late, dueSoon: here.length - late, ...(longest && { longest }) };
      }),
  );
  return {
    ...moment,
    open: steps.reduce((total, { open }) => total + open, 0),
    steps,
    dueToday: due.filter(({ dueOn }) => dueOn === moment.today).length,
    dueTomorrow: due.filter(({ dueOn }) => dueOn === addDays(moment.today, 1)).length,
    overdue: overdue.length,
    atLeast,
  };
}

async function dueBy(ports: Pick<Ports, 'views'>, partition: string, last: PlainDate) {
  const { rows, cursor } = await ports.views.query('due', partition, { limit: MOST_DUE });
  // Written by the projection from a Due.
  const due = rows.map(({ value }) => value as unknown as Due);
  const inTime = due.filter(({ dueOn }) => dueOn <= last);
  return { due: inTime, atLeast: cursor !== undefined && inTime.length === due.length };
}

/** How many stay in a step, and the one that has stayed longest: a count and one row. */
export async function staysIn(
  ports: Pick<Ports, 'views'>,
  partition: string,
): Promise<{ open: number; longest?: Stay }> {
  const open = await ports.views.count('ageing', partition);
  if (open === 0) return { open };
  const { rows } = await ports.views.query('ageing', partition, { limit: 1 });
  // Written by the projection from a Stay.
  const longest = rows[0]?.value as unknown as Stay | undefined;
  return { open, ...(longest && { longest }) };
}
