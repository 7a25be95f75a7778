// What the engine does lives and dies with the transaction of its caller, and goes on after whatever cut it short.
import { describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { callback, machine, task, workbench } from './workbench.ts';

const ASK = machine({ A: callback({ TimeoutSeconds: 60, End: true }) });

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
