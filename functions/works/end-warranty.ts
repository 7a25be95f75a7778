// Looks whether the warranty of a part is over, and ends it if it is: asked by the machine, part after part, until none is left.
import * as z from 'zod/mini';
import { addDays, dateInShanghai, type Instant, startOfDay } from '../../domain/calendar/plain-date.ts';
import { Fault, granted } from '../../domain/errors.ts';
import { SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { acceptanceOf } from '../../domain/projects/works/acceptance.ts';
import { nextEnd, termsOver } from '../../domain/projects/works/warranty-terms.ts';
import { requireProject } from '../runtime/load-project.ts';
import { step } from '../runtime/step.ts';

const output = z.strictObject({
  outcome: z.enum(['ended', 'waiting', 'renew']),
  /** When to look again, never beyond the life of the execution. */
  until: z.string(),
});

type Answer = z.input<typeof output>;

export const endWarranty = step({
  name: 'endWarranty',
  input: z.strictObject({ projectId: z.string(), renewAt: z.string() }),
  output,
  async handle({ projectId, renewAt }, ports) {
    await endTermsOver(ports, projectId);
    return granted(whatIsLeft(await requireProject(ports, projectId), ports.clock.now(), renewAt as Instant));
  },
});

/** Somebody else may write in the same moment; the machine then tries again. */
async function endTermsOver(ports: Ports, projectId: string): Promise<void> {
  const { warranties } = acceptanceOf(await requireProject(ports, projectId));
  if (termsOver(warranties, dateInShanghai(ports.clock.now())).length === 0) return;
  // Only now: most looks find that nothing is over, and acting knows every act and rule.
  const [{ endWarranty: act }, { humanAct }, { performAct }] = await Promise.all([
    import('../../domain/projects/works/end-warranty.ts'),
    import('../runtime/human-act.ts'),
    import('../runtime/perform-act.ts'),
  ]);
  const ended = await performAct(ports, humanAct(act), { projectId, actor: SYSTEM, input: {} });
  if (!ended.ok) throw new Fault('CONTENTION', `no warranty of ${projectId} ended: ${ended.refusal.code}`);
}

function whatIsLeft(project: Project, at: Instant, renewAt: Instant): Answer {
  const endsOn = nextEnd(acceptanceOf(project).warranties);
  if (endsOn === undefined) return { outcome: 'ended', until: at };
  if (at >= renewAt) return { outcome: 'renew', until: at };
  // The last day is still the contractor's.
  const next = startOfDay(addDays(endsOn, 1));
  return { outcome: 'waiting', until: next < renewAt ? next : renewAt };
}
