// What each kind of state does with its input, its result, its variables and the context.
import { describe, expect, it } from 'vitest';
import { BEGINNING, callback, task, workbench } from './workbench.ts';

describe('Pass', () => {
  it('gives its input, or its Output, and assigns variables that later states see', async () => {
    const { run } = workbench();
    const states = {
      A: { Type: 'Pass', Assign: { who: '{% $states.input.name %}', fixed: [1] }, Next: 'B' },
      B: { Type: 'Pass', Output: { who: '{% $who %}', fixed: '{% $fixed %}', text: 'as it is' }, End: true },
    };
    expect(await run(states, { name: 'West Gate' })).toEqual({
      status: 'SUCCEEDED',
      output: { who: 'West Gate', fixed: [1], text: 'as it is' },
    });
  });

  it('evaluates Output and Assign of one state side by side, with the variables as they were', async () => {
    const { run } = workbench();
    const states = {
      A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'C' },
      C: { Type: 'Pass', Output: ['{% $states.input %}', '{% $n %}'], End: true },
    };
    expect(await run(states)).toMatchObject({ output: [1, 2] });
  });
});

describe('Task', () => {
  it('gives the function its payload and the state the answer as Lambda wraps it', async () => {
    const { run, calls } = workbench({ double: ({ n }) => ({ n: Number(n) * 2 }) });
    expect(await run({ A: task('double', { n: '{% $states.input.n %}' }) }, { n: 4 })).toEqual({
      status: 'SUCCEEDED',
      output: { ExecutedVersion: '$LATEST', Payload: { n: 8 }, StatusCode: 200 },
    });
    expect(calls).toEqual([{ name: 'double', payload: { n: 4 } }]);
  });

  it('serves the resources of the China partition', async () => {
    const { run } = workbench();
    const state = { ...task('echo', { a: 1 }), Resource: 'arn:aws-cn:states:::lambda:invoke' };
    expect(await run({ A: state })).toMatchObject({ status: 'SUCCEEDED', output: { Payload: { a: 1 } } });
  });

  it('keeps what a function changes in its payload away from the workflow', async () => {
    const { run } = workbench({
      spoil: (payload) => {
        Object.assign(payload, { a: 'spoilt' });
      },
    });
    const states = { A: task('spoil', '{% $states.input %}', { Output: '{% $states.input %}', End: true }) };
    expect(await run(states, { a: 1 })).toMatchObject({ output: { a: 1 } });
  });

  it('waits for its token and takes what is sent with it as the result', async () => {
    const { start, end, sfn, tokens } = workbench();
    const arn = await start({ A: callback({ Output: '{% $states.result.decision %}', End: true }) });
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{"decision":"consent"}' });
    await sfn.idle();
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: 'consent' });
  });

  it('takes the answer to a token that comes before the function that asked has returned', async () => {
    const bench = workbench({
      ask: ({ token }) => {
        bench.sfn.sendTaskSuccess({ taskToken: String(token), output: '"early"' });
        return 'late';
      },
    });
    expect(await bench.run({ A: callback() })).toEqual({ status: 'SUCCEEDED', output: 'early' });
  });

  it('fails with error and cause that are sent for its token', async () => {
    const { start, end, sfn, tokens } = workbench();
    const arn = await start({ A: callback() });
    sfn.sendTaskFailure({ taskToken: String(tokens[0]), error: 'Withdrawn', cause: 'by the street' });
    await sfn.idle();
    expect(end(arn)).toEqual({ status: 'FAILED', error: 'Withdrawn', cause: 'by the street' });
  });
});

describe('Choice', () => {
  const choice = {
    A: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Assign: { size: 'large' }, Output: 'rule', Next: 'End' },
        { Condition: '{% $states.input.n > 5 %}', Assign: { size: 'middle' }, Next: 'End' },
      ],
      Default: 'End',
      Assign: { size: 'small' },
      Output: 'default',
    },
    End: { Type: 'Succeed', Output: ['{% $size %}', '{% $states.input %}'] },
  };

  it.each([
    { n: 11, output: ['large', 'rule'] },
    { n: 6, output: ['middle', { n: 6 }] },
    { n: 1, output: ['small', 'default'] },
  ])('takes the first rule that matches, else the default: $n', async ({ n, output }) => {
    expect(await workbench().run(choice, { n })).toEqual({ status: 'SUCCEEDED', output });
  });

  it('fails where nothing matches and where a condition is no boolean', async () => {
    const one = (condition: string) => ({
      A: { Type: 'Choice', Choices: [{ Condition: condition, Next: 'B' }] },
      B: { Type: 'Succeed' },
    });
    expect(await workbench().run(one('{% false %}'))).toMatchObject({ error: 'States.NoChoiceMatched' });
    expect(await workbench().run(one('{% 1 %}'))).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('Wait', () => {
  it.each([
    { name: 'Seconds', state: { Seconds: 90 } },
    { name: 'Seconds as an expression', state: { Seconds: '{% $states.input.s %}' } },
    { name: 'Timestamp', state: { Timestamp: '2026-03-02T09:01:30+08:00' } },
    { name: 'Timestamp as an expression', state: { Timestamp: '{% $states.input.t %}' } },
  ])('waits until the time of $name, not a second less', async ({ state }) => {
    const { start, pass, end } = workbench();
    const input = { s: 90, t: '2026-03-02T01:01:30.000Z' };
    const arn = await start({ A: { Type: 'Wait', ...state, End: true } }, input);
    await pass(89);
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    await pass(1);
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: input });
  });

  it.each([
    'tomorrow',
    '2026-03-02',
    '2026-03-02 01:00:00Z',
    '2026-03-02T01:00:00',
    '2026-02-30T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T01:00:00+99:00',
    '1772413200000',
  ])('refuses %s as a timestamp', async (t) => {
    const { run } = workbench();
    const end = await run({ A: { Type: 'Wait', Timestamp: '{% $states.input.t %}', End: true } }, { t });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  it.each([-1, 1.5, 'soon', 100_000_000])('refuses %s as a number of seconds', async (s) => {
    const { run } = workbench();
    const end = await run({ A: { Type: 'Wait', Seconds: '{% $states.input.s %}', End: true } }, { s });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  it('goes on at once when the time is past', async () => {
    const { start, pass, end } = workbench();
    const arn = await start({ A: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } });
    await pass(0);
    expect(end(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Succeed and Fail', () => {
  it('ends with Output, or with Error and Cause, also as expressions', async () => {
    expect(await workbench().run({ A: { Type: 'Succeed', Output: '{% 1 + 1 %}' } })).toEqual({
      status: 'SUCCEEDED',
      output: 2,
    });
    const fail = { A: { Type: 'Fail', Error: 'Refused', Cause: "{% 'by ' & $states.input.who %}" } };
    expect(await workbench().run(fail, { who: 'audit' })).toEqual({
      status: 'FAILED',
      error: 'Refused',
      cause: 'by audit',
    });
  });
});

describe('the context object', () => {
  it('tells execution, machine, state and time', async () => {
    const { run } = workbench();
    const end = await run({ Here: { Type: 'Pass', Output: '{% $states.context %}', End: true } }, { a: 1 });
    const beginning = new Date(BEGINNING).toISOString();
    expect(end.output).toEqual({
      Execution: {
        Id: 'arn:aws:states:local:000000000000:execution:m1:e',
        Input: { a: 1 },
        Name: 'e',
        RoleArn: 'arn:aws:iam::000000000000:role/stepfunctions',
        StartTime: beginning,
      },
      StateMachine: { Id: 'arn:aws:states:local:000000000000:stateMachine:m1', Name: 'm1' },
      State: { EnteredTime: beginning, Name: 'Here', RetryCount: 0 },
    });
  });

  it('shows the token to the arguments of a callback only', async () => {
    const { start, tokens, sfn, end } = workbench();
    const arn = await start({
      A: callback({ Output: "{% $exists($states.context.Task.Token) ? 'shown' : 'hidden' %}", End: true }),
    });
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' });
    await sfn.idle();
    expect(end(arn).output).toBe('hidden');
  });
});

describe('the limits', () => {
  const long = { Type: 'Pass', Output: "{% $join($map([1..26300], function($i) { '0123456789' })) %}", End: true };

  it('fails a state whose output is above 262,144 bytes', async () => {
    expect(await workbench().run({ A: long })).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('counts bytes, not characters', async () => {
    const { run } = workbench({ big: () => '改'.repeat(87_400) });
    expect(await run({ A: task('big', {}) })).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    const almost = workbench({ big: () => 'a'.repeat(87_400) });
    expect(await almost.run({ A: task('big', {}) })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('does not catch the data limit with States.ALL, but by its name', async () => {
    const caught = (name: string) => ({
      A: task('big', {}, { Catch: [{ ErrorEquals: [name], Next: 'B' }], Next: 'B' }),
      B: { Type: 'Succeed', Output: 'caught' },
    });
    const functions = { big: () => 'a'.repeat(300_000) };
    expect(await workbench(functions).run(caught('States.ALL'))).toMatchObject({ status: 'FAILED' });
    expect(await workbench(functions).run(caught('States.DataLimitExceeded'))).toMatchObject({ output: 'caught' });
  });

  it('fails an execution whose history would grow beyond 25,000 events', async () => {
    const { start, end, sfn } = workbench();
    const executionArn = await start({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } });
    expect(end(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const [last] = sfn.getExecutionHistory({ executionArn, reverseOrder: true, maxResults: 1 }).events;
    expect(last?.type).toBe('ExecutionFailed');
    expect(last?.id).toBeGreaterThan(24_990);
    expect(last?.id).toBeLessThanOrEqual(25_000);
  });
});
