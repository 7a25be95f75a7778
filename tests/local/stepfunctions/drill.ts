// One life of the kill drill: takes up what the last life left, starts its share of new executions, plays the people who
// answer, and leaves by itself only when everything has ended. Told: the folder, the number of the life, how many to start.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../../adapters/sqlite/database.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

const [folder = '', life = '', share = ''] = process.argv.slice(2);
const log = (name: string, line: string) => appendFileSync(join(folder, name), `${line}\n`);

function work(state: string, more: JsonObject): JsonObject {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    TimeoutSeconds: 600,
    Arguments: {
      FunctionName: 'add',
      Payload: { n: '{% $states.input.n %}', id: '{% $states.context.Execution.Name %}', state },
    },
    Output: { n: '{% $states.result.Payload %}' },
    ...more,
  };
}

const child = { QueryLanguage: 'JSONata', StartAt: 'C', States: { C: work('C', { End: true }) } };
const parent = {
  QueryLanguage: 'JSONata',
  StartAt: 'A',
  States: {
    A: work('A', { Next: 'M' }),
    M: {
      Type: 'Map',
      Items: '{% [1..4] %}',
      ItemSelector: { n: '{% $states.context.Map.Item.Value %}' },
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: 'I', States: { I: work('I', { End: true }) } },
      Output: { n: '{% $states.input.n + $sum($states.result.n) %}' },
      Next: 'P',
    },
    P: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'X', States: { X: work('X', { End: true }) } },
        {
          StartAt: 'Y',
          States: {
            Y: {
              Type: 'Task',
              Resource: 'arn:aws:states:::states:startExecution.sync:2',
              TimeoutSeconds: 600,
              Arguments: {
                StateMachineArn: 'arn:aws:states:local:000000000000:stateMachine:child',
                Name: '{% $states.context.Execution.Name %}',
                Input: '{% $states.input %}',
              },
              Output: '{% $states.result.Output %}',
              End: true,
            },
          },
        },
      ],
      Output: { n: '{% $sum($states.result.n) %}' },
      Next: 'W',
    },
    W: { Type: 'Wait', Timestamp: '{% $fromMillis($millis() + 30) %}', Next: 'T' },
    T: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: 600,
      Arguments: {
        FunctionName: 'ask',
        Payload: { token: '{% $states.context.Task.Token %}', id: '{% $states.context.Execution.Name %}' },
      },
      Output: { n: '{% $states.input.n + $states.result %}' },
      Next: 'Z',
    },
    Z: work('Z', { End: true }),
  },
};

const database = new Database(join(folder, 'drill.db'));
const sfn = new StepFunctions({
  database,
  clock: Date,
  invoke: async (name, payload) => {
    const { n, id, state, token } = payload as Record<string, string>;
    await sleep(Math.random() * 8);
    if (name === 'add') {
      log('effects', `${id} ${state}`);
      return Number(n) + 1;
    }
    log('letters', String(token));
    setTimeout(() => reply(String(token)), Math.random() * 60);
    return null;
  },
});

/** Whoever answers a letter may answer it twice: the letter is found again after each crash. */
function reply(taskToken: string): void {
  try {
    sfn.sendTaskSuccess({ taskToken, output: '100' });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TaskTimedOut')) throw error;
  }
}

sfn.deployStateMachine({ name: 'child', definition: JSON.stringify(child) });
const { stateMachineArn } = sfn.deployStateMachine({ name: 'parent', definition: JSON.stringify(parent) });
sfn.recover();
const letters = existsSync(join(folder, 'letters')) ? readFileSync(join(folder, 'letters'), 'utf8') : '';
for (const token of new Set(letters.trim().split('\n').filter(Boolean)))
  setTimeout(() => reply(token), Math.random() * 60);
// A process that is killed leaves no cache for the next one.
flushCompileCache();
process.send?.('begun');

for (let i = 0; i < Number(share); i++) {
  const name = `e-${life}-${i}`;
  sfn.startExecution({ stateMachineArn, name, input: '{"n":0}' });
  await database.durable();
  log('acknowledged', name);
  await sleep(Math.random() * 10);
}
// A life that is to be killed is there until it is, however soon its work is done.
while (
  Number(share) > 0 ||
  sfn.listExecutions({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1 }).executions.length > 0
) {
  await sleep(20);
}
sfn.close();
database.close();
process.exit(0);
