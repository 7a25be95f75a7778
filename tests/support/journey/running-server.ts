// A whole server on a data folder of its own and a virtual clock, with what it logs kept for looking at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../../local/start-server.ts';

export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly logged: readonly LogLine[];
}

/** `from`: an instant with an offset. Closing takes the folder away. */
export async function runServer(from: string, more: Pick<ServerOptions, 'guessLimit'> = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  const logged: LogLine[] = [];
  const started = await startServer({
    folder,
    clock: { kind: 'VIRTUAL', from: instantOf(Date.parse(from)) },
    port: 0,
    demo: true,
    publicLimit: { capacity: 1_000_000, perSecond: 1_000_000 },
    log: (line) => logged.push(line),
    ...more,
  });
  if (!started.ok) throw new Error(started.refusal.says.en);
  return {
    ...started.value,
    folder,
    logged,
    async close() {
      await started.value.close();
      await rm(folder, { recursive: true });
    },
  };
}
