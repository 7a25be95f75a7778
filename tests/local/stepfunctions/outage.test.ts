// What an outage does to executions: time passes for those who wait for people and days, and stands still for functions.
import { expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { task, workbench } from './workbench.ts';

const HOUR = 3_600;

it('calls a function that the outage interrupted again, instead of timing it out', async () => {
  const database = new Database(':memory:');
  const before = workbench({ slow: () => new Promise(() => {}) }, { database });
  const { stateMachineArn } = before.sfn.createStateMachine({
    name: 'm',
    definition: JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: { A: task('slow', { n: 1 }, { TimeoutSeconds: 60, End: true }) },
    }),
  });
  const { executionArn } = before.sfn.startExecution({ stateMachineArn, name: 'e' });
  await database.durable();
  await new Promise(setImmediate);
  await database.durable();
  before.sfn.close();

  const after = workbench({ slow: ({ n }) => n }, { database });
  after.leap(HOUR);
  after.sfn.recover();
  await after.sfn.idle();
  expect(after.calls).toEqual([{ name: 'slow', payload: { n: 1 } }]);
  expect(after.end(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
});

it('times out a function that takes too long after the outage as well', async () => {
  const database = new Database(':memory:');
  const before = workbench({ slow: () => new Promise(() => {}) }, { database });
  const states = { A: task('slow', {}, { TimeoutSeconds: 60, End: true }) };
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: states });
  const { stateMachineArn } = before.sfn.createStateMachine({ name: 'm', definition });
  const { executionArn } = before.sfn.startExecution({ stateMachineArn, name: 'e' });
  await database.durable();
  await new Promise(setImmediate);
  await database.durable();
  before.sfn.close();

  const after = workbench({ slow: () => new Promise(() => {}) }, { database });
  after.sfn.recover();
  await database.durable();
  after.leap(HOUR);
  after.sfn.wake();
  await database.durable();
  expect(after.end(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});
