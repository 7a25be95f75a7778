// Tells the renovation machine which of the nine steps the ledger stands in, and until when this execution may live.
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/waits.ts';
import { requireProject } from './load-project.ts';

/** No execution outlives 300 days (Step Functions ends one after a year): at 250 it is renewed. */
const RENEWED_AFTER = 250 * 86_400_000;

export const findStepInput = z.strictObject({ projectId: z.string(), startedAt: z.string() });
export const findStepOutput = z.strictObject({ step: z.int().min(0).max(9), renewAt: z.string() });

/** Step 0: the project is over. */
export async function findStep(
  ports: Pick<Ports, 'ledger' | 'views'>,
  input: z.infer<typeof findStepInput>,
): Promise<z.infer<typeof findStepOutput>> {
  const project = await requireProject(ports, input.projectId);
  return {
    step: isClosed(project.state) ? 0 : stepToAwait(project),
    renewAt: instantOf(epochMillisecondsOf(input.startedAt as Instant) + RENEWED_AFTER),
  };
}
