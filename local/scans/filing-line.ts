// Works through the stacks that wait to be filed, one after the other; what a restart interrupted is taken up again.
import type { Ports } from '../../domain/ports.ts';
import { fileStack } from '../../functions/intake/scan/file-stack.ts';
import { listOpenStacks } from '../../functions/intake/scan/stack-records.ts';
import { type Log, traceOf } from '../../functions/runtime/log.ts';

export interface FilingLine {
  /** Files everything that waits now; resolves when nothing is left. */
  work(): Promise<void>;
}

/** A stack that breaks the filing itself is not tried again before the next start: it would hold up all others. */
export function createFilingLine(ports: Ports, log: Log): FilingLine {
  const broken = new Set<string>();
  let working: Promise<void> | undefined;

  async function workThrough(): Promise<void> {
    for (;;) {
      const uploadId = (await listOpenStacks(ports)).find((id) => !broken.has(id));
      if (uploadId === undefined) return;
      try {
        await fileStack(ports, uploadId);
      } catch (error) {
        broken.add(uploadId);
        log({ level: 'error', code: 'INTERNAL', requestId: uploadId, route: 'fileStack', ...traceOf(error) });
      }
    }
  }

  return {
    work() {
      working = (working ?? Promise.resolve()).then(workThrough);
      return working;
    },
  };
}
