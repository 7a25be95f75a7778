// openworkflow 0.10 on node:sqlite, doing the nine functions and the answer from outside: run by the bench in the folder where
// the package was installed. The answer is a signal, sent again until somebody waits for it, since nobody keeps it.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
import { answerBench, bytesUnder } from './peer-work.mjs';

const FIRST_SIGNAL = 5;
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const file = join(folder, 'openworkflow.db');
const backend = BackendSqlite.connect(file);
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

await answerBench({
  async run(input) {
    const run = await nine.run({ ...input, signal: randomUUID() });
    return run.result();
  },
  stored() {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return bytesUnder(folder);
  },
  async close() {},
});
