// How far a project is, for everybody: the nine steps with their days, whose turn it is, how much of the money is there. Totals only.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../../../domain/api.ts';
import { dateInShanghai, type PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../../../../domain/errors.ts';
import { PARTIES } from '../../../../domain/parties.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { applyEntry } from '../../../../domain/projects/fold.ts';
import { nextEvent } from '../../../../domain/projects/next-event.ts';
import { type Project, stepOf } from '../../../../domain/projects/project.ts';
import { STEPS, type Step, titleOfState } from '../../../../domain/projects/states.ts';
import { noSuchProject } from '../../../runtime/own-project.ts';
import { route } from '../../../runtime/route.ts';

const output = z.object({
  projectId: z.string(),
  neighbourhood: z.string(),
  street: z.string().describe('Code of its street, whose telephone is among the public ones'),
  step: z.int(),
  state: bilingual,
  since: z.string(),
  next: z.object({ title: bilingual, owner: bilingual, dueOn: z.string() }).optional(),
  steps: z.array(z.object({ step: z.int(), title: bilingual, reachedOn: z.string().optional() })),
  works: z
    .object({ percent: z.int(), publishedOn: z.string(), nextOn: z.string() })
    .optional()
    .describe('As the employer last told the residents, and when it tells them next (三(五))'),
  arrivalRate: z.string().optional().describe('Per cent of the residents’ money that has arrived, rounded down'),
});

export type Progress = z.input<typeof output>;

export async function findProgress(ports: Ports, projectId: string): Promise<Outcome<Progress>> {
  const reached = new Map<Step, PlainDate>();
  let project: Project | undefined;
  for (const entry of await ports.ledger.read({ kind: 'PROJECT', id: projectId })) {
    project = applyEntry(project, entry);
    const step = stepOf(project);
    if (!reached.has(step)) reached.set(step, dateInShanghai(entry.at));
  }
  return project === undefined ? noSuchProject() : granted(progressOf(project, reached));
}

function progressOf(project: Project, reached: ReadonlyMap<Step, PlainDate>): Progress {
  const next = nextEvent(project);
  const { arrival } = project.funding;
  return {
    projectId: project.projectId,
    neighbourhood: project.neighbourhood.name,
    street: project.neighbourhood.street,
    step: stepOf(project),
    state: titleOfState(project.state),
    since: dateInShanghai(project.since),
    ...(next && {
      next: { title: next.title, owner: next.owner === 'SYSTEM' ? BY_ITSELF : PARTIES[next.owner], dueOn: next.dueOn },
    }),
    steps: ALL_STEPS.map((step) => {
      const reachedOn = reached.get(step);
      return { step, title: STEPS[step], ...(reachedOn && { reachedOn }) };
    }),
    ...(project.programme.progress && { works: project.programme.progress }),
    ...(arrival && { arrivalRate: arrival.arrivalRate }),
  };
}

/** Nobody has to be asked for what a period brings when it is over. */
const BY_ITSELF = { zh: '到期自动办理，不用申请', en: 'Done by itself on that day; nobody applies' };

const ALL_STEPS = Object.keys(STEPS).map(Number) as Step[];

export const readProgress = route({
  name: 'readProgress',
  summary: { zh: '查看改造进度', en: 'Read the progress of a project' },
  method: 'GET',
  path: '/api/public/projects/{id}',
  access: 'PUBLIC',
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output,
  handle: ({ params: { id } }, ports) => findProgress(ports, id),
});
