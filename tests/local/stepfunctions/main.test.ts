// The embedded Step Functions as a process of its own, with functions served over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { machine, task } from './workbench.ts';

const MAIN = join(import.meta.dirname, '../../../local/stepfunctions/main.ts');

it('runs alone, calls functions at their addresses, and ends when told', async () => {
  const functions = createServer(async (request, response) => {
    const { n } = (await json(request)) as { n: number };
    response.end(JSON.stringify(n > 1 ? { errorType: 'TooLarge', errorMessage: 'n' } : { n: n + 1 }));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void functions.close());
  await once(functions, 'listening');
  const { port } = functions.address() as AddressInfo;

  const child = spawn(process.execPath, [MAIN, '--port', '0', '--lambda', `next=http://127.0.0.1:${port}`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const [line] = await once(createInterface(child.stdout), 'line');
  const endpoint = /http:\S+/.exec(String(line))?.[0] ?? '';
  const post = async (operation: string, body: object): Promise<Record<string, string>> => {
    const headers = { 'x-amz-target': `AWSStepFunctions.${operation}` };
    return (await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const definition = machine({
    A: task('next', { n: '{% $states.input.n %}' }, { Output: '{% $states.result.Payload %}', Next: 'B' }),
    B: task(
      'arn:aws:lambda:local:000000000000:function:next',
      { n: '{% $states.input.n %}' },
      { Catch: [{ ErrorEquals: ['TooLarge'], Next: 'C' }], End: true },
    ),
    C: task('nobody', {}),
  });
  const roleArn = 'arn:aws:iam::000000000000:role/x';
  const { stateMachineArn } = await post('CreateStateMachine', { name: 'm', definition, roleArn });
  const { executionArn } = await post('StartExecution', { stateMachineArn, input: '{"n":1}' });
  await expect
    .poll(async () => post('DescribeExecution', { executionArn }))
    .toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
  child.kill('SIGTERM');
  expect(await exited).toBe(0);
});
