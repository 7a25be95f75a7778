// Works through the stacks that wait to be filed, one after the other; what a restart interrupted is taken up again.
import type { Ports } from '../../domain/ports.ts';
import { fileStack } from '../../functions/intake/scan/file-stack.ts';
import { isWaitingStack, listOpenStacks } from '../../functions/intake/scan/stack-records.ts';
import { type Log, traceOf } from '../../functions/runtime/log.ts';

export interface FilingLine {
  /** The same ports, over which a stack that is put in line is begun at once. */
  readonly ports: Ports;
  /** Files everything that waits now; resolves when nothing is left. */
  work(): Promise<void>;
  /** Leaves the stack under way where it is, and resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

/** A stack that breaks the filing itself is not tried again before the next start: it would hold up all others. */
export function createFilingLine(ports: Ports, log: Log): FilingLine {
  const broken = new Set<string>();
  const closing = new AbortController();
  let working: Promise<void> = Promise.resolve();

  async function workThrough(): Promise<void> {
    while (!closing.signal.aborted) {
      const uploadId = (await listOpenStacks(ports)).find((id) => !broken.has(id));
      if (uploadId === undefined) return;
      try {
        await fileStack(ports, uploadId, closing.signal);
      } catch (error) {
        broken.add(uploadId);
        log({ level: 'error', code: 'INTERNAL', requestId: uploadId, route: 'fileStack', ...traceOf(error) });
      }
    }
  }

  function work(): Promise<void> {
    working = working.then(workThrough);
    return working;
  }

  const views: Ports['views'] = {
    ...ports.views,
    async write(writes) {
      await ports.views.write(writes);
      if (writes.some(isWaitingStack)) void work();
    },
  };
  return {
    ports: { ...ports, views },
    work,
    close() {
      closing.abort();
      return working;
    },
  };
}
