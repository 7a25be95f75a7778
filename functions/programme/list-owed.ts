// GET /api/programme/owed: who owes what since when, over all projects and the tasks of meetings.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { mayRead } from '../../domain/page-readers.ts';
import { ROLES } from '../../domain/parties.ts';
import { openTasks, type Task } from '../../domain/programme/meetings.ts';
import { isOpenProject } from '../../domain/programme/milestones.ts';
import { OWED_KINDS, owedCircular, owedIn, owedTask } from '../../domain/programme/owed.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { entryRefSchema, programmeRefSchema } from './answer-schemas.ts';
import { readRegister } from './read-register.ts';
import { streetFor, WATCHERS } from './watchers.ts';

const owedSchema = z.object({
  kind: z.enum(OWED_KINDS),
  party: z.enum(ROLES),
  unit: z.string(),
  what: bilingual,
  since: z.string(),
  dueOn: z.string().optional().describe('Absent where the text sets no limit'),
  overdue: z.boolean(),
  projectId: z.string().optional(),
  name: z.string().optional().describe('Of the neighbourhood'),
  entry: z.union([entryRefSchema, programmeRefSchema]),
});

const listOwedRoute = route({
  name: 'listOwed',
  summary: {
    zh: '谁欠什么、自何时',
    en: 'Who owes what since when: acts, duties, tasks, petitions, what is open on site',
  },
  method: 'GET',
  path: '/api/programme/owed',
  access: WATCHERS,
  input: {
    query: z.strictObject({
      party: z.enum(ROLES).optional(),
      kind: z.enum(OWED_KINDS).optional(),
      street: z
        .string()
        .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
        .optional(),
    }),
  },
  output: z.object({ today: z.string(), owed: z.array(owedSchema) }),
  async handle({ query, actor }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const street = streetFor(actor, query);
    const projects = await readRegister(ports, street);
    const years = await Promise.all((await ports.ledger.list('PROGRAMME')).map((year) => loadProgramme(ports, year)));
    const names = new Map(projects.map(({ projectId, neighbourhood }) => [projectId, neighbourhood.name]));
    const tasks = years.flatMap((programme) =>
      openTasks(programme)
        .filter((task) => isSeen(task, street, names))
        .map((task) => owedTask(programme.year, task, today)),
    );
    // Of the whole district, no street's; and before it is issued nobody's to know but theirs who work with it.
    const ofDistrict = street === undefined && mayRead('circularDrafts', actor.role);
    const circulars = (ofDistrict ? years : []).flatMap(({ year, circulars: ofYear }) =>
      ofYear.flatMap((circular) => owedCircular(year, circular) ?? []),
    );
    const owed = [
      ...projects.filter(isOpenProject).flatMap((project) => owedIn(project, today)),
      ...tasks,
      ...circulars,
    ];
    return granted({
      today,
      owed: owed
        .filter(({ party, kind }) => (query.party ?? party) === party && (query.kind ?? kind) === kind)
        .map((item) => ({ ...item, ...nameIn(names, item.projectId) }))
        .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0)),
    });
  },
});

const nameIn = (names: ReadonlyMap<string, string>, projectId = ''): { readonly name?: string } => {
  const name = names.get(projectId);
  return name === undefined ? {} : { name };
};

/** A street sees the tasks of its own, and those about its neighbourhoods. */
const isSeen = ({ owner, projectId }: Task, street: string | undefined, seen: ReadonlyMap<string, string>): boolean =>
  street === undefined || owner.unit === street || (projectId !== undefined && seen.has(projectId));

export const OWED_ROUTES: readonly Route[] = [listOwedRoute];
