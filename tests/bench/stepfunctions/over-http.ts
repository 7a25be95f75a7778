// Keeps a server of the engine busy over HTTP, from the process that calls this; the server is a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { keepInFlight, MACHINE_ARN, newInput, type Throughput } from './nine-states.ts';

const CONTESTANT = new URL('contestant.ts', import.meta.url).pathname;

export async function measureOverHttp(file: string, inFlight: number, count: number): Promise<Throughput> {
  const child = fork(CONTESTANT, ['http', file]);
  const [{ port }] = await once(child, 'message');
  // Node accepts one new connection per turn of its loop: a client that opens hundreds at once waits for that only.
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const post = (operation: string, body: object) =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'x-amz-target': `AWSStepFunctions.${operation}`, 'content-type': 'application/x-amz-json-1.0' };
      const sent = request({ agent, port, method: 'POST', headers }, (response) => {
        response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(operation))));
      });
      sent.on('error', reject).end(JSON.stringify(body));
    });
  const answers: Promise<void>[] = [];
  const closed = new Map<string, () => void>();
  child.on('message', ({ tokens, closed: ended }: { tokens: string[]; closed: string[] }) => {
    for (const taskToken of tokens) answers.push(post('SendTaskSuccess', { taskToken, output: '{"ok":true}' }));
    for (const arn of ended) closed.get(arn)?.();
  });
  const run = async (name: string) => {
    const arn = `arn:aws:states:local:000000000000:execution:nine:${name}`;
    const ended = new Promise<void>((resolve) => closed.set(arn, resolve));
    await post('StartExecution', { stateMachineArn: MACHINE_ARN, name, input: newInput() });
    await ended;
  };
  // Once to get warm, as a server is.
  await keepInFlight(20, 200, (name) => run(`warm-${name}`));
  const throughput = await keepInFlight(inFlight, count, run);
  await Promise.all(answers);
  agent.destroy();
  child.kill();
  return throughput;
}
