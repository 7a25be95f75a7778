// A project as the API shows it to one asker: the fold, the next event, and what the asker may do now.
import type * as z from 'zod';
import type { projectSchema } from '../../domain/api.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type Actor, belongsTo } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { allowedActs } from '../../domain/projects/allowed-acts.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import { type Project, stepOf } from '../../domain/projects/project.ts';
import { STEPS, titleOfState } from '../../domain/projects/states.ts';
import { loadProject } from '../runtime/load-project.ts';
import { noSuchProject } from '../runtime/perform-act.ts';

export function viewOf(project: Project, actor: Actor): z.input<typeof projectSchema> {
  const { head, ...fields } = project;
  const step = stepOf(project);
  const next = nextEvent(project);
  return {
    ...fields,
    seq: head.seq,
    step,
    stepTitle: STEPS[step],
    stateTitle: titleOfState(project.state),
    next,
    allowedActs: allowedActs(actor.role, project.state).map((act) => {
      const { title, clause } = ACTS[act];
      return { act, title, clause };
    }),
    // Records of the capabilities are plain JSON by the rule of the ledger.
  } as unknown as z.input<typeof projectSchema>;
}

/** The project, if it exists and is one of the asker's; a stranger is not told which of the two fails. */
export async function findOwnProject(
  ports: Pick<Ports, 'ledger' | 'views'>,
  projectId: string,
  actor: Actor,
): Promise<Outcome<Project>> {
  const project = await loadProject(ports, projectId);
  if (project === undefined) return noSuchProject();
  if (belongsTo(actor, project.neighbourhood)) return granted(project);
  return refused('FORBIDDEN_UNIT', {
    zh: '该小区不属于您的辖区，请联系属地街道。',
    en: 'This neighbourhood is not in your area; turn to its own street office.',
  });
}
