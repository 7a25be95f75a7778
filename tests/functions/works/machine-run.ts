// One machine of steps 5 to 9 over the real steps and the embedded Step Functions, on a clock that is moved by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/plain-date.ts';
import type { Actor, Role } from '../../../domain/parties.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { requireProject } from '../../../functions/runtime/load-project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { openSystem } from '../../../local/system.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import { TODAY } from '../../domain/projects/works/building-site.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';

const UNITS: Partial<Record<Role, string>> = { STREET: '330302001', COMMUNITY: '330302001003' };
const actorOf = (role: Role): Actor => ({ role, id: `${role}-1`, unit: UNITS[role] ?? role });

const enteredTask = z.object({
  type: z.literal('TaskStateEntered'),
  stateEnteredEventDetails: z.object({ name: z.string() }),
});

export interface MachineRun {
  readonly paper: string;
  act(name: ActName, role: Role, input: object): Promise<string>;
  advance(day: string): Promise<void>;
  project(): Promise<Project>;
  /** Acts waited for now, in order of their names. */
  waiting(): Promise<readonly string[]>;
  /** Tasks entered so far, in order. */
  tasks(): readonly string[];
  /** Undefined while it runs. */
  outcome(): string | undefined;
  close(): void;
}

export interface Setting {
  readonly machine: string;
  readonly project: Project;
  /** Where the clock stands at first. */
  readonly from?: string;
  readonly renewAt?: Instant;
}

export async function runMachine({
  machine,
  project,
  from = TODAY,
  renewAt = at('2026-11-09'),
}: Setting): Promise<MachineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const opened = await openSystem({ folder, clock: { kind: 'VIRTUAL', from: at(from) }, log: () => {} });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  const { ports, engine, ...system } = opened.value;
  const { projectId } = await putInLedger(ports, project);
  const { executionArn } = engine.startExecution({
    stateMachineArn: `arn:aws:states:local:000000000000:stateMachine:${machine}`,
    name: `${projectId}-run-1`,
    input: JSON.stringify({ projectId, renewAt }),
  });
  await system.idle();
  return {
    paper: await storePaper(ports),
    async act(name, role, input) {
      const human = acts[name] ?? expect.fail(name);
      const done = await performAct(ports, human, { projectId, actor: actorOf(role), input });
      if (!done.ok) throw new Error(`${name}: ${done.refusal.says.en}`);
      await system.idle();
      return done.value.outcome;
    },
    async advance(day) {
      const moved = await system.advance(at(day));
      if (!moved.ok) throw new Error(moved.refusal.says.en);
    },
    project: () => requireProject(ports, projectId),
    waiting: async () => (await ports.workflow.listWaiting(projectId)).map(({ wait }) => wait).toSorted(),
    tasks: () =>
      engine
        .getExecutionHistory({ executionArn, maxResults: 1000 })
        .events.flatMap((event) => enteredTask.safeParse(event).data?.stateEnteredEventDetails.name ?? []),
    outcome() {
      const { status, output } = engine.describeExecution({ executionArn });
      if (status === 'RUNNING') return undefined;
      return z.object({ outcome: z.string() }).parse(JSON.parse(output ?? '{"outcome":"no output"}')).outcome;
    },
    close() {
      system.close();
      rmSync(folder, { recursive: true });
    },
  };
}
