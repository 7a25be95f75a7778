// The endpoint as the AWS SDK sees it, over HTTP: every operation, its pages, and the SDK's own exception classes.
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidArn,
  InvalidDefinition,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StateMachineAlreadyExists,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { served } from './served-endpoint.ts';
import { BEGINNING, callback, machine } from './workbench.ts';

const roleArn = 'arn:aws:iam::000000000000:role/workflow';
const ASK = machine({ A: callback({ TimeoutSeconds: 60, Output: '{% $states.result %}', End: true }) });
const arn = (name: string) => `arn:aws:states:local:000000000000:stateMachine:${name}`;

describe('the endpoint', () => {
  it('takes an execution from its machine to its history', async () => {
    const { client, sfn, tokens } = await served();
    const created = await client.send(new CreateStateMachineCommand({ name: 'ask', definition: ASK, roleArn }));
    expect(created.stateMachineArn).toBe(arn('ask'));
    expect(created.creationDate).toEqual(new Date(BEGINNING));
    const input = '{"project":"330302-2026-0017"}';
    const start = new StartExecutionCommand({ stateMachineArn: arn('ask'), name: 'p-4-1', input });
    const { executionArn } = await client.send(start);
    expect(await client.send(start)).toMatchObject({ executionArn });
    await sfn.idle();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'RUNNING',
      input,
    });

    await client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{"outcome":"passed"}' }));
    await sfn.idle();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      executionArn,
      stateMachineArn: arn('ask'),
      status: 'SUCCEEDED',
      output: '{"outcome":"passed"}',
      startDate: new Date(BEGINNING),
      stopDate: new Date(BEGINNING),
    });

    const types: (string | undefined)[] = [];
    for await (const { events = [] } of paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn })) {
      types.push(...events.map(({ type }) => type));
    }
    expect(types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    const { events } = await client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
    );
    expect(events?.[0]?.executionSucceededEventDetails?.output).toBe('{"outcome":"passed"}');
  });

  it('fails a task, stops an execution and lists both', async () => {
    const { client, sfn, tokens } = await served();
    await client.send(new CreateStateMachineCommand({ name: 'ask', definition: ASK, roleArn }));
    const start = (name: string) => client.send(new StartExecutionCommand({ stateMachineArn: arn('ask'), name }));
    const [failed, stopped] = [await start('failed'), await start('stopped')];
    await sfn.idle();
    await client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'Withdrawn', cause: 'by the street' }));
    await client.send(new StopExecutionCommand({ executionArn: stopped.executionArn, error: 'Orphan' }));
    await sfn.idle();
    expect(await client.send(new DescribeExecutionCommand({ executionArn: failed.executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: 'by the street',
    });
    const list = new ListExecutionsCommand({ stateMachineArn: arn('ask'), statusFilter: 'ABORTED' });
    const { executions } = await client.send(list);
    expect(executions?.map(({ name }) => name)).toEqual(['stopped']);
  });

  it('describes, updates, lists, validates and deletes machines', async () => {
    const { client } = await served();
    await client.send(new CreateStateMachineCommand({ name: 'ask', definition: ASK, roleArn, type: 'STANDARD' }));
    const PASS = machine({ A: { Type: 'Pass', End: true } });
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: arn('ask') }));
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: arn('ask'), definition: PASS }));
    expect(await client.send(new DescribeStateMachineCommand({ stateMachineArn: arn('ask') }))).toMatchObject({
      name: 'ask',
      status: 'ACTIVE',
      definition: PASS,
      roleArn,
    });
    expect(await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }))).toMatchObject({
      definition: ASK,
    });
    const { stateMachines } = await client.send(new ListStateMachinesCommand());
    expect(stateMachines?.map(({ name }) => name)).toEqual(['ask']);
    const validate = new ValidateStateMachineDefinitionCommand({
      definition: machine({ A: { Type: 'Pass', Next: 'B' } }),
    });
    expect(await client.send(validate)).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ location: '/States/A/Next' }],
    });
    await client.send(new DeleteStateMachineCommand({ stateMachineArn: arn('ask') }));
    expect((await client.send(new ListStateMachinesCommand())).stateMachines).toEqual([]);
  });

  it('raises the exceptions of the SDK', async () => {
    const { client, sfn, tokens } = await served();
    const stateMachineArn = arn('ask');
    await client.send(new CreateStateMachineCommand({ name: 'ask', definition: ASK, roleArn }));
    const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn, name: 'e' }));
    await sfn.idle();
    const [taskToken = ''] = tokens;
    const unknownToken = Buffer.from('99.0.00000000-0000-4000-8000-000000000000').toString('base64url');
    const definition = machine({ A: { Type: 'Pass', End: true } });

    await expect(
      client.send(new CreateStateMachineCommand({ name: 'ask', definition, roleArn })),
    ).rejects.toBeInstanceOf(StateMachineAlreadyExists);
    await expect(
      client.send(new CreateStateMachineCommand({ name: 'a b', definition, roleArn })),
    ).rejects.toBeInstanceOf(InvalidName);
    await expect(
      client.send(new CreateStateMachineCommand({ name: 'b', definition: '{}', roleArn })),
    ).rejects.toBeInstanceOf(InvalidDefinition);
    await expect(client.send(new StartExecutionCommand({ stateMachineArn: arn('b') }))).rejects.toBeInstanceOf(
      StateMachineDoesNotExist,
    );
    await expect(
      client.send(new StartExecutionCommand({ stateMachineArn, name: 'e', input: '1' })),
    ).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    await expect(client.send(new StartExecutionCommand({ stateMachineArn, input: '{' }))).rejects.toBeInstanceOf(
      InvalidExecutionInput,
    );
    await expect(
      client.send(new DescribeExecutionCommand({ executionArn: `${executionArn}x` })),
    ).rejects.toBeInstanceOf(ExecutionDoesNotExist);
    await expect(client.send(new DescribeExecutionCommand({ executionArn: 'x' }))).rejects.toBeInstanceOf(InvalidArn);
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '{' }))).rejects.toBeInstanceOf(
      InvalidOutput,
    );
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }))).rejects.toBeInstanceOf(
      InvalidToken,
    );
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: unknownToken }))).rejects.toBeInstanceOf(
      TaskDoesNotExist,
    );
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))).rejects.toBeInstanceOf(
      TaskTimedOut,
    );
    await sfn.idle();
  });

  it('refuses what it does not serve: another kind of machine, a version, a field it does not know', async () => {
    const { client } = await served();
    const create = (more: object) =>
      client.send(new CreateStateMachineCommand({ name: 'm', definition: ASK, roleArn, ...more }));
    await expect(create({ type: 'EXPRESS' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('STANDARD'),
    });
    await expect(create({ publish: true })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(create({ encryptionConfiguration: { type: 'AWS_OWNED_KEY' } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(create({ tags: [{ key: 'a', value: 'b' }] })).resolves.toMatchObject({ stateMachineArn: arn('m') });
  });
});
