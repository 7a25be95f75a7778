// Starts the next execution of a project's renovation machine, at the step that its ledger stands in now.
import * as z from 'zod';
import type { Ports } from '../../domain/ports.ts';
import { stepToAwait } from '../../domain/projects/waits.ts';
import { requireProject } from './load-project.ts';

export const startNextGenerationInput = z.strictObject({ projectId: z.string(), generation: z.int() });

/** `generation` is the caller's own: a repeated call starts the same next one, which is no second start. */
export async function startNextGeneration(
  ports: Pick<Ports, 'ledger' | 'views' | 'workflow'>,
  input: z.infer<typeof startNextGenerationInput>,
): Promise<void> {
  const { projectId } = input;
  const step = stepToAwait(await requireProject(ports, projectId));
  await ports.workflow.signal([{ kind: 'START', projectId, step, generation: input.generation + 1 }]);
}
