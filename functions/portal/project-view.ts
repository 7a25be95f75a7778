// A project as the API shows it to one asker: the fold, the next event, and what the asker may do now.
import type * as z from 'zod';
import type { projectSchema } from '../../domain/api.ts';
import type { Actor } from '../../domain/parties.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { allowedActs } from '../../domain/projects/allowed-acts.ts';
import { heldBackFrom, whyHeldBack } from '../../domain/projects/held-back.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import { type Project, stepOf } from '../../domain/projects/project.ts';
import { STEPS, titleOfState } from '../../domain/projects/states.ts';

export function viewOf(project: Project, actor: Actor): z.input<typeof projectSchema> {
  const { head, ...fields } = project;
  const step = stepOf(project);
  const next = nextEvent(project);
  const acts = allowedActs(actor.role, project.state).map((act) => {
    const { title, clause } = ACTS[act];
    return { act, title, clause };
  });
  const isHeldBack = ({ act }: (typeof acts)[number]) => heldBackFrom(act, project).includes(actor.id);
  return {
    ...fields,
    seq: head.seq,
    step,
    stepTitle: STEPS[step],
    stateTitle: titleOfState(project.state),
    next,
    allowedActs: acts.filter((each) => !isHeldBack(each)),
    heldBack: acts.filter(isHeldBack).map((each) => ({ ...each, because: whyHeldBack(each.act) })),
    // Records of the capabilities are plain JSON by the rule of the ledger.
  } as unknown as z.input<typeof projectSchema>;
}
