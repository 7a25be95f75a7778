// Looks whether the publicity is over, by the calendar now in force, and closes it if it is: asked by the machine, again and again.
import * as z from 'zod/mini';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { Fault, granted } from '../../domain/errors.ts';
import { SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { PublicityAssessment } from '../../domain/projects/publicity/assess-publicity.ts';
import { hasReached } from '../../domain/projects/states.ts';
import { requireProject } from '../runtime/load-project.ts';
import { step } from '../runtime/step.ts';

const ONE_DAY = 86_400_000;
/** An objection, a poster found down: somebody may act at the same moment, but hardly eight times. */
const MOST_ATTEMPTS = 8;

const output = z.strictObject({
  outcome: z.enum([
    'satisfied',
    'objections-open',
    'running',
    'pending-calendar',
    'interrupted',
    'renew',
    'sent-back',
    'closed',
  ]),
  /** When to look again, never beyond the life of the execution. */
  until: z.string(),
});

type Answer = z.input<typeof output>;

export const closePublicity = step({
  name: 'closePublicity',
  input: z.strictObject({ projectId: z.string(), renewAt: z.string() }),
  output,
  async handle({ projectId, renewAt }, ports) {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const answer = await look(ports, projectId, renewAt as Instant);
      if (answer !== undefined) return granted(answer);
    }
    throw new Fault('CONTENTION', `others act on ${projectId} all the time`);
  },
});

/** What the machine is told; undefined if somebody acted in between, so that it has to be looked at afresh. */
async function look(ports: Ports, projectId: string, renewAt: Instant): Promise<Answer | undefined> {
  const project = await requireProject(ports, projectId);
  const at = ports.clock.now();
  const elsewhere = outcomeElsewhere(project);
  if (elsewhere !== undefined) return { outcome: elsewhere, until: at };
  const assessed = await assess(ports, project, at);
  switch (assessed.outcome) {
    case 'interrupted':
      return { outcome: 'interrupted', until: at };
    case 'running':
      return lookAgain('running', assessed.period.opensAt, at, renewAt);
    case 'pending-calendar':
      return lookAgain('pending-calendar', instantOf(epochMillisecondsOf(at) + ONE_DAY), at, renewAt);
    case 'objections-open':
      return project.state === 'OBJECTION' ? { outcome: 'objections-open', until: at } : closeIfValid();
    case 'satisfied':
      return closeIfValid();
  }

  /** Days on which no valid notice hung do not count, also where whoever voided it could not tell the project of it. */
  async function closeIfValid(): Promise<Answer | undefined> {
    // Only now: until the last day the reconciler finds it as well.
    const { interruptVoidPublicity } = await import('../runtime/interrupt-void-publicity.ts');
    return (await interruptVoidPublicity(ports, projectId)) ? undefined : close(ports, projectId, at);
  }
}

/** Where nothing is left to count. A suspended project is waited for as an interrupted one is: at the posting. */
function outcomeElsewhere({ state }: Project): Answer['outcome'] | undefined {
  if (state === 'PUBLICITY_RUNNING' || state === 'PUBLICITY_INTERRUPTED' || state === 'OBJECTION') return undefined;
  if (state === 'SUSPENDED') return 'interrupted';
  if (state === 'EXCLUDED') return 'closed';
  return hasReached(state, 'PUBLICITY_SATISFIED') ? 'satisfied' : 'sent-back';
}

async function assess(ports: Ports, project: Project, at: Instant): Promise<PublicityAssessment> {
  // Only for a project that is in its publicity: rules with their quotes, and twenty years of holidays.
  const [{ packById }, { assessPublicity }, { currentCalendar }] = await Promise.all([
    import('../../domain/policy/packs.ts'),
    import('../../domain/projects/publicity/assess-publicity.ts'),
    import('../runtime/current-calendar.ts'),
  ]);
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  return assessPublicity(project, at, await currentCalendar(ports), pack);
}

function lookAgain(outcome: 'running' | 'pending-calendar', next: Instant, at: Instant, renewAt: Instant): Answer {
  if (at >= renewAt) return { outcome: 'renew', until: at };
  return { outcome, until: next < renewAt ? next : renewAt };
}

async function close(ports: Ports, projectId: string, at: Instant): Promise<Answer | undefined> {
  // Only now: most looks find that the period still runs, and acting knows every act and rule.
  const [{ closePublicity: act }, { humanAct }, { performAct }] = await Promise.all([
    import('../../domain/projects/publicity/close-publicity.ts'),
    import('../runtime/human-act.ts'),
    import('../runtime/perform-act.ts'),
  ]);
  const closed = await performAct(ports, humanAct(act), { projectId, actor: SYSTEM, input: {} });
  return closed.ok ? { outcome: output.shape.outcome.parse(closed.value.outcome), until: at } : undefined;
}
