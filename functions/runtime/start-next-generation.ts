// Starts the next execution of a project's renovation machine, at the step that its ledger stands in now.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { stepToAwait } from '../../domain/projects/waits.ts';
import { requireProject } from './load-project.ts';
import { step } from './step.ts';

/** `generation` is the caller's own: a repeated call starts the same next one, which is no second start. */
export const startNextGeneration = step({
  name: 'startNextGeneration',
  input: z.strictObject({ projectId: z.string(), generation: z.int() }),
  output: z.strictObject({}),
  async handle({ projectId, generation }, ports) {
    const project = await requireProject(ports, projectId);
    await ports.workflow.signal([{ kind: 'START', projectId, step: stepToAwait(project), generation: generation + 1 }]);
    return granted({});
  },
});
