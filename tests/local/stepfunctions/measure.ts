// Measures the engine: executions per second with fsync, bytes on disk, and how soon parked executions are back after a
// kill. A script, not a test: `node tests/local/stepfunctions/measure.ts`.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

const LAMBDA_STATES = 9;
const PARKED = 10_000;

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

function engine(file: string, answer: boolean) {
  const database = new Database(file);
  const waiting = new Map<string, () => void>();
  const sfn: StepFunctions = new StepFunctions({
    database,
    clock: { now: () => Date.now() },
    invoke: async (name, payload) => {
      const { token, n = 0, ...rest } = payload as { token?: string; n?: number };
      if (name === 'count') return { ...rest, n: n + 1 };
      if (answer && token) setImmediate(() => sfn.sendTaskSuccess({ taskToken: token, output: '{"ok":true}' }));
      return null;
    },
    executionClosed: (arn) => waiting.get(arn)?.(),
  });
  const { stateMachineArn } = sfn.deployStateMachine({ name: 'nine', definition });
  const run = (name: string) =>
    new Promise<void>((resolve) => {
      const input = JSON.stringify({ n: 0, payload: randomBytes(375).toString('base64') });
      const { executionArn } = sfn.startExecution({ stateMachineArn, name, input });
      waiting.set(executionArn, () => {
        waiting.delete(executionArn);
        resolve();
      });
    });
  return { sfn, database, run };
}

async function throughput(folder: string, inFlight: number, count: number) {
  const file = join(folder, `throughput-${inFlight}.db`);
  const { sfn, database, run } = engine(file, true);
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const started = performance.now();
      await run(`e${next++}`);
      times.push(performance.now() - started);
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const written = statSync(file).size;
  sfn.packHistories(count);
  await database.durable();
  database.connection.exec('VACUUM');
  sfn.close();
  database.close();
  times.sort((a, b) => a - b);
  return {
    measure: `9 functions + 1 callback, ${inFlight} in flight`,
    'executions/s': Math.round(count / seconds),
    'p50 ms': Math.round(times[Math.floor(count * 0.5)] ?? 0),
    'p99 ms': Math.round(times[Math.floor(count * 0.99)] ?? 0),
    'CPU ms each': ((used.user + used.system) / 1000 / count).toFixed(2),
    'KB each': (written / 1024 / count).toFixed(1),
    'packed KB each': (statSync(file).size / 1024 / count).toFixed(1),
    'RSS MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

async function park(file: string) {
  const { sfn, run } = engine(file, false);
  for (let i = 0; i < PARKED; i++) {
    void run(`e${i}`);
    if (i % 200 === 0) await sfn.idle();
  }
  await sfn.idle();
  process.kill(process.pid, 'SIGKILL');
}

async function recovery(folder: string) {
  const file = join(folder, 'parked.db');
  const child = spawn(process.execPath, [import.meta.filename, 'park', file], { stdio: 'inherit' });
  await new Promise((resolve) => child.on('exit', resolve));
  const started = performance.now();
  const { sfn, database } = engine(file, false);
  sfn.recover();
  const ready = performance.now() - started;
  const row = database.prepare(`SELECT phase FROM sfn_frame WHERE id % 7 = 3 LIMIT 1`).get();
  sfn.sendTaskSuccess({ taskToken: JSON.parse(String(row?.phase)).token, output: '{}' });
  await sfn.idle();
  const finished = performance.now() - started;
  sfn.close();
  database.close();
  return { parked: PARKED, 'recovered ms': Math.round(ready), 'first one finished ms': Math.round(finished) };
}

const [act, file = ''] = process.argv.slice(2);
if (act === 'park') await park(file);
else {
  const folder = mkdtempSync(join(tmpdir(), 'stepfunctions-'));
  console.log(`${hostname()}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, synchronous=FULL`);
  const rows = [];
  for (const [inFlight, count] of [
    [50, 1500],
    [200, 2000],
  ] as const)
    rows.push(await throughput(folder, inFlight, count));
  console.table(rows);
  console.table([await recovery(folder)]);
  rmSync(folder, { recursive: true });
}
