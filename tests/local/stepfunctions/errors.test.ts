// Retry, Catch, timeouts and heartbeats: which error goes where, and when.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { findRetrier, matchesError, retryDelay } from '../../../local/stepfunctions/retry.ts';
import { callback, type Functions, named, task, workbench } from './workbench.ts';

/** Fails the given number of times with the errors in turn, then answers. */
function failing(...errors: string[]): Functions {
  const left = [...errors];
  return {
    act: () => {
      const error = left.shift();
      if (error) throw named(error, 'as told');
      return 'done';
    },
  };
}

const retry = (...rules: JsonObject[]) => ({
  A: task('act', {}, { Retry: rules, Output: '{% $states.context.State.RetryCount %}', End: true }),
});

describe('matching', () => {
  it.each<[string[], string, 'Task' | 'Parallel', boolean]>([
    [['Flaky'], 'Flaky', 'Task', true],
    [['flaky'], 'Flaky', 'Task', false],
    [['States.ALL'], 'Flaky', 'Task', true],
    [['States.ALL'], 'States.Timeout', 'Task', true],
    [['States.ALL'], 'States.QueryEvaluationError', 'Task', true],
    [['States.ALL'], 'States.Runtime', 'Task', false],
    [['States.Runtime'], 'States.Runtime', 'Task', false],
    [['States.ALL'], 'States.DataLimitExceeded', 'Task', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', 'Task', true],
    [['States.TaskFailed'], 'Flaky', 'Task', true],
    [['States.TaskFailed'], 'States.Timeout', 'Task', false],
    [['States.TaskFailed'], 'States.HeartbeatTimeout', 'Task', false],
    [['States.TaskFailed'], 'States.DataLimitExceeded', 'Task', false],
    [['States.Timeout'], 'States.HeartbeatTimeout', 'Task', true],
    [['States.HeartbeatTimeout'], 'States.Timeout', 'Task', false],
    [['States.BranchFailed'], 'Flaky', 'Parallel', true],
    [['States.BranchFailed'], 'Flaky', 'Task', false],
  ])('%j and %s in a %s: %s', (names, error, type, expected) => {
    expect(matchesError(names, error, type)).toBe(expected);
  });
});

describe('delays', () => {
  it('grow by the backoff rate, stop at the largest delay, and are thrown dice over when asked', () => {
    const retrier = { ErrorEquals: ['X'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10 };
    expect([0, 1, 2].map((attempt) => retryDelay(retrier, attempt, () => 0.5))).toEqual([2000, 6000, 10_000]);
    expect(retryDelay({ ...retrier, JitterStrategy: 'FULL' }, 1, () => 0.5)).toBe(3000);
    expect([0, 1].map((attempt) => retryDelay({ ErrorEquals: ['X'] }, attempt, () => 0))).toEqual([1000, 2000]);
  });

  it('are not given beyond the attempts of the first retrier that matches', () => {
    const retriers = [{ ErrorEquals: ['X'], MaxAttempts: 1 }, { ErrorEquals: ['States.ALL'] }];
    expect(findRetrier(retriers, [0, 0], 'X', 'Task')).toMatchObject({ index: 0, attempt: 0 });
    expect(findRetrier(retriers, [1, 0], 'X', 'Task')).toBeUndefined();
    expect(findRetrier(retriers, [1, 2], 'Y', 'Task')).toMatchObject({ index: 1, attempt: 2 });
    expect(findRetrier([{ ErrorEquals: ['X'], MaxAttempts: 0 }], [], 'X', 'Task')).toBeUndefined();
  });
});

describe('Retry', () => {
  it('tries again after the delays and counts the attempts in the context', async () => {
    const { start, pass, end, calls } = workbench(failing('Flaky', 'Flaky'));
    const arn = await start(retry({ ErrorEquals: ['Flaky'], IntervalSeconds: 10, BackoffRate: 2 }));
    await pass(9);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls).toHaveLength(2);
    await pass(19);
    expect(calls).toHaveLength(2);
    await pass(1);
    expect(calls).toHaveLength(3);
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: 2 });
  });

  it('counts each retrier apart', async () => {
    const { start, pass, end } = workbench(failing('X', 'Y', 'X', 'X'));
    const arn = await start(retry({ ErrorEquals: ['X'], MaxAttempts: 2 }, { ErrorEquals: ['Y'], MaxAttempts: 1 }));
    await pass(60);
    expect(end(arn)).toMatchObject({ status: 'FAILED', error: 'X' });
  });

  it('begins anew in the next state', async () => {
    const { start, pass, end } = workbench(failing('X', 'X'));
    const Retry = [{ ErrorEquals: ['X'], MaxAttempts: 1 }];
    const arn = await start({ A: task('act', {}, { Retry, Next: 'B' }), B: task('act', {}, { Retry, End: true }) });
    await pass(60);
    expect(end(arn)).toMatchObject({ status: 'FAILED', error: 'X' });
    const other = workbench(failing('X'));
    const fine = await other.start({
      A: task('act', {}, { Retry, Next: 'B' }),
      B: task('act', {}, { Retry, End: true }),
    });
    await other.pass(60);
    expect(other.end(fine)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Catch', () => {
  it('goes to the first catcher that matches, with the error as Lambda reports it', async () => {
    const { run } = workbench(failing('Refused'));
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'C' },
      { ErrorEquals: ['Refused'], Assign: { why: '{% $states.errorOutput.Error %}' }, Next: 'B' },
      { ErrorEquals: ['States.ALL'], Next: 'C' },
    ];
    const states = {
      A: task('act', {}, { Catch, Next: 'C' }),
      B: { Type: 'Succeed', Output: ['{% $why %}', '{% $parse($states.input.Cause) %}'] },
      C: { Type: 'Fail' },
    };
    expect(await run(states)).toEqual({
      status: 'SUCCEEDED',
      output: ['Refused', { errorMessage: 'as told', errorType: 'Refused', trace: [] }],
    });
  });

  it('shapes the output of the error with its own Output', async () => {
    const { run } = workbench(failing('Refused'));
    const Catch = [
      { ErrorEquals: ['States.ALL'], Output: ['{% $states.errorOutput.Error %}', '{% $states.input %}'], Next: 'B' },
    ];
    expect(await run({ A: task('act', {}, { Catch, Next: 'B' }), B: { Type: 'Succeed' } }, 'in')).toEqual({
      status: 'SUCCEEDED',
      output: ['Refused', 'in'],
    });
  });

  it('catches an expression that cannot be evaluated, after the retries', async () => {
    const states = (field: JsonObject) => ({
      A: task('echo', '{% $states.input %}', {
        ...field,
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'B' }],
        Next: 'B',
      }),
      B: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    });
    expect(await workbench().run(states({ Output: '{% $states.result.Payload.missing %}' }))).toMatchObject({
      output: 'States.QueryEvaluationError',
    });
    expect(await workbench().run(states({ TimeoutSeconds: "{% 'soon' %}" }))).toMatchObject({
      output: 'States.QueryEvaluationError',
    });
  });

  it('fails the execution where the catcher itself cannot be evaluated', async () => {
    const { run } = workbench(failing('Refused'));
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.missing %}', Next: 'B' }];
    expect(await run({ A: task('act', {}, { Catch, Next: 'B' }), B: { Type: 'Succeed' } })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });

  it('does not catch arguments without a function, which no attempt would change', async () => {
    const A = {
      ...task('f', {}),
      Arguments: '{% {"Function": "f"} %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
    };
    expect(await workbench().run({ A, B: { Type: 'Succeed' } })).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
    });
  });

  it('sees errors of the service by their own names', async () => {
    const { run } = workbench({
      lost: () => {
        throw named('Lambda.ResourceNotFoundException', 'Function not found');
      },
    });
    expect(await run({ A: task('lost', {}) })).toEqual({
      status: 'FAILED',
      error: 'Lambda.ResourceNotFoundException',
      cause: 'Function not found',
    });
  });
});

describe('TimeoutSeconds and HeartbeatSeconds', () => {
  it.each([{ TimeoutSeconds: 60 }, { TimeoutSeconds: '{% $states.input.seconds %}' }])(
    'ends a wait for a token after %j',
    async (limit) => {
      const { start, pass, end, sfn, tokens } = workbench();
      const arn = await start({ A: callback({ ...limit, End: true }) }, { seconds: 60 });
      await pass(59);
      expect(end(arn)).toEqual({ status: 'RUNNING' });
      await pass(1);
      expect(end(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
      expect(() => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' })).toThrow(
        expect.objectContaining({ name: 'TaskTimedOut' }),
      );
    },
  );

  it('counts the time anew after each heartbeat, and the timeout all the same', async () => {
    const { start, pass, end, sfn, tokens } = workbench();
    const arn = await start({ A: callback({ TimeoutSeconds: 25, HeartbeatSeconds: 10, End: true }) });
    await pass(9);
    sfn.sendTaskHeartbeat({ taskToken: String(tokens[0]) });
    await pass(9);
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    sfn.sendTaskHeartbeat({ taskToken: String(tokens[0]) });
    await pass(7);
    expect(end(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('ends a wait without heartbeats, which may be tried again with a new token', async () => {
    const { start, pass, end, sfn, tokens } = workbench();
    const Retry = [{ ErrorEquals: ['States.HeartbeatTimeout'], MaxAttempts: 1 }];
    const arn = await start({ A: callback({ HeartbeatSeconds: 10, Retry, End: true }) });
    await pass(11);
    expect(tokens).toHaveLength(2);
    expect(() => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
    sfn.sendTaskSuccess({ taskToken: String(tokens[1]), output: '"second"' });
    await sfn.idle();
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: 'second' });
  });

  it('ends an execution that runs longer than its machine allows, and what it has started', async () => {
    const { start, pass, end, sfn, tokens } = workbench();
    const arn = await start({ A: callback() }, {}, { TimeoutSeconds: 300 });
    await pass(299);
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    await pass(1);
    expect(end(arn)).toEqual({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(() => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
  });

  it('fires what is due in the order of its time when the clock leaps', async () => {
    const bench = workbench();
    const waiting = (seconds: number) => ({
      W: { Type: 'Wait', Seconds: seconds, Next: 'A' },
      A: task('mark', seconds),
    });
    for (const seconds of [300, 100, 200]) await bench.start(waiting(seconds));
    await bench.pass(1000);
    expect(bench.calls.map(({ payload }) => payload)).toEqual([100, 200, 300]);
    expect(bench.sfn.nextWake()).toBeUndefined();
  });
});
