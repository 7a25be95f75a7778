// The operations of the engine: what is created, started, listed, stopped and answered, and what is refused.
import { describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { callback, machine, workbench } from './workbench.ts';

const PASS = machine({ A: { Type: 'Pass', End: true } });
const ASK = machine({ A: callback({ TimeoutSeconds: 60, End: true }) });
const refusal = (name: string) => expect.objectContaining({ name });

describe('state machines', () => {
  it('are created once, and refused under a name that is taken', () => {
    const { sfn } = workbench();
    const created = sfn.createStateMachine({ name: 'm', definition: PASS });
    expect(sfn.createStateMachine({ name: 'm', definition: PASS })).toEqual(created);
    expect(() => sfn.createStateMachine({ name: 'm', definition: ASK })).toThrow(refusal('StateMachineAlreadyExists'));
    expect(() => sfn.createStateMachine({ name: 'n', definition: '{}' })).toThrow(refusal('InvalidDefinition'));
  });

  it.each(['', 'a b', 'a/b', 'a:b', 'a"b', '旧改', 'x'.repeat(81)])('are refused the name "%s"', (name) => {
    const { sfn } = workbench();
    expect(() => sfn.createStateMachine({ name, definition: PASS })).toThrow(refusal('InvalidName'));
  });

  it('leave running executions the definition that they began with', async () => {
    const { sfn, tokens, end } = workbench();
    const version = (n: number) => machine({ A: callback({ Output: n, End: true }) });
    const { stateMachineArn } = sfn.deployStateMachine({ name: 'm', definition: version(1) });
    const first = sfn.startExecution({ stateMachineArn, name: 'first' });
    await sfn.idle();
    sfn.deployStateMachine({ name: 'm', definition: version(2) });
    const second = sfn.startExecution({ stateMachineArn, name: 'second' });
    await sfn.idle();
    sfn.deleteStateMachine({ stateMachineArn });
    for (const taskToken of tokens) sfn.sendTaskSuccess({ taskToken, output: '{}' });
    await sfn.idle();
    expect([end(first.executionArn).output, end(second.executionArn).output]).toEqual([1, 2]);
    expect(sfn.describeStateMachineForExecution(first).definition).toBe(version(1));
    expect(() => sfn.startExecution({ stateMachineArn })).toThrow(refusal('StateMachineDoesNotExist'));
  });

  it('are listed in pages', () => {
    const { sfn } = workbench();
    for (const name of ['c', 'a', 'b']) sfn.createStateMachine({ name, definition: PASS });
    const first = sfn.listStateMachines({ maxResults: 2 });
    const second = sfn.listStateMachines({ maxResults: 2, nextToken: first.nextToken });
    expect([...first.stateMachines, ...second.stateMachines].map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(second.nextToken).toBeUndefined();
  });
});

describe('executions', () => {
  it('have the ARNs of the partition and region of the engine', async () => {
    const database = new Database(':memory:');
    const invoke = async () => null;
    const place = { partition: 'aws-cn', region: 'cn-north-1', accountId: '123456789012' };
    const sfn = new StepFunctions({ database, clock: { now: () => 0 }, invoke, ...place });
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: PASS });
    expect(stateMachineArn).toBe('arn:aws-cn:states:cn-north-1:123456789012:stateMachine:m');
    const { executionArn } = sfn.startExecution({ stateMachineArn, name: 'e' });
    expect(executionArn).toBe('arn:aws-cn:states:cn-north-1:123456789012:execution:m:e');
    const elsewhere = stateMachineArn.replace('cn-north-1', 'cn-northwest-1');
    expect(() => sfn.startExecution({ stateMachineArn: elsewhere })).toThrow(refusal('InvalidArn'));
    await sfn.idle();
    sfn.close();
    database.close();
  });

  it('are started once per name while they run with the same input, and refused after that', async () => {
    const { sfn, tokens, calls } = workbench();
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: ASK });
    const start = (input: string) => sfn.startExecution({ stateMachineArn, name: 'p-4-1', input });
    expect(start('{"a":1}')).toEqual(start('{"a":1}'));
    await sfn.idle();
    expect(calls).toHaveLength(1);
    expect(() => start('{"a":2}')).toThrow(refusal('ExecutionAlreadyExists'));
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' });
    await sfn.idle();
    expect(() => start('{"a":1}')).toThrow(refusal('ExecutionAlreadyExists'));
  });

  it('take JSON of at most 262,144 bytes', () => {
    const { sfn } = workbench();
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: PASS });
    const start = (input: string) => () => sfn.startExecution({ stateMachineArn, input });
    expect(start('{')).toThrow(refusal('InvalidExecutionInput'));
    expect(start(JSON.stringify('改'.repeat(87_381)))).toThrow(refusal('InvalidExecutionInput'));
    expect(start(JSON.stringify('a'.repeat(262_142)))).not.toThrow();
  });

  it('are listed by status, the latest first, in pages', async () => {
    const { sfn } = workbench();
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: ASK });
    for (const name of ['a', 'b', 'c']) sfn.startExecution({ stateMachineArn, name });
    sfn.stopExecution({ executionArn: stateMachineArn.replace('stateMachine', 'execution').concat(':b') });
    const first = sfn.listExecutions({ stateMachineArn, maxResults: 2 });
    const second = sfn.listExecutions({ stateMachineArn, maxResults: 2, nextToken: first.nextToken });
    const names = [...first.executions, ...second.executions].map(({ name }) => name);
    expect(names).toEqual(['c', 'b', 'a']);
    const aborted = sfn.listExecutions({ stateMachineArn, statusFilter: 'ABORTED' }).executions;
    expect(aborted.map(({ name }) => name)).toEqual(['b']);
    await sfn.idle();
  });

  it('stop for good: stopping again changes nothing', async () => {
    const { sfn, start, end, events } = workbench();
    const executionArn = await start({ A: callback() });
    sfn.stopExecution({ executionArn, error: 'Repair', cause: 'orphan' });
    sfn.stopExecution({ executionArn, error: 'Again' });
    expect(end(executionArn)).toEqual({ status: 'ABORTED', error: 'Repair', cause: 'orphan' });
    expect(events(executionArn).at(-1)).toBe('ExecutionAborted');
    expect(() => sfn.stopExecution({ executionArn: `${executionArn}x` })).toThrow(refusal('ExecutionDoesNotExist'));
    expect(() => sfn.stopExecution({ executionArn: 'x' })).toThrow(refusal('InvalidArn'));
  });
});

describe('task tokens', () => {
  it('open their task once', async () => {
    const { sfn, start, tokens } = workbench();
    await start({ A: callback() });
    const send = () => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' });
    send();
    expect(send).toThrow(refusal('TaskTimedOut'));
    await sfn.idle();
    expect(send).toThrow(refusal('TaskTimedOut'));
  });

  it('are told apart: malformed, unknown, of another attempt', async () => {
    const { sfn, start } = workbench();
    await start({ A: callback() });
    const forged = (execution: number) =>
      Buffer.from(`${execution}.0.00000000-0000-4000-8000-000000000000`).toString('base64url');
    const heartbeat = (taskToken: string) => () => sfn.sendTaskHeartbeat({ taskToken });
    expect(heartbeat('nonsense')).toThrow(refusal('InvalidToken'));
    expect(heartbeat(forged(99))).toThrow(refusal('TaskDoesNotExist'));
    expect(heartbeat(forged(1))).toThrow(refusal('TaskTimedOut'));
  });

  it('take JSON of at most 262,144 bytes', async () => {
    const { sfn, start, tokens, end } = workbench();
    const arn = await start({ A: callback() });
    const send = (output: string) => () => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output });
    expect(send('{')).toThrow(refusal('InvalidOutput'));
    expect(send(JSON.stringify('a'.repeat(262_143)))).toThrow(refusal('InvalidOutput'));
    expect(end(arn)).toEqual({ status: 'RUNNING' });
  });
});
