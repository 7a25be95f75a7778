// Tells the renovation machine which of the nine steps the ledger stands in, and until when this execution may live.
import * as z from 'zod/mini';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/step-to-await.ts';
import { requireProject } from './load-project.ts';
import { step } from './step.ts';

/** No execution outlives 300 days (Step Functions ends one after a year): at 250 it is renewed. */
const RENEWED_AFTER = 250 * 86_400_000;

/** Step 0: the project is over. */
export const findStep = step({
  name: 'findStep',
  input: z.strictObject({ projectId: z.string(), startedAt: z.iso.datetime() }),
  output: z.strictObject({ step: z.int().check(z.minimum(0), z.maximum(9)), renewAt: z.string() }),
  async handle({ projectId, startedAt }, ports) {
    const project = await requireProject(ports, projectId);
    return granted({
      step: isClosed(project.state) ? 0 : stepToAwait(project),
      // An ISO time with or without milliseconds, as the engine writes it.
      renewAt: instantOf(epochMillisecondsOf(startedAt as Instant) + RENEWED_AFTER),
    });
  },
});
