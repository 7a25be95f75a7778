// Looks after the folder of the office scanner as long as the system runs.
import type { Ports } from '../../domain/ports.ts';
import { type Log, traceOf } from '../../functions/runtime/log.ts';
import { watchFolder } from './watch-folder.ts';

/** A scanner writes a page in less: a file that is the same after it is whole. */
const EVERY = 2_000;

export interface Scanner {
  /** Resolves when the look that is under way is over. */
  close(): Promise<void>;
}

export function startScanner(ports: Ports, folder: string, log: Log): Scanner {
  const { look } = watchFolder(ports, folder);
  let looking: Promise<void> | undefined;
  let away = false;
  const timer = setInterval(() => {
    looking ??= look()
      .then(() => {
        away = false;
      })
      .catch((error: unknown) => {
        // A folder on a network drive may be away for a while: it is looked for again, and said to be away once.
        if (!away)
          log({ level: 'error', code: 'UNAVAILABLE', requestId: 'scanner', route: 'takeScan', ...traceOf(error) });
        away = true;
      })
      .finally(() => {
        looking = undefined;
      });
  }, EVERY);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
