// Opens the wait of a machine for a human act, and ends it at once if the ledger shows that the act is done already.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { outcomeOf } from '../../domain/projects/waits.ts';
import { requireProject } from './load-project.ts';
import { type Step, step } from './step.ts';

/** What a waiting state hands over: `$states.context.Execution.Id` and `$states.context.Task.Token`. */
const awaitActInput = z.strictObject({
  projectId: z.string(),
  execution: z.string(),
  taskToken: z.string(),
});

/**
 * The token is stored before the project is read: an act that lands in between finds the wait and ends it, one that
 * landed before is found by the reading. Either way the wait ends exactly once.
 */
async function openWait(ports: Ports, act: ActName, input: z.infer<typeof awaitActInput>): Promise<void> {
  const { projectId, execution, taskToken } = input;
  await ports.workflow.open({ projectId, wait: act, execution, openedAt: ports.clock.now() }, taskToken);
  const outcome = outcomeOf(act, await requireProject(ports, projectId));
  if (outcome !== undefined) {
    await ports.workflow.signal([{ kind: 'RESOLVE', projectId, outcomes: { [act]: outcome } }]);
  }
}

/** The step behind the waiting state of an act. */
export const awaitAct = (act: ActName): Step =>
  step({
    name: act,
    input: awaitActInput,
    output: z.strictObject({}),
    async handle(input, ports) {
      await openWait(ports, act, input);
      return granted({});
    },
  });
