// What the workflow on AWS keeps beyond the contract: what the SDK sends and takes for an answer, and a wait that the
// machine itself has opened.
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sfnWorkflow } from '../../../adapters/aws/workflow.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Signal } from '../../../domain/ports.ts';
import { type Aws, startAws } from '../../support/aws/start-aws.ts';

const PROJECT = '330302-2026-0017';
const START = { kind: 'START', projectId: PROJECT, step: 3, generation: 1 } as const satisfies Signal;
const PASSED: Signal = { kind: 'RESOLVE', projectId: PROJECT, outcomes: { 'confirm-plan': 'passed' } };
const WAIT = {
  projectId: PROJECT,
  wait: 'confirm-plan',
  execution: `${PROJECT}-3-1`,
  openedAt: instantOf(Date.UTC(2026, 2, 2, 1)),
};

let aws: Aws;
let opened: Awaited<ReturnType<Aws['open']>>;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  opened = await aws.open();
});
afterEach(() => opened.close());

const running = async () => (await opened.workflow.listRunning()).map(({ execution }) => execution);

describe('the workflow over Step Functions', () => {
  it('drops a token that Step Functions has never given out', async () => {
    await opened.workflow.open(WAIT, 'no token');
    await opened.workflow.signal([PASSED]);
    expect(await opened.workflow.listWaiting()).toEqual([]);
  });

  it('stops an execution for good: it is aborted, and its name starts nothing any more', async () => {
    await opened.workflow.signal([START]);
    const [executionArn = ''] = await running();
    await opened.workflow.stop(executionArn, 'the project is closed');
    expect(await opened.sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({ status: 'ABORTED' });
    await opened.workflow.signal([START]);
    expect(await running()).toEqual([]);
    expect(await opened.workflow.latestGeneration(PROJECT)).toBe(1);
  });

  it('starts by an alias, and finds its executions under the machine', async () => {
    const alias = `${opened.engine.renovationMachineArn}:live`;
    const startedBy: unknown[] = [];
    // The embedded engine has no aliases: here the alias leads to the machine, as it would on AWS.
    opened.sfn.middlewareStack.add(
      (next) => (args) => {
        const input = args.input as { stateMachineArn?: string };
        if (input.stateMachineArn === alias) {
          startedBy.push(alias);
          return next({ ...args, input: { ...input, stateMachineArn: opened.engine.renovationMachineArn } as never });
        }
        return next(args);
      },
      { step: 'initialize' },
    );
    const workflow = sfnWorkflow(opened.table, opened.sfn, alias);
    await workflow.signal([START]);
    expect(startedBy).toEqual([alias]);
    expect(await workflow.listRunning()).toHaveLength(1);
    expect(await workflow.listRunning(PROJECT)).toHaveLength(1);
  });
});
