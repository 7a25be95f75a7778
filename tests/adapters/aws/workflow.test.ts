// The adapter over the embedded Step Functions, reached by the AWS SDK over HTTP: real tokens, real executions.
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withFaults } from '../../../adapters/aws/faults.ts';
import { sfnWorkflow } from '../../../adapters/aws/workflow.ts';
import { Database } from '../../../adapters/sqlite/database.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Signal, Workflow } from '../../../domain/ports.ts';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { type Listening, listening } from '../../support/aws/listening.ts';
import { type Aws, CREDENTIALS, REGION, startAws } from '../../support/aws/start-aws.ts';

const PROJECT = '330302-2026-0017';
const START = { kind: 'START', projectId: PROJECT, step: 3, generation: 1 } as const satisfies Signal;
const PASSED: Signal = { kind: 'RESOLVE', projectId: PROJECT, outcomes: { 'confirm-plan': 'passed' } };
const OPENED_AT = instantOf(Date.UTC(2026, 2, 2, 1));

const DEFINITION = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Confirm plan',
  States: {
    'Confirm plan': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ConfirmPlan',
        Payload: {
          execution: '{% $states.context.Execution.Name %}',
          taskToken: '{% $states.context.Task.Token %}',
        },
      },
      End: true,
    },
  },
});

let aws: Aws;
let opened: Awaited<ReturnType<Aws['open']>>;
let database: Database;
let engine: StepFunctions;
let endpoint: Listening;
let sfn: SFNClient;
let workflow: Workflow;
const tokens: string[] = [];

beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  opened = await aws.open();
  database = new Database(':memory:');
  engine = new StepFunctions({
    database,
    clock: { now: () => Date.parse(OPENED_AT) },
    async invoke(_, payload) {
      const { execution, taskToken } = payload as { execution: string; taskToken: string };
      tokens.push(taskToken);
      await workflow.open({ projectId: PROJECT, wait: 'confirm-plan', execution, openedAt: OPENED_AT }, taskToken);
    },
  });
  const { stateMachineArn } = engine.deployStateMachine({ name: 'renovation', definition: DEFINITION });
  endpoint = await listening(stepFunctionsEndpoint(engine, database));
  sfn = withFaults(new SFNClient({ region: REGION, credentials: CREDENTIALS, endpoint: endpoint.url }));
  workflow = sfnWorkflow(opened.table, sfn, stateMachineArn);
});
afterEach(async () => {
  sfn.destroy();
  engine.close();
  await endpoint.close();
  database.close();
  await opened.close();
});

const running = async () => (await workflow.listRunning()).map(({ execution }) => execution);
const outcomeOf = async (executionArn: string) => {
  const { status, output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  return { status, output };
};

describe('the workflow over Step Functions', () => {
  it('starts an execution, keeps the token of its wait, and ends it by the act', async () => {
    await workflow.signal([START]);
    await engine.idle();
    expect(await workflow.listWaiting(PROJECT)).toMatchObject([{ wait: 'confirm-plan', execution: `${PROJECT}-3-1` }]);
    const [execution = ''] = await running();

    await workflow.signal([PASSED]);
    await engine.idle();
    expect(await outcomeOf(execution)).toEqual({ status: 'SUCCEEDED', output: '{"outcome":"passed"}' });
    expect(await workflow.listWaiting()).toEqual([]);
    expect(await running()).toEqual([]);
    expect(await workflow.listRunning(PROJECT)).toEqual([]);
  });

  it('starts nothing a second time, also after the first has ended', async () => {
    await workflow.signal([START, START]);
    await engine.idle();
    await workflow.signal([PASSED]);
    await engine.idle();
    await workflow.signal([START]);
    await engine.idle();
    expect(await running()).toEqual([]);
    expect(await workflow.latestGeneration(PROJECT)).toBe(1);
  });

  it('answers a token again that was answered before it could be forgotten', async () => {
    await workflow.signal([START]);
    await engine.idle();
    const token = tokens.at(-1) ?? '';
    await workflow.signal([PASSED]);
    await engine.idle();
    const lost = { projectId: PROJECT, wait: 'confirm-plan', execution: `${PROJECT}-3-1`, openedAt: OPENED_AT };
    await workflow.open(lost, token);
    await workflow.signal([PASSED]);
    expect(await workflow.listWaiting()).toEqual([]);
  });

  it('drops a token that Step Functions has never given out', async () => {
    const lost = { projectId: PROJECT, wait: 'confirm-plan', execution: `${PROJECT}-3-1`, openedAt: OPENED_AT };
    await workflow.open(lost, 'no token');
    await workflow.signal([PASSED]);
    expect(await workflow.listWaiting()).toEqual([]);
  });

  it('stops an execution, however often, and forgets its wait', async () => {
    await workflow.signal([START]);
    await engine.idle();
    const [execution = ''] = await running();
    await workflow.stop(execution, 'the project is closed');
    await workflow.stop(execution, 'the project is closed');
    expect((await outcomeOf(execution)).status).toBe('ABORTED');
    expect(await workflow.listWaiting()).toEqual([]);
  });

  it('knows its executions when it starts them by an alias', async () => {
    const [base = ''] = [`arn:aws:states:${REGION}:123456789012:stateMachine:renovation`];
    const byAlias = sfnWorkflow(opened.table, aws.clients.sfn, `${base}:live`);
    await byAlias.signal([START]);
    expect(opened.engine.started.map(({ stateMachineArn }) => stateMachineArn)).toEqual([`${base}:live`]);
  });
});
