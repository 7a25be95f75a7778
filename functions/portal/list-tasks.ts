// GET /api/tasks: whose turn it is: the open tasks of the asker's unit, the one due first on top, and who has them in hand;
// papers that wait for a second person to be void, repairs and circulars that wait for one, for everybody of the unit but the first one.
import * as z from 'zod';
import { circularTaskSchema, pageQuery, repairTaskSchema, taskSchema, voidingTaskSchema } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { DELEGATED_TASKS, type Delegation, deskOf, isInForce, taskKey } from '../../domain/delegations/delegations.ts';
import { granted } from '../../domain/errors.ts';
import { VOIDING_TASKS, voidingTaskOf } from '../../domain/paper/register-consequences.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { CIRCULAR_TASKS, circularTaskOf } from '../../domain/programme/circular-tasks.ts';
import { isActName } from '../../domain/projects/act-names.ts';
import { whyHeldBack } from '../../domain/projects/held-back.ts';
import { REPAIR_TASKS, repairTaskOf } from '../../domain/repairs/repair-consequences.ts';
import { route } from '../runtime/route.ts';

type Task = z.input<typeof taskSchema>;
/** As the projection writes it: with the people who have filed what is decided on, who are named to nobody. */
interface KeptTask extends Task {
  readonly heldBack?: readonly string[];
}

export const listTasks = route({
  name: 'listTasks',
  summary: { zh: '我的待办', en: 'My open tasks' },
  method: 'GET',
  path: '/api/tasks',
  access: 'SIGNED_IN',
  input: { query: pageQuery },
  output: z.object({
    tasks: z.array(taskSchema),
    voidings: z.array(voidingTaskSchema).describe('With the first page only'),
    repairs: z.array(repairTaskSchema).describe('Of the renovation office; with the first page only'),
    circulars: z.array(circularTaskSchema).describe('Of the renovation office; with the first page only'),
    cursor: z.string().optional(),
  }),
  async handle({ query, actor }, ports) {
    const page = await ports.views.query('tasks', deskOf(actor), {
      limit: 100,
      ...(query.cursor !== undefined && { cursor: query.cursor }),
    });
    // Written by the projection from `summarise`.
    const tasks = page.rows.map(({ value }) => value as unknown as KeptTask);
    const delegated = await readDelegations(ports, actor);
    return granted({
      tasks: tasks.map((task) => ({ ...task, ...becauseOf(task, actor), ...inHandOf(task, delegated, actor) })),
      ...(query.cursor === undefined ? await readSecondPerson(ports, actor) : NOTHING_TO_ANSWER),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    });
  },
});

function becauseOf({ act, heldBack }: KeptTask, { id }: Actor): Pick<Task, 'because'> {
  return isActName(act) && heldBack?.includes(id) ? { because: whyHeldBack(act) } : {};
}

/** More than anybody answers in a day. */
const MOST_TO_ANSWER = 100;

/** What a colleague has proposed and somebody else confirms. */
async function readSecondPerson({ views }: Pick<Ports, 'views'>, actor: Actor) {
  const limit = MOST_TO_ANSWER;
  const ofOffice = async ({ view, partition }: { readonly view: string; readonly partition: string }) =>
    deskOf(actor) === partition ? (await views.query(view, partition, { limit })).rows : [];
  const [voidings, repairs, circulars] = await Promise.all([
    views.query(VOIDING_TASKS, deskOf(actor), { limit }),
    ofOffice(REPAIR_TASKS),
    ofOffice(CIRCULAR_TASKS),
  ]);
  const byOthers = ({ by }: { readonly by: string }) => by !== actor.id;
  return {
    voidings: await withPlaces(views, voidings.rows.map(voidingTaskOf).filter(byOthers)),
    repairs: await withPlaces(views, repairs.map(repairTaskOf).filter(byOthers)),
    circulars: circulars.map(circularTaskOf).filter(byOthers),
  };
}

const NOTHING_TO_ANSWER = { voidings: [], repairs: [], circulars: [] };

/** Says with each which neighbourhood it is about. */
function withPlaces<T extends { readonly projectId?: string | undefined }>(
  views: Ports['views'],
  tasks: readonly T[],
): Promise<(T & Partial<Pick<Task, 'name' | 'street'>>)[]> {
  return Promise.all(
    tasks.map(async (each) => {
      const summary = each.projectId && (await views.get('projects', 'all', each.projectId));
      // Written by the projection from `summarise`.
      const { name, street } = (summary ? summary.value : {}) as Partial<Pick<Task, 'name' | 'street'>>;
      return { ...each, ...(name !== undefined && { name }), ...(street !== undefined && { street }) };
    }),
  );
}

interface Named extends Delegation {
  readonly byName: string;
  readonly toName: string;
}

/** Those in force; a delegation ends by itself when its day is over, or when the colleague no longer holds the role. */
async function readDelegations(
  { views, clock, directory }: Pick<Ports, 'views' | 'clock' | 'directory'>,
  actor: Actor,
): Promise<ReadonlyMap<string, Named>> {
  const on = dateInShanghai(clock.now());
  const { rows } = await views.query(DELEGATED_TASKS, deskOf(actor), { limit: 200 });
  // Written by `projectDelegations`.
  const given = rows.map(({ value }) => value as unknown as Delegation).filter((each) => isInForce(each, on));
  if (given.length === 0) return new Map();
  const holders = new Map((await directory.holders(actor.role, actor.unit)).map(({ id, name }) => [id, name]));
  return new Map(
    given.flatMap((each): [string, Named][] => {
      const toName = holders.get(each.to);
      return toName === undefined
        ? []
        : [[taskKey(each), { ...each, toName, byName: holders.get(each.by) ?? each.by }]];
    }),
  );
}

function inHandOf(
  { projectId, act }: Task,
  delegated: ReadonlyMap<string, Named>,
  actor: Actor,
): Pick<Task, 'delegation'> {
  const given = isActName(act) ? delegated.get(taskKey({ projectId, act })) : undefined;
  if (given === undefined) return {};
  const { by, to, byName, toName, until } = given;
  const side = to === actor.id ? 'TO_ME' : by === actor.id ? 'BY_ME' : 'OTHERS';
  return { delegation: { side, byName, toName, until } };
}
