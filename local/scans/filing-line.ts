// Works through the stacks that wait to be filed, one after the other; what a restart interrupted is taken up again.
import type { Ports } from '../../domain/ports.ts';
import { fileStack } from '../../functions/intake/scan/file-stack.ts';
import { isWaitingStack, listOpenStacks } from '../../functions/intake/scan/stack-records.ts';
import { codeOf, type Log, traceOf } from '../../functions/runtime/log.ts';

export interface FilingLine {
  /** The same ports, over which a stack that is put in line is begun at once. */
  readonly ports: Ports;
  /** Files everything that waits now; resolves when nothing is left. */
  work(): Promise<void>;
  /** Leaves the stack under way where it is, and resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

/** A disk that is full now may have room in a moment. */
const TRY_AGAIN = 5_000;

/** A stack that breaks the filing itself is not tried again before the next start: it would hold up all others. */
export interface FilingLineOptions {
  /** Milliseconds. */
  readonly tryAgain?: number;
  /** Hears how long a stack took, from being put in line until every page had its place. */
  readonly filed?: (milliseconds: number) => void;
}

export function createFilingLine(ports: Ports, log: Log, options: FilingLineOptions = {}): FilingLine {
  const { tryAgain = TRY_AGAIN, filed } = options;
  /** When each stack of this start was put in line; one that a restart interrupted is not measured. */
  const putInLine = new Map<string, number>();
  const broken = new Set<string>();
  const closing = new AbortController();
  let working: Promise<void> = Promise.resolve();
  let pause: NodeJS.Timeout | undefined;

  async function workThrough(): Promise<void> {
    while (!closing.signal.aborted) {
      let uploadId: string | undefined;
      try {
        uploadId = (await listOpenStacks(ports)).find((id) => !broken.has(id));
        if (uploadId === undefined) return;
        const { state } = await fileStack(ports, uploadId, closing.signal);
        const since = putInLine.get(uploadId);
        putInLine.delete(uploadId);
        if (state === 'DONE' && since !== undefined) filed?.(performance.now() - since);
      } catch (error) {
        const code = codeOf(error);
        log({ level: 'error', code, requestId: uploadId ?? 'filing', route: 'fileStack', ...traceOf(error) });
        // Not the fault of the stack, nor cured by trying the next one.
        if (code === 'UNAVAILABLE' || uploadId === undefined) return workLater();
        broken.add(uploadId);
      }
    }
  }

  function workLater(): void {
    clearTimeout(pause);
    pause = setTimeout(work, tryAgain);
    pause.unref();
  }

  function work(): Promise<void> {
    working = working.then(workThrough);
    return working;
  }

  const views: Ports['views'] = {
    ...ports.views,
    async write(writes) {
      await ports.views.write(writes);
      const waiting = writes.filter(isWaitingStack);
      for (const { partition: uploadId } of waiting) putInLine.set(uploadId, performance.now());
      if (waiting.length > 0) void work();
    },
  };
  return {
    ports: { ...ports, views },
    work,
    close() {
      clearTimeout(pause);
      closing.abort();
      return working;
    },
  };
}
