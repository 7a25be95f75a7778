// The ledger and the embedded Step Functions in one file: an act and the step of the machine that it causes are one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlitePorts } from '../../../adapters/sqlite/ports.ts';
import { epochMillisecondsOf, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { LedgerRef } from '../../../domain/ledger.ts';
import { NO_CONSEQUENCES, type Ports, type Signal } from '../../../domain/ports.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { entryAfter } from '../../support/ports/entries.ts';

const PROJECT = '330302-2026-0017';
const REF: LedgerRef = { kind: 'PROJECT', id: PROJECT };
const START = { kind: 'START', projectId: PROJECT, step: 3, generation: 1 } as const satisfies Signal;
const PASSED: Signal = { kind: 'RESOLVE', projectId: PROJECT, outcomes: { 'confirm-plan': 'passed' } };
const EXECUTION_ARN = `arn:aws:states:local:000000000000:execution:renovation:${PROJECT}-3-1`;

const DEFINITION = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Confirm plan',
  States: {
    'Confirm plan': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'confirm-plan',
        Payload: {
          execution: '{% $states.context.Execution.Name %}',
          taskToken: '{% $states.context.Task.Token %}',
        },
      },
      End: true,
    },
  },
});

let folder: string;
let ports: Ports;
let engine: StepFunctions;
let close: () => void;

async function open(): Promise<void> {
  const opened = await openSqlitePorts({
    folder,
    clock: { virtualFrom: instantOf(Date.UTC(2026, 2, 2, 1)) },
    engine: (database, clock) =>
      new StepFunctions({
        database,
        clock: { now: () => epochMillisecondsOf(clock.now()) },
        async invoke(_, payload) {
          const { execution, taskToken } = payload as { execution: string; taskToken: string };
          const wait = { projectId: PROJECT, wait: 'confirm-plan', execution, openedAt: ports.clock.now() };
          await ports.workflow.open(wait, taskToken);
        },
      }),
    renovationMachineArn: 'arn:aws:states:local:000000000000:stateMachine:renovation',
    newId: () => 'id',
  });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  ({ ports, engine } = opened.value);
  close = () => {
    engine.close();
    opened.value.close();
  };
  engine.deployStateMachine({ name: 'renovation', definition: DEFINITION });
  engine.recover();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  await open();
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true });
});

const append = async (act: string, ...signals: Signal[]) => {
  const entry = entryAfter(REF, (await ports.ledger.read(REF)).at(-1), act);
  return ports.ledger.append(REF, entry, { ...NO_CONSEQUENCES, signals });
};
const execution = () => engine.describeExecution({ executionArn: EXECUTION_ARN });

describe('ledger and machine', () => {
  it('go on together: the act that opens a project starts it, the act that is waited for ends the wait', async () => {
    await append('open-project', START);
    await engine.idle();
    expect(execution()).toMatchObject({ status: 'RUNNING' });
    expect(await ports.workflow.listWaiting()).toMatchObject([{ wait: 'confirm-plan', execution: `${PROJECT}-3-1` }]);
    expect(await ports.workflow.listRunning(PROJECT)).toEqual(await ports.workflow.listRunning());

    await append('confirm-plan', PASSED);
    await engine.idle();
    expect(execution()).toMatchObject({ status: 'SUCCEEDED', output: '{"outcome":"passed"}' });
    expect(await ports.workflow.listWaiting()).toEqual([]);
    expect(await ports.workflow.listRunning(PROJECT)).toEqual([]);
  });

  it('stay behind together: no execution starts for an entry that is not written', async () => {
    const unspeakable: Signal = { ...START, projectId: 'no name of an execution' };
    await expect(append('open-project', START, unspeakable)).rejects.toThrow('Invalid Name');
    await engine.idle();
    expect(await ports.ledger.read(REF)).toEqual([]);
    expect(await ports.workflow.listRunning()).toEqual([]);
    expect(await ports.workflow.latestGeneration(PROJECT)).toBe(0);
    expect(execution).toThrow('Execution Does Not Exist');

    await append('open-project', START);
    expect(execution()).toMatchObject({ status: 'RUNNING' });
  });

  it('are where they were after a restart', async () => {
    await append('open-project', START);
    await engine.idle();
    close();
    await open();
    await append('confirm-plan', PASSED);
    await engine.idle();
    expect(execution()).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('drop the wait of an execution that was stopped behind the back of the port', async () => {
    await append('open-project', START);
    await engine.idle();
    engine.stopExecution({ executionArn: EXECUTION_ARN });
    expect(await append('confirm-plan', PASSED)).toBe('APPENDED');
    expect(await ports.workflow.listWaiting()).toEqual([]);
  });

  it('end together when an execution is stopped, however often', async () => {
    await append('open-project', START);
    await engine.idle();
    await ports.workflow.stop(EXECUTION_ARN, 'the project is closed');
    await ports.workflow.stop(EXECUTION_ARN, 'the project is closed');
    expect(execution()).toMatchObject({ status: 'ABORTED', cause: 'the project is closed' });
    expect(await ports.workflow.listWaiting()).toEqual([]);
  });
});
