// The neighbourhood on stage over the whole system: real machines, real waits, a virtual clock; no HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { epochMillisecondsOf, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { openStage, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

export interface StagedSystem {
  readonly system: System;
  readonly stage: Stage;
  readonly logged: readonly LogLine[];
  /** Acts waited for, once the machines have come to rest. */
  waiting(): Promise<readonly string[]>;
  /** Names of the running executions of the renovation machine, `projectId-step-generation`. */
  running(): Promise<readonly string[]>;
  pass(minutes: number): Promise<void>;
  close(): void;
}

/** On Monday, 2 March 2026, 09:00 in Wenzhou. */
export async function openStagedSystem(): Promise<StagedSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const logged: LogLine[] = [];
  const from = instantOf(Date.UTC(2026, 2, 2, 1));
  const opened = await openSystem({ folder, clock: { kind: 'VIRTUAL', from }, log: (line) => logged.push(line) });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  const system = opened.value;
  const { ports } = system;
  const stage = await openStage({ ports, setNow: () => {}, close: () => {} });
  await system.idle();
  return {
    system,
    stage,
    logged,
    async waiting() {
      await system.idle();
      return (await ports.workflow.listWaiting()).map(({ wait }) => wait);
    },
    running: async () =>
      (await ports.workflow.listRunning()).map(({ execution }) => execution.split(':').at(-1) ?? execution),
    async pass(minutes) {
      const moved = await system.advance(instantOf(epochMillisecondsOf(ports.clock.now()) + minutes * 60_000));
      if (!moved.ok) throw new Error(moved.refusal.says.en);
    },
    close() {
      system.close();
      rmSync(folder, { recursive: true });
    },
  };
}
