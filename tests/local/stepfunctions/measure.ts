// Measures the engine: executions per second with fsync, bytes on disk, and how soon parked executions are back after a
// kill. A script, not a test: `node tests/local/stepfunctions/measure.ts`.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../../adapters/sqlite/database.ts';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

const LAMBDA_STATES = 9;
const PARKED = 10_000;
const MACHINE = 'arn:aws:states:local:000000000000:stateMachine:nine';

const names = Array.from({ length: LAMBDA_STATES }, (_, i) => `S${i + 1}`);
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'S1',
  States: {
    ...Object.fromEntries(
      names.map((name, i) => [
        name,
        {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'count', Payload: '{% $states.input %}' },
          TimeoutSeconds: 60,
          Output: '{% $states.result.Payload %}',
          Next: names[i + 1] ?? 'Ask',
        },
      ]),
    ),
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 3600,
      Output: '{% $merge([$states.input, $states.result]) %}',
      End: true,
    },
  },
});

const newInput = () => JSON.stringify({ n: 0, payload: randomBytes(375).toString('base64') });

function engine(file: string, ask: (token: string) => void) {
  const database = new Database(file);
  const closed = new Map<string, () => void>();
  const sfn: StepFunctions = new StepFunctions({
    database,
    clock: Date,
    invoke: async (name, payload) => {
      const { token = '', n = 0, ...rest } = payload as { token?: string; n?: number };
      if (name === 'count') return { ...rest, n: n + 1 };
      ask(token);
      return null;
    },
    executionClosed: (arn) => closed.get(arn)?.(),
  });
  const { stateMachineArn } = sfn.deployStateMachine({ name: 'nine', definition });
  const untilClosed = (arn: string) =>
    new Promise<void>((resolve) => {
      closed.set(arn, () => {
        closed.delete(arn);
        resolve();
      });
    });
  return { sfn, database, stateMachineArn, untilClosed };
}

/** Keeps so many executions in flight until so many have ended. */
async function load(what: string, inFlight: number, count: number, run: (name: string) => Promise<void>) {
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const started = performance.now();
      await run(`e${next++}`);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return {
    'one callback and nine functions': `${what}, ${inFlight} in flight`,
    'executions/s': Math.round(count / seconds),
    'p50 ms': Math.round(times[Math.floor(count * 0.5)] ?? 0),
    'p99 ms': Math.round(times[Math.floor(count * 0.99)] ?? 0),
  };
}

async function inProcess(folder: string, inFlight: number, count: number) {
  const file = join(folder, `in-process-${inFlight}.db`);
  const { sfn, database, stateMachineArn, untilClosed } = engine(file, (taskToken) =>
    setImmediate(() => sfn.sendTaskSuccess({ taskToken, output: '{"ok":true}' })),
  );
  const cpu = process.cpuUsage();
  const row = await load('in process', inFlight, count, (name) => {
    const { executionArn } = sfn.startExecution({ stateMachineArn, name, input: newInput() });
    return untilClosed(executionArn);
  });
  const used = process.cpuUsage(cpu);
  const written = statSync(file).size;
  sfn.packHistories(count);
  await database.durable();
  database.connection.exec('VACUUM');
  sfn.close();
  database.close();
  return {
    ...row,
    'CPU ms each': ((used.user + used.system) / 1000 / count).toFixed(2),
    'KB each': (written / 1024 / count).toFixed(1),
    'packed KB each': (statSync(file).size / 1024 / count).toFixed(1),
    'RSS MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

/** The server of the measurement over HTTP; tokens and ends go to the client beside it, as messages. */
function serve(file: string) {
  const { sfn, database, untilClosed } = engine(file, (token) => process.send?.({ token }));
  process.on('message', (arn) => untilClosed(String(arn)).then(() => process.send?.({ closed: arn })));
  const server = stepFunctionsEndpoint(sfn, database).listen(0, '127.0.0.1', () => process.send?.(server.address()));
}

async function overHttp(folder: string, inFlight: number, count: number) {
  const child = fork(import.meta.filename, ['serve', join(folder, `http-${inFlight}.db`)]);
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
  child.on('message', (message: { token?: string; closed?: string }) => {
    const { token: taskToken } = message;
    if (taskToken) answers.push(post('SendTaskSuccess', { taskToken, output: '{"ok":true}' }));
    if (message.closed) closed.get(message.closed)?.();
  });
  const row = await load('over HTTP', inFlight, count, async (name) => {
    const arn = `arn:aws:states:local:000000000000:execution:nine:${name}`;
    const ended = new Promise<void>((resolve) => closed.set(arn, resolve));
    child.send(arn);
    await post('StartExecution', { stateMachineArn: MACHINE, name, input: newInput() });
    await ended;
  });
  await Promise.all(answers);
  agent.destroy();
  child.kill();
  return row;
}

async function park(file: string) {
  const { sfn, stateMachineArn } = engine(file, () => {});
  for (let i = 0; i < PARKED; i++) {
    sfn.startExecution({ stateMachineArn, name: `e${i}`, input: newInput() });
    if (i % 200 === 0) await sfn.idle();
  }
  await sfn.idle();
  process.kill(process.pid, 'SIGKILL');
}

async function recovery(folder: string) {
  const file = join(folder, 'parked.db');
  await once(fork(import.meta.filename, ['park', file]), 'exit');
  const started = performance.now();
  const { sfn, database } = engine(file, () => {});
  sfn.recover();
  const ready = performance.now() - started;
  const row = database.prepare('SELECT phase FROM sfn_frame WHERE id % 7 = 3 LIMIT 1').get();
  sfn.sendTaskSuccess({ taskToken: JSON.parse(String(row?.phase)).token, output: '{}' });
  await sfn.idle();
  const finished = performance.now() - started;
  sfn.close();
  database.close();
  return { 'parked, then killed': PARKED, 'back after ms': Math.round(ready), 'first ended ms': Math.round(finished) };
}

const [act, file = ''] = process.argv.slice(2);
if (act === 'park') await park(file);
else if (act === 'serve') serve(file);
else {
  const folder = mkdtempSync(join(tmpdir(), 'stepfunctions-'));
  console.log(`${hostname()}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, synchronous=FULL`);
  // Once to get warm, as a server is.
  await inProcess(folder, 10, 300);
  console.table([
    await inProcess(folder, 50, 1500),
    await inProcess(folder, 200, 2000),
    await overHttp(folder, 50, 1500),
    await overHttp(folder, 200, 2000),
  ]);
  console.table([await recovery(folder)]);
  rmSync(folder, { recursive: true });
}
