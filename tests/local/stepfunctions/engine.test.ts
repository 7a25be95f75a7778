// The operations of the engine, and that they live and die with the transaction of their caller.
import { describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { callback, machine, task, workbench } from './workbench.ts';

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

describe('in the transaction of a caller', () => {
  it('a start that is rolled back leaves neither row nor call, and its name free', async () => {
    const { sfn, database, calls, end } = workbench();
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: machine({ A: task('echo', {}) }) });
    const start = () => sfn.startExecution({ stateMachineArn, name: 'e' });
    expect(() =>
      database.write(() => {
        start();
        throw new Error('the ledger entry was stale');
      }),
    ).toThrow('stale');
    await sfn.idle();
    expect(calls).toEqual([]);
    expect(sfn.listExecutions({ stateMachineArn }).executions).toEqual([]);
    const { executionArn } = start();
    await sfn.idle();
    expect(end(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    expect(calls).toHaveLength(1);
  });

  it('an answer that is rolled back leaves the token open, and the history as it was', async () => {
    const { sfn, database, start, tokens, end, events } = workbench();
    const executionArn = await start({ A: callback({ TimeoutSeconds: 60, End: true }) });
    const before = events(executionArn);
    const send = (output: string) => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output });
    expect(() =>
      database.write(() => {
        send('"wrong"');
        // Writes rows held back so far into the body that is about to be rolled back.
        sfn.nextWake();
        throw new Error('stale');
      }),
    ).toThrow('stale');
    await sfn.idle();
    expect(events(executionArn)).toEqual(before);
    expect(sfn.nextWake()).toBeDefined();
    send('"right"');
    await sfn.idle();
    expect(end(executionArn)).toEqual({ status: 'SUCCEEDED', output: 'right' });
  });

  it('a deployment that is rolled back does not haunt the next one', async () => {
    const { sfn, database, end } = workbench();
    const definition = (n: number) => machine({ A: { Type: 'Pass', Output: n, End: true } });
    expect(() =>
      database.write(() => {
        const { stateMachineArn } = sfn.deployStateMachine({ name: 'm', definition: definition(1) });
        sfn.startExecution({ stateMachineArn });
        throw new Error('no');
      }),
    ).toThrow('no');
    const { stateMachineArn } = sfn.deployStateMachine({ name: 'm', definition: definition(2) });
    const { executionArn } = sfn.startExecution({ stateMachineArn });
    await sfn.idle();
    expect(end(executionArn).output).toBe(2);
  });

  it('a start and an answer commit with what is written beside them', async () => {
    const database = new Database(':memory:');
    database.connection.exec('CREATE TABLE ledger (act TEXT UNIQUE)');
    const { sfn, tokens, end } = workbench({}, { database });
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: ASK });
    const act = (name: string, body: () => void) =>
      database.write(() => {
        database.prepare('INSERT INTO ledger VALUES (?)').run(name);
        body();
      });
    act('open', () => sfn.startExecution({ stateMachineArn, name: 'e' }));
    await sfn.idle();
    act('decide', () => sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '{}' }));
    await sfn.idle();
    expect(end(stateMachineArn.replace('stateMachine', 'execution').concat(':e'))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(() => act('decide', () => sfn.startExecution({ stateMachineArn, name: 'f' }))).toThrow('UNIQUE');
    expect(sfn.listExecutions({ stateMachineArn }).executions).toHaveLength(1);
  });
});

describe('a commit that fails', () => {
  it('takes the engine back to what the file says, from where it goes on when the file can be written again', async () => {
    const database = new Database(':memory:');
    database.connection.exec('CREATE TABLE disk (full INTEGER CHECK (full = 0))');
    let full = 0;
    database.beforeCommit(() => database.prepare('INSERT INTO disk VALUES (?)').run(full));
    const { sfn, tokens, end, events, faults } = workbench({}, { database });
    const { stateMachineArn } = sfn.createStateMachine({ name: 'm', definition: ASK });
    const { executionArn } = sfn.startExecution({ stateMachineArn, name: 'e' });
    await sfn.idle();
    const before = events(executionArn);

    full = 1;
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '"lost"' });
    await expect(database.durable()).rejects.toThrow('CHECK constraint');
    expect(end(executionArn)).toEqual({ status: 'RUNNING' });
    expect(events(executionArn)).toEqual(before);
    expect(faults).toHaveLength(1);

    full = 0;
    sfn.recover();
    sfn.sendTaskSuccess({ taskToken: String(tokens[0]), output: '"kept"' });
    await sfn.idle();
    expect(end(executionArn)).toEqual({ status: 'SUCCEEDED', output: 'kept' });
  });
});

describe('a statement that fails', () => {
  it('is no error of the workflow: the step is taken again', async () => {
    const database = new Database(':memory:');
    const { start, end, sfn, faults } = workbench({}, { database });
    database.connection.exec(
      `CREATE TRIGGER full_disk BEFORE UPDATE ON sfn_execution BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    const executionArn = await start({ A: { Type: 'Pass', End: true } });
    expect(end(executionArn)).toEqual({ status: 'RUNNING' });
    expect(String(faults[0])).toContain('full');
    database.connection.exec('DROP TRIGGER full_disk');
    sfn.recover();
    await sfn.idle();
    expect(end(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('recover', () => {
  it('calls again what had not answered, and nothing that waits', async () => {
    const database = new Database(':memory:');
    const before = workbench({ slow: () => new Promise(() => {}) }, { database });
    void before.start({ A: task('slow', { n: 1 }) });
    const waiting = before.sfn.startExecution({
      stateMachineArn: before.sfn.createStateMachine({ name: 'ask', definition: ASK }).stateMachineArn,
      name: 'e',
    });
    await database.durable();
    await new Promise(setImmediate);
    await database.durable();
    before.sfn.close();

    const after = workbench({ slow: ({ n }) => n }, { database });
    after.sfn.recover();
    await after.sfn.idle();
    expect(after.calls).toEqual([{ name: 'slow', payload: { n: 1 } }]);
    expect(after.end(waiting.executionArn)).toEqual({ status: 'RUNNING' });
    after.sfn.sendTaskSuccess({ taskToken: String(before.tokens[0]), output: '"answered"' });
    await after.sfn.idle();
    expect(after.end(waiting.executionArn)).toEqual({ status: 'SUCCEEDED', output: 'answered' });
  });

  it('takes long inputs and arguments from the history, that rows only refer to', async () => {
    const database = new Database(':memory:');
    const text = '旧改'.repeat(200);
    const states = {
      A: task('echo', '{% $states.input %}', { Output: '{% $states.result.Payload %}', Next: 'B' }),
      B: task('slow', { given: '{% $states.input %}' }, { Output: '{% $states.result.Payload %}', End: true }),
    };
    const before = workbench({ slow: () => new Promise(() => {}) }, { database });
    void before.start(states, { text });
    for (let turn = 0; turn < 3; turn++) {
      await database.durable();
      await new Promise(setImmediate);
    }
    const row = database.prepare('SELECT input, data FROM sfn_frame').get();
    expect(`${row?.input} ${row?.data}`).toMatch(/^@\d+ @\d+$/);
    before.sfn.close();

    const after = workbench({ slow: ({ given }) => given }, { database });
    after.sfn.recover();
    await after.sfn.idle();
    expect(after.calls).toEqual([{ name: 'slow', payload: { given: { text } } }]);
    const executionArn = String(
      after.sfn.listExecutions({
        stateMachineArn: String(after.sfn.listStateMachines().stateMachines[0]?.stateMachineArn),
      }).executions[0]?.executionArn,
    );
    expect(after.end(executionArn)).toEqual({ status: 'SUCCEEDED', output: { text } });
    expect(after.sfn.packHistories()).toBe(1);
    expect(after.end(executionArn)).toEqual({ status: 'SUCCEEDED', output: { text } });
  });

  it('answers those that have waited longest as well as the latest', async () => {
    const { sfn, tokens, end } = workbench();
    const { stateMachineArn } = sfn.createStateMachine({ name: 'ask', definition: ASK });
    const arns = Array.from(
      { length: 600 },
      (_, i) => sfn.startExecution({ stateMachineArn, name: `e${i}` }).executionArn,
    );
    await sfn.idle();
    for (const token of tokens) sfn.sendTaskSuccess({ taskToken: token, output: '"answered"' });
    await sfn.idle();
    expect(arns.map(end)).toEqual(arns.map(() => ({ status: 'SUCCEEDED', output: 'answered' })));
  });
});
