// A running system for the browser: a demo district on a virtual clock, a small neighbourhood on stage, a free port.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../../local/start-server.ts';
import { openStage, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

export interface StageServer extends RunningServer {
  readonly stage: Stage;
  /** 09:00 in Wenzhou of the day; whatever falls due on the way happens. */
  goTo(day: string): Promise<void>;
}

/** At 09:00 in Wenzhou on Monday, 2 March 2026; closed after the tests of the file. */
export async function stageServer(options: Partial<ServerOptions> = {}): Promise<StageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const started = await startServer({
    folder,
    clock: { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 2, 2, 1)) },
    port: 0,
    demo: true,
    publicLimit: { capacity: 10_000, perSecond: 1_000 },
    log: () => {},
    ...options,
  });
  if (!started.ok) throw new Error(started.refusal.says.en);
  const server = started.value;
  const stage = await openStage({ ports: server.system.ports, setNow: () => {}, close: () => {} });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...server,
    stage,
    async goTo(day) {
      const moved = await server.system.advance(`${day}T01:00:00.000Z` as Instant);
      if (!moved.ok) throw new Error(moved.refusal.says.en);
      await server.system.idle();
    },
  };
}
