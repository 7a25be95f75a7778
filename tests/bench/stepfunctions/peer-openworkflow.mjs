// openworkflow 0.10 on node:sqlite, doing the nine functions and the answer from outside: run by the bench in the folder where
// the package was installed. The answer is a signal, sent again until somebody waits for it, since nobody keeps it.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';

const FIRST_SIGNAL = 5;
const folder = process.argv[2];
const backend = BackendSqlite.connect(join(folder, 'openworkflow.db'));
const openWorkflow = new OpenWorkflow({ backend });

async function answer(signal) {
  for (let wait = FIRST_SIGNAL; ; wait *= 2) {
    await sleep(wait);
    const { workflowRunIds } = await openWorkflow.sendSignal({ signal, data: { ok: true } });
    if (workflowRunIds.length > 0) return;
  }
}

const nine = openWorkflow.defineWorkflow({ name: 'nine' }, async ({ input, step }) => {
  let value = input;
  for (let state = 1; state <= 9; state++) {
    const given = value;
    value = await step.run({ name: `S${state}` }, async () => ({ ...given, n: given.n + 1 }));
  }
  await step.run({ name: 'Ask' }, async () => {
    void answer(input.signal);
    return null;
  });
  const answered = await step.waitForSignal({ name: 'Answer', signal: input.signal });
  return { ...value, ...answered?.data };
});
const worker = openWorkflow.newWorker({ concurrency: 200 });
await worker.start();

let serial = 0;
async function keepInFlight(inFlight, count) {
  const times = [];
  let next = 0;
  const one = async () => {
    while (next++ < count) {
      const started = performance.now();
      serial += 1;
      const input = { n: 0, payload: randomBytes(375).toString('base64'), signal: `answer-${serial}` };
      const run = await nine.run(input);
      await run.result();
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, one));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return { perSecond: Math.round(count / seconds), p50: quantile(0.5), p99: quantile(0.99) };
}

process.on('message', async (message) => {
  if (message === 'close') process.exit(0);
  process.send(await keepInFlight(message.inFlight, message.count));
});
await keepInFlight(10, 20);
process.send({ ready: true });
