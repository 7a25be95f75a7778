// Starts the next execution of a project's renovation machine, at the step that its ledger stands in now.
import * as z from 'zod/mini';
import { granted } from '../../domain/errors.ts';
import { stepToAwait } from '../../domain/projects/step-to-await.ts';
import { requireProject } from './load-project.ts';
import { step } from './step.ts';

/**
 * `generation` is the caller's own. A repeated call starts nothing: the project may have reached another step since, and
 * the same generation at another step would be a second execution.
 */
export const startNextGeneration = step({
  name: 'startNextGeneration',
  input: z.strictObject({ projectId: z.string(), generation: z.int() }),
  output: z.strictObject({}),
  async handle({ projectId, generation }, ports) {
    if ((await ports.workflow.latestGeneration(projectId)) > generation) return granted({});
    const project = await requireProject(ports, projectId);
    await ports.workflow.signal([{ kind: 'START', projectId, step: stepToAwait(project), generation: generation + 1 }]);
    return granted({});
  },
});
