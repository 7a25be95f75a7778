// Executions that a state starts: left alone or waited for, and what becomes of the one when the other ends.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { callback, workbench } from './workbench.ts';

const branch = (states: Record<string, JsonObject>) => ({ StartAt: Object.keys(states)[0] ?? '', States: states });

describe('nested executions', () => {
  const nested = (suffix: string, more: JsonObject = { End: true }) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${suffix}`,
    Arguments: {
      StateMachineArn: 'arn:aws:states:local:000000000000:stateMachine:child',
      Name: "{% $states.context.Execution.Name & '-child' %}",
      Input: { n: '{% $states.input.n %}' },
    },
    ...more,
  });
  const childArn = 'arn:aws:states:local:000000000000:execution:child:e-child';
  const withChild = (state: JsonObject, functions = {}) => {
    const bench = workbench(functions);
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...branch({ C: state }) });
    bench.sfn.createStateMachine({ name: 'child', definition });
    return bench;
  };

  it('are started and left alone', async () => {
    const { run, end } = withChild(callback());
    expect(await run({ A: nested('') }, { n: 1 })).toMatchObject({
      status: 'SUCCEEDED',
      output: { ExecutionArn: childArn },
    });
    expect(end(childArn)).toEqual({ status: 'RUNNING' });
  });

  it('are awaited by .sync:2, which gives their output as JSON', async () => {
    const { start, end, sfn, tokens } = withChild(
      callback({ Output: '{% $states.input.n + $states.result %}', End: true }),
    );
    const arn = await start({ A: nested('.sync:2', { Output: '{% $states.result.Output %}', End: true }) }, { n: 1 });
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '41' });
    await sfn.idle();
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: 42 });
  });

  it('fail their parent with what became of them', async () => {
    const { run } = withChild({ Type: 'Fail', Error: 'Refused', Cause: 'twice' });
    const end = await run({ A: nested('.sync:2') }, { n: 1 });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(String(end.cause))).toMatchObject({
      Status: 'FAILED',
      Error: 'Refused',
      Cause: 'twice',
      Input: { n: 1 },
    });
  });

  it('end with the parent that waits for them', async () => {
    const { start, end, sfn, pass } = withChild(callback());
    const stopped = await start({ A: nested('.sync:2') }, { n: 1 });
    sfn.stopExecution({ executionArn: stopped, error: 'Orphan', cause: 'repair' });
    expect(end(stopped)).toEqual({ status: 'ABORTED', error: 'Orphan', cause: 'repair' });
    expect(end(childArn)).toEqual({ status: 'ABORTED' });
    const late = withChild(callback());
    const timedOut = await late.start({ A: nested('.sync:2', { TimeoutSeconds: 10, End: true }) }, { n: 1 });
    await late.pass(10);
    expect(late.end(timedOut)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(late.end(childArn)).toEqual({ status: 'ABORTED' });
    await pass(0);
  });

  it('report a machine that is not there and a name that is taken', async () => {
    const { run, sfn } = withChild({ Type: 'Pass', End: true });
    const StateMachineArn = 'arn:aws:states:local:000000000000:stateMachine:child';
    sfn.startExecution({ stateMachineArn: StateMachineArn, name: 'e-child', input: '{}' });
    await sfn.idle();
    expect(await run({ A: nested('.sync:2') }, { n: 1 })).toMatchObject({
      error: 'StepFunctions.ExecutionAlreadyExistsException',
    });
    sfn.deleteStateMachine({ stateMachineArn: StateMachineArn });
    expect(await run({ A: nested('.sync:2') }, { n: 1 })).toMatchObject({
      error: 'StepFunctions.StateMachineDoesNotExistException',
    });
  });
});
