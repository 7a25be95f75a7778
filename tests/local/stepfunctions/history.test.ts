// The history in the event kinds, details and order of AWS.
import { describe, expect, it } from 'vitest';
import { callback, named, task, workbench } from './workbench.ts';

type Bench = ReturnType<typeof workbench>;

/** One line per event: `id<previous type name`. */
function lines({ sfn }: Bench, executionArn: string): string[] {
  return sfn.getExecutionHistory({ executionArn }).events.map((event) => {
    const name = /"state(?:Entered|Exited)EventDetails":{"name":"(\w+)"/.exec(JSON.stringify(event))?.[1] ?? '';
    return `${event.id}<${event.previousEventId} ${event.type} ${name}`.trim();
  });
}

describe('history', () => {
  it('tells a function with a retry and a catch', async () => {
    const bench = workbench({
      act: () => {
        throw named('Refused', 'no');
      },
    });
    const Retry = [{ ErrorEquals: ['Refused'], MaxAttempts: 1 }];
    const Catch = [{ ErrorEquals: ['Refused'], Next: 'B' }];
    const arn = await bench.start({
      A: task('act', {}, { TimeoutSeconds: 60, Retry, Catch, Next: 'B' }),
      B: { Type: 'Fail', Error: 'Over', Cause: 'and out' },
    });
    await bench.pass(1);
    expect(lines(bench, arn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered A',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskFailed',
      '6<5 TaskScheduled',
      '7<6 TaskStarted',
      '8<7 TaskFailed',
      '9<8 TaskStateExited A',
      '10<9 FailStateEntered B',
      '11<10 ExecutionFailed',
    ]);
    const [, , scheduled, , failed] = bench.sfn.getExecutionHistory({ executionArn: arn }).events;
    expect(scheduled).toMatchObject({
      taskScheduledEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke',
        region: 'local',
        timeoutInSeconds: 60,
        parameters: '{"FunctionName":"act","Payload":{}}',
      },
    });
    expect(failed).toMatchObject({
      timestamp: bench.now() / 1000 - 1,
      taskFailedEventDetails: { error: 'Refused', cause: '{"errorMessage":"no","errorType":"Refused","trace":[]}' },
    });
  });

  it('tells a callback and what timed out', async () => {
    const bench = workbench();
    const arn = await bench.start({ A: callback({ TimeoutSeconds: 5, End: true }) });
    await bench.pass(5);
    expect(lines(bench, arn).slice(2)).toEqual([
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSubmitted',
      '6<5 TaskTimedOut',
      '7<6 ExecutionFailed',
    ]);
  });

  it('follows each branch of a Parallel by itself', async () => {
    const bench = workbench();
    const pass = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const arn = await bench.start({ P: { Type: 'Parallel', Branches: [pass('X'), pass('Y')], End: true } });
    expect(lines(bench, arn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered P',
      '3<2 ParallelStateStarted',
      '4<3 PassStateEntered X',
      '5<3 PassStateEntered Y',
      '6<4 PassStateExited X',
      '7<5 PassStateExited Y',
      '8<7 ParallelStateSucceeded',
      '9<8 ParallelStateExited P',
      '10<9 ExecutionSucceeded',
    ]);
  });

  it('follows each iteration of a Map by itself', async () => {
    const bench = workbench();
    const ItemProcessor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
    const arn = await bench.start({ M: { Type: 'Map', ItemProcessor, MaxConcurrency: 1, End: true } }, ['a', 'b']);
    expect(lines(bench, arn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 MapStateEntered M',
      '3<2 MapStateStarted',
      '4<3 MapIterationStarted',
      '5<4 PassStateEntered I',
      '6<5 PassStateExited I',
      '7<6 MapIterationSucceeded',
      '8<3 MapIterationStarted',
      '9<8 PassStateEntered I',
      '10<9 PassStateExited I',
      '11<10 MapIterationSucceeded',
      '12<11 MapStateSucceeded',
      '13<12 MapStateExited M',
      '14<13 ExecutionSucceeded',
    ]);
    const { events } = bench.sfn.getExecutionHistory({ executionArn: arn });
    expect(events[2]).toMatchObject({ mapStateStartedEventDetails: { length: 2 } });
    expect(events[7]).toMatchObject({ mapIterationStartedEventDetails: { name: 'M', index: 1 } });
  });

  it('says which field of which state could not be evaluated', async () => {
    const bench = workbench();
    const arn = await bench.start({ A: { Type: 'Pass', Output: { a: '{% $states.input.b %}' }, End: true } });
    expect(lines(bench, arn).slice(2)).toEqual(['3<2 EvaluationFailed', '4<3 ExecutionFailed']);
    expect(bench.sfn.getExecutionHistory({ executionArn: arn }).events[2]).toMatchObject({
      evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', location: 'Output/a', state: 'A' },
    });
  });

  it('tells payloads that were written once in every place where they stood', async () => {
    const bench = workbench();
    const text = 'p'.repeat(500);
    const Output = '{% $states.input %}';
    const arn = await bench.start(
      { A: task('echo', '{% $states.input %}', { Output, Next: 'B' }), B: { Type: 'Pass', End: true } },
      { text },
    );
    const told = bench.sfn.getExecutionHistory({ executionArn: arn }).events.map((event) => JSON.stringify(event));
    expect(told.filter((event) => event.includes(text))).toHaveLength(8);
    const row = bench.database.prepare('SELECT sum(length(events)) AS size FROM sfn_history').get();
    expect(Number(row?.size)).toBeLessThan(4 * 500);
  });

  it('is the same when it is packed, and much smaller', async () => {
    const { sfn, start, tokens, database } = workbench();
    const closed = await start(
      { A: task('echo', '{% $states.input %}', { Next: 'B' }), B: { Type: 'Pass', End: true } },
      { text: '旧改'.repeat(100) },
    );
    const open = await start({ A: callback() });
    const histories = () => [closed, open].map((executionArn) => sfn.getExecutionHistory({ executionArn }));
    const size = () =>
      Number(database.prepare('SELECT sum(length(events)) AS n FROM sfn_history WHERE execution = 1').get()?.n);
    const [before, large] = [histories(), size()];
    expect(sfn.packHistories()).toBe(1);
    expect(sfn.packHistories()).toBe(0);
    expect(histories()).toEqual(before);
    expect(size()).toBeLessThan(large / 2);
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' });
    await sfn.idle();
    expect(sfn.packHistories()).toBe(1);
  });

  it('comes in pages, forwards and backwards, and without the data when not asked for it', async () => {
    const { sfn, start } = workbench();
    const executionArn = await start({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } }, { secret: 1 });
    const first = sfn.getExecutionHistory({ executionArn, maxResults: 4 });
    const second = sfn.getExecutionHistory({ executionArn, maxResults: 4, nextToken: first.nextToken });
    expect([...first.events, ...second.events].map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(second.nextToken).toBeUndefined();
    expect(sfn.getExecutionHistory({ executionArn, reverseOrder: true }).events.map(({ id }) => id)).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
    expect(JSON.stringify(sfn.getExecutionHistory({ executionArn, includeExecutionData: false }))).not.toContain(
      'secret',
    );
  });
});
