// The reconciler, asked about one project before its next round: what it would do, and to do exactly that once a second person
// says so too. Neither chooses anything: no person starts, stops or resolves an execution. The ledger of repairs has it all.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { type Actor, ROLES } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import {
  REPAIR_PAYLOADS,
  type RepairEntryRef,
  repairEntrySchema,
  repairsSchema as repairs,
} from '../../domain/repairs/repairs.ts';
import {
  type Diagnosis,
  permitRepair,
  permitRepairDecision,
  REPAIR_DECISIONS,
  type RepairDecision,
  repairStepsOf,
} from '../../domain/repairs/second-person.ts';
import { partOfRequest } from '../runtime/asked-before.ts';
import { loadProject, requireProject } from '../runtime/load-project.ts';
import { noSuchProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { diagnoseProject, isSound, repairProject } from './reconcile-projects.ts';
import { appendRepair, readRepairs } from './repair-ledger.ts';

const PATH = '/api/operations/projects/{id}/repair';
const params = z.strictObject({ id: projectIdSchema });

const diagnosisSchema = z.object({
  projectId: projectIdSchema,
  seq: z.int().describe('Entry of the ledger that was looked at; the ledger is never touched'),
  repairs: repairs.describe('In the order in which they are done; none: all is as it should be'),
  executions: z.array(z.object({ execution: z.string(), startedAt: z.string() })).describe('That run for the project'),
  waits: z
    .array(z.object({ act: z.string(), execution: z.string(), openedAt: z.string() }))
    .describe('Acts of people that they wait for, the oldest first; none while a machine waits for a date'),
  proposal: z
    .object({
      ...repairEntrySchema.shape,
      at: z.string(),
      by: z.string().describe('Account, no name'),
      mine: z.boolean().describe('Made by the asker, who may only take it back'),
      found: repairs,
    })
    .optional()
    .describe('Waits for a second person; a decision names its year and seq'),
  may: z.array(z.enum(['PROPOSE', ...REPAIR_DECISIONS])).readonly(),
});

type Shown = z.output<typeof diagnosisSchema>;

/** What is out of joint now; undefined where there is no such project. */
async function lookAt(ports: Ports, projectId: string): Promise<Diagnosis | undefined> {
  const project = await loadProject(ports, projectId);
  return project && { seq: project.head.seq, repairs: await diagnoseProject(ports, project) };
}

async function show(ports: Ports, projectId: string, now: Diagnosis, actor: Actor): Promise<Shown> {
  const [{ open: proposals }, engine] = await Promise.all([readRepairs(ports), readEngine(ports, projectId)]);
  const open = proposals.get(projectId);
  return {
    ...{ projectId, seq: now.seq, repairs: now.repairs, ...engine },
    ...(open && {
      proposal: { ...open.ref, at: open.at, by: open.by, mine: open.by === actor.id, found: open.found },
    }),
    may: actor.role === 'RENOVATION_OFFICE' ? repairStepsOf(now, open, actor.id) : [],
  };
}

async function readEngine({ workflow }: Pick<Ports, 'workflow'>, projectId: string) {
  const [running, waiting] = await Promise.all([workflow.listRunning(projectId), workflow.listWaiting(projectId)]);
  return {
    executions: running.map(({ execution, startedAt }) => ({ execution: nameOf(execution), startedAt })),
    waits: waiting
      .map(({ wait, execution, openedAt }) => ({ act: wait, execution: nameOf(execution), openedAt }))
      .toSorted((one, other) => one.openedAt.localeCompare(other.openedAt)),
  };
}

/** Of its ARN, where it has one: accounts and regions are nobody's business. */
const nameOf = (execution: string): string => execution.slice(execution.lastIndexOf(':') + 1);

const previewRepair = route({
  name: 'previewRepair',
  summary: {
    zh: '一个项目的执行、等待和对账会修什么',
    en: 'Which executions of a project wait for what, and what the reconciler would repair',
  },
  method: 'GET',
  path: PATH,
  access: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
  input: { params },
  output: diagnosisSchema,
  async handle({ params: { id: projectId }, actor }, ports) {
    const now = await lookAt(ports, projectId);
    return now === undefined ? noSuchProject() : granted(await show(ports, projectId, now, actor));
  },
});

const proposeRepair = route({
  name: 'proposeRepair',
  summary: { zh: '提出按试看的结果修复', en: 'Propose that the reconciler does what it said it would do' },
  method: 'POST',
  path: PATH,
  access: ['RENOVATION_OFFICE'],
  input: { params, body: z.strictObject({ repairs: repairs.describe('As the preview said') }) },
  output: diagnosisSchema,
  async handle({ params: { id: projectId }, body, actor, request }, ports) {
    const now = await lookAt(ports, projectId);
    if (now === undefined) return noSuchProject();
    const proposed = await appendRepair(ports, { actor, request }, ({ open }) => {
      const permitted = permitRepair(now, body.repairs, open.get(projectId));
      if (!permitted.ok) return permitted;
      return granted({ act: 'propose-repair', payload: { projectId, projectSeq: now.seq, found: now.repairs } });
    });
    return proposed.ok ? granted(await show(ports, projectId, now, actor)) : proposed;
  },
});

const decideRepair = route({
  name: 'decideRepair',
  summary: { zh: '确认或不同意修复', en: 'Confirm or decline a proposed repair' },
  method: 'POST',
  path: `${PATH}/decision`,
  access: ['RENOVATION_OFFICE'],
  input: {
    params,
    body: z.strictObject({ decision: z.enum(REPAIR_DECISIONS), proposal: repairEntrySchema }),
  },
  output: diagnosisSchema.extend({
    sound: z.boolean().optional().describe('As it should be after the repair; absent where it was declined'),
    done: repairs.optional().describe('What was repaired; absent where it was declined'),
  }),
  async handle({ params: { id: projectId }, body, actor, request }, ports) {
    const now = await lookAt(ports, projectId);
    if (now === undefined) return noSuchProject();
    const decided = await decide(ports, { projectId, now, actor, request, ...body });
    if (!decided.ok) return decided;
    if (body.decision === 'DECLINE') return granted(await show(ports, projectId, now, actor));
    const done = await repairProject(ports, projectId, ports.clock.now());
    const sound = await isSound(ports, projectId);
    const project = await requireProject(ports, projectId);
    const left = { seq: project.head.seq, repairs: await diagnoseProject(ports, project) };
    const ended = await appendRepair(ports, { actor, request: partOfRequest(request, 'end') }, () =>
      granted({ act: 'end-repair', payload: { projectId, began: decided.value.ref, done, left: left.repairs, sound } }),
    );
    if (!ended.ok) return ended;
    // As it was written down: a request that comes again finds the project sound, and is told what it has done.
    const told = REPAIR_PAYLOADS['end-repair'].parse(ended.value.payload);
    const shown = await show(ports, projectId, { seq: left.seq, repairs: told.left }, actor);
    return granted({ ...shown, done: told.done, sound: told.sound });
  },
});

interface Decided {
  readonly projectId: string;
  readonly now: Diagnosis;
  readonly actor: Actor;
  readonly request: string | undefined;
  readonly decision: RepairDecision;
  readonly proposal: RepairEntryRef;
}

/** Writes the answer down before anything is touched. */
const decide = (ports: Ports, { projectId, now, actor, request, decision, proposal }: Decided) =>
  appendRepair(ports, { actor, request }, ({ open }) => {
    const permitted = permitRepairDecision(now, open.get(projectId), { by: actor.id, decision, proposal });
    if (!permitted.ok) return permitted;
    if (decision === 'DECLINE') return granted({ act: 'decline-repair', payload: { projectId, proposal } });
    const { projectSeq, found } = permitted.value;
    return granted({ act: 'begin-repair', payload: { projectId, projectSeq, found, proposal } });
  });

const MOST_LISTED = 50;

const listRepairs = route({
  name: 'listRepairs',
  summary: { zh: '人工修复记录', en: 'Repairs by hand, the latest first, and what waits for its second person' },
  method: 'GET',
  path: '/api/operations/repairs',
  access: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
  output: z.object({
    repairs: z
      .array(
        z.object({
          at: z.string(),
          proposedBy: z.string().optional().describe('Account, no name; absent where one person sufficed then'),
          by: z.string().describe('Account of who confirmed it, no name'),
          role: z.enum(ROLES),
          projectId: projectIdSchema,
          projectSeq: z.int().describe('Last entry of the project when it was looked at'),
          found: repairs.describe('What was out of joint'),
          ended: z
            .object({ at: z.string(), done: repairs, left: repairs.describe('Still to be done'), sound: z.boolean() })
            .optional()
            .describe('Absent where it was cut off'),
        }),
      )
      .readonly(),
    open: z
      .array(
        z.object({ at: z.string(), by: z.string(), projectId: projectIdSchema, projectSeq: z.int(), found: repairs }),
      )
      .readonly()
      .describe('Proposed, and not answered yet'),
  }),
  async handle(_request, ports) {
    const { open, repaired } = await readRepairs(ports);
    return granted({
      repairs: repaired.toReversed().slice(0, MOST_LISTED),
      open: [...open.values()].map(({ ref: _, ...proposal }) => proposal),
    });
  },
});

export const REPAIR_ROUTES: readonly Route[] = [previewRepair, proposeRepair, decideRepair, listRepairs];
