// Parallel, Map and the scopes of their variables.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { callback, named, task, workbench } from './workbench.ts';

const branch = (states: Record<string, JsonObject>) => ({ StartAt: Object.keys(states)[0] ?? '', States: states });

const map = (states: Record<string, JsonObject>, more: JsonObject = {}) => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...branch(states) },
  ...more,
});

describe('Parallel', () => {
  it('joins the outputs in the order of its branches, whichever ends first', async () => {
    const { start, pass, end } = workbench();
    const P = {
      Type: 'Parallel',
      Arguments: { n: '{% $states.input %}' },
      Branches: [
        branch({ Slow: { Type: 'Wait', Seconds: 60, Output: 'slow', End: true } }),
        branch({ Fast: { Type: 'Pass', Output: '{% $states.input.n + 1 %}', End: true } }),
      ],
      Output: { both: '{% $states.result %}' },
      End: true,
    };
    const arn = await start({ P }, 1);
    expect(end(arn)).toEqual({ status: 'RUNNING' });
    await pass(60);
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: { both: ['slow', 2] } });
  });

  it('ends the other branches when one fails, with the error of that one', async () => {
    const { start, end, sfn, tokens, events } = workbench({
      refuse: () => {
        throw named('Refused');
      },
    });
    const Branches = [
      branch({ Ask: callback() }),
      branch({ W: { Type: 'Wait', Seconds: 9, End: true } }),
      branch({ R: task('refuse', {}) }),
    ];
    const Catch = [{ ErrorEquals: ['Refused'], Output: 'caught', Next: 'End' }];
    const arn = await start({ P: { Type: 'Parallel', Branches, Catch, End: true }, End: { Type: 'Succeed' } });
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: 'caught' });
    expect(events(arn)).toEqual(
      expect.arrayContaining(['TaskStateAborted', 'WaitStateAborted', 'ParallelStateFailed']),
    );
    expect(() => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
    expect(sfn.nextWake()).toBeUndefined();
  });

  it('is tried again as a whole', async () => {
    let calls = 0;
    const { start, pass, end } = workbench({
      act: () => {
        if (++calls === 1) throw named('Flaky');
        return calls;
      },
    });
    const act = task('act', {}, { Output: '{% $states.result.Payload %}', End: true });
    const Retry = [{ ErrorEquals: ['States.BranchFailed'], IntervalSeconds: 5 }];
    const arn = await start({ P: { Type: 'Parallel', Branches: [branch({ A: act })], Retry, End: true } });
    await pass(5);
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: [2] });
  });

  it('lets branches read the variables around them and keeps theirs from one another', async () => {
    const { run } = workbench();
    const inner = (name: string) =>
      branch({
        [`${name}1`]: { Type: 'Pass', Assign: { mine: `{% $outer & '${name}' %}` }, Next: `${name}2` },
        [`${name}2`]: { Type: 'Pass', Output: '{% [$outer, $mine] %}', End: true },
      });
    const states = {
      A: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'P' },
      P: { Type: 'Parallel', Branches: [inner('x'), inner('y')], End: true },
    };
    expect(await run(states)).toMatchObject({
      output: [
        ['o', 'ox'],
        ['o', 'oy'],
      ],
    });
  });
});

describe('Map', () => {
  it('runs its states for each item, with index and value in the context', async () => {
    const { run } = workbench();
    const M = map(
      { I: { Type: 'Pass', Output: '{% [$states.input, $states.context.Map.Item.Index] %}', End: true } },
      { Items: '{% $states.input.rooms %}', ItemSelector: "{% $states.context.Map.Item.Value & '!' %}", End: true },
    );
    expect(await run({ M }, { rooms: ['101', '102'] })).toEqual({
      status: 'SUCCEEDED',
      output: [
        ['101!', 0],
        ['102!', 1],
      ],
    });
  });

  it('gives an empty result for no items and refuses what is no array', async () => {
    const M = map({ I: { Type: 'Pass', End: true } }, { Items: '{% $states.input %}', End: true });
    expect(await workbench().run({ M }, [])).toEqual({ status: 'SUCCEEDED', output: [] });
    expect(await workbench().run({ M }, { a: 1 })).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('has no more iterations open than MaxConcurrency', async () => {
    const { start, end, sfn, tokens } = workbench();
    const M = map({ I: callback() }, { Items: '{% [1..5] %}', MaxConcurrency: '{% 2 %}', End: true });
    const arn = await start({ M });
    for (let answered = 0; answered < 5; answered++) {
      expect(tokens).toHaveLength(Math.min(answered + 2, 5));
      sfn.sendTaskSuccess({ taskToken: String(tokens[answered]), output: String(answered) });
      await sfn.idle();
    }
    expect(end(arn)).toEqual({ status: 'SUCCEEDED', output: [0, 1, 2, 3, 4] });
  });

  const odd = {
    odd: (n: unknown) => {
      if (Number(n) % 2) throw named('Odd', String(n));
      return n;
    },
  };
  const even = (more: JsonObject) => ({
    M: map(
      { I: task('odd', '{% $states.input %}', { Output: '{% $states.result.Payload %}', End: true }) },
      { Items: '{% [1..4] %}', MaxConcurrency: 1, End: true, ...more },
    ),
  });

  it('fails with the error of the first iteration that fails', async () => {
    const { run, calls } = workbench(odd);
    expect(await run(even({}))).toMatchObject({ status: 'FAILED', error: 'Odd' });
    expect(calls).toHaveLength(1);
  });

  it.each([{ ToleratedFailureCount: 2 }, { ToleratedFailurePercentage: 50 }])(
    'goes on within %j',
    async (tolerated) => {
      const { run } = workbench(odd);
      expect(await run(even(tolerated))).toMatchObject({
        status: 'SUCCEEDED',
        output: [{ Error: 'Odd' }, 2, { Error: 'Odd' }, 4],
      });
    },
  );

  it('fails beyond the tolerated failures, with an error that says so', async () => {
    const { run } = workbench(odd);
    expect(await run(even({ ToleratedFailureCount: '{% 1 %}' }))).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
    });
  });

  it('nests, each iteration seeing its own item', async () => {
    const { run } = workbench();
    const inner = map(
      { I: { Type: 'Pass', Output: '{% $states.context.Map.Item.Value %}', End: true } },
      {
        Items: '{% $states.input %}',
        Output: '{% $append([$states.context.Map.Item.Index], $states.result) %}',
        End: true,
      },
    );
    const M = map({ Inner: inner }, { Items: '{% $states.input %}', End: true });
    expect(await run({ M }, [['a', 'b'], ['c']])).toMatchObject({
      output: [
        [0, 'a', 'b'],
        [1, 'c'],
      ],
    });
  });

  it('runs a thousand iterations', async () => {
    const { run } = workbench();
    const M = map(
      { I: { Type: 'Pass', End: true } },
      { Items: '{% [1..1000] %}', Output: '{% $sum($states.result) %}', End: true },
    );
    expect(await run({ M })).toEqual({ status: 'SUCCEEDED', output: 500_500 });
  });
});
