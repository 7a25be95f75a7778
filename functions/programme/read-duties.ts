// The register of duties, what each project opens of it, and who owes what since when.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../domain/api.ts';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { PARTIES, ROLES, type Role } from '../../domain/parties.ts';
import { RULES } from '../../domain/policy/rule-catalogue.ts';
import { DUTY_IDS, dutyOf } from '../../domain/programme/duties.ts';
import { openTasks, type Task } from '../../domain/programme/meetings.ts';
import { isOpenProject } from '../../domain/programme/milestones.ts';
import { openedDuties, owedDuties, partiesFor } from '../../domain/programme/open-duties.ts';
import { titleOfParty } from '../../domain/projects/approvals/joint-review.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import { CONTENTS } from '../../domain/projects/programme/contents.ts';
import { openPetitions } from '../../domain/projects/programme/petitions.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { entryRefSchema, programmeRefSchema } from './answer-schemas.ts';
import { readRegister } from './read-register.ts';
import { streetFor, WATCHERS } from './watchers.ts';

const listDutiesRoute = route({
  name: 'listDuties',
  summary: { zh: '部门职责清单', en: 'The register of duties of 三(二)' },
  method: 'GET',
  path: '/api/programme/duties',
  access: 'SIGNED_IN',
  output: z.object({
    duties: z.array(
      z.object({
        duty: z.enum(DUTY_IDS),
        party: z.enum(ROLES),
        partyTitle: bilingual,
        title: bilingual,
        clause: z.string(),
        quote: z.string(),
        trigger: z.object({
          kind: z.string(),
          from: z.string().optional(),
          contents: z.array(bilingual.extend({ code: z.string() })).optional(),
        }),
        evidence: bilingual,
        dischargedBy: z.array(z.string()).readonly().optional(),
      }),
    ),
  }),
  handle: () =>
    Promise.resolve(
      granted({
        duties: DUTY_IDS.map((id) => {
          const { party, title, trigger, evidence, dischargedBy } = dutyOf(id);
          const { clause, quote } = RULES[id];
          return {
            duty: id,
            party,
            partyTitle: PARTIES[party],
            title,
            clause,
            quote,
            trigger:
              trigger.kind === 'CONTENT'
                ? { kind: trigger.kind, contents: trigger.contents.map((code) => ({ code, ...CONTENTS[code] })) }
                : trigger,
            evidence,
            ...(dischargedBy && { dischargedBy }),
          };
        }),
      }),
    ),
});

const dutyOfProject = z.object({
  duty: z.enum(DUTY_IDS),
  party: z.enum(ROLES),
  unit: z.string(),
  title: bilingual,
  since: z.object({ on: z.string(), seq: z.int() }),
  dischargedOn: z.string().optional(),
});

const readProjectDutiesRoute = route({
  name: 'readProjectDuties',
  summary: {
    zh: '项目涉及的部门职责与联审单位',
    en: 'Duties that a project opens, and whom its joint review convenes',
  },
  method: 'GET',
  path: '/api/projects/{id}/duties',
  access: 'SIGNED_IN',
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: z.object({
    duties: z.array(dutyOfProject),
    reviewParties: z
      .array(z.object({ party: z.string(), title: bilingual }))
      .describe('Suggested input of convene-joint-review'),
  }),
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    return granted({
      duties: openedDuties(project.value).map((opened) => ({ ...opened, title: dutyOf(opened.duty).title })),
      reviewParties: partiesFor(project.value).map((party) => ({ party, title: titleOfParty(party) })),
    });
  },
});

const KINDS = ['ACT', 'DUTY', 'TASK', 'PETITION'] as const;

const owedSchema = z.object({
  kind: z.enum(KINDS),
  party: z.enum(ROLES),
  unit: z.string(),
  what: bilingual,
  since: z.string(),
  /** Absent where the text sets no limit. */
  dueOn: z.string().optional(),
  overdue: z.boolean(),
  projectId: z.string().optional(),
  entry: z.union([entryRefSchema, programmeRefSchema]),
});
type Owed = z.input<typeof owedSchema>;

const listOwedRoute = route({
  name: 'listOwed',
  summary: { zh: '谁欠什么、自何时', en: 'Who owes what since when: acts, duties, tasks, petitions' },
  method: 'GET',
  path: '/api/programme/owed',
  access: WATCHERS,
  input: {
    query: z.strictObject({
      party: z.enum(ROLES).optional(),
      street: z
        .string()
        .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
        .optional(),
    }),
  },
  output: z.object({ today: z.string(), owed: z.array(owedSchema) }),
  async handle({ query, actor }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const projects = await readRegister(ports, streetFor(actor, query));
    const years = await Promise.all((await ports.ledger.list('PROGRAMME')).map((year) => loadProgramme(ports, year)));
    const seen = new Set(projects.map(({ projectId }) => projectId));
    const tasks = years.flatMap((programme) =>
      openTasks(programme)
        .filter((task) => isSeen(task, streetFor(actor, query), seen))
        .map((task) => owedTask(programme.year, task, today)),
    );
    const owed = [...projects.filter(isOpenProject).flatMap((project) => owedBy(project, today)), ...tasks];
    return granted({
      today,
      owed: owed
        .filter(({ party }) => query.party === undefined || party === query.party)
        .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0)),
    });
  },
});

/** A street sees the tasks of its own, and those about its neighbourhoods. */
const isSeen = ({ owner, projectId }: Task, street: string | undefined, seen: ReadonlySet<string>): boolean =>
  street === undefined || owner.unit === street || (projectId !== undefined && seen.has(projectId));

const owedTask = (programmeYear: string, task: Task, today: PlainDate): Owed => ({
  kind: 'TASK',
  party: task.owner.role,
  unit: task.owner.unit,
  what: { zh: task.text, en: task.text },
  since: task.since,
  dueOn: task.dueOn,
  overdue: task.dueOn < today,
  ...(task.projectId !== undefined && { projectId: task.projectId }),
  entry: { programmeYear, seq: task.seqs[0] ?? 0 },
});

function owedBy(project: Project, today: PlainDate): readonly Owed[] {
  const { projectId, neighbourhood, programme } = project;
  const next = nextEvent(project);
  const entered = programme.entered[project.state];
  const act: readonly Owed[] =
    next === undefined || next.owner === 'SYSTEM'
      ? []
      : [
          {
            kind: 'ACT',
            party: next.owner,
            unit: next.unit,
            what: next.title,
            since: dateInShanghai(project.since),
            dueOn: next.dueOn,
            overdue: next.dueOn < today,
            projectId,
            entry: { projectId, seq: entered?.seq ?? project.head.seq },
          },
        ];
  const duties = owedDuties(project).map(
    ({ duty, party, unit, since }): Owed => ({
      kind: 'DUTY',
      party,
      unit,
      what: dutyOf(duty).title,
      since: since.on,
      overdue: false,
      projectId,
      entry: { projectId, seq: since.seq },
    }),
  );
  const petitions = openPetitions(programme.petitions).map(
    ({ no, receivedOn, dueOn, seqs }): Owed => ({
      kind: 'PETITION',
      party: 'STREET' satisfies Role,
      unit: neighbourhood.street,
      what: { zh: `答复信访第 ${no} 件`, en: `Answer petition ${no}` },
      since: receivedOn,
      dueOn,
      overdue: dueOn < today,
      projectId,
      entry: { projectId, seq: seqs[0] ?? 0 },
    }),
  );
  return [...act, ...duties, ...petitions];
}

export const DUTY_ROUTES: readonly Route[] = [listDutiesRoute, readProjectDutiesRoute, listOwedRoute];
