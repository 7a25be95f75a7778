// graphile-worker 0.17 on PostgreSQL, doing the nine functions and the answer from outside: run by the bench in the folder where
// the package was installed. It has jobs and no workflows: every state is a job that adds the next one, what waits is a row.
import { randomUUID } from 'node:crypto';
import { run as runWorker } from 'graphile-worker';
import pg from 'pg';
import { answerBench } from './peer-work.mjs';

const pool = new pg.Pool({ connectionString: process.argv[3], max: 40 });
await pool.query('CREATE TABLE IF NOT EXISTS waiting (id uuid PRIMARY KEY, value jsonb NOT NULL)');
await pool.query('CREATE TABLE IF NOT EXISTS ended (id uuid PRIMARY KEY, value jsonb NOT NULL)');
const closed = new Map();

const taskList = {
  async state({ id, state, value }, { addJob }) {
    const next = { ...value, n: value.n + 1 };
    // A job that is run again adds no second one.
    if (state < 9) await addJob('state', { id, state: state + 1, value: next }, { jobKey: `${id}/${state + 1}` });
    else await addJob('ask', { id, value: next }, { jobKey: `${id}/ask` });
  },
  async ask({ id, value }, { query }) {
    await query('INSERT INTO waiting VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, value]);
    setImmediate(() => void runner.addJob('answer', { id, answer: { ok: true } }, { jobKey: `${id}/answer` }));
  },
  async answer({ id, answer }, { query }) {
    const { rows } = await query('DELETE FROM waiting WHERE id = $1 RETURNING value', [id]);
    const value = { ...rows[0]?.value, ...answer };
    await query('INSERT INTO ended VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, value]);
    closed.get(id)?.(value);
  },
};
const quiet = new Proxy({}, { get: () => () => quiet });
const runner = await runWorker({ pgPool: pool, concurrency: 40, taskList, logger: quiet, noHandleSignals: true });

await answerBench({
  async run(input) {
    const id = randomUUID();
    const ended = new Promise((resolve) => closed.set(id, resolve));
    await runner.addJob('state', { id, state: 1, value: input }, { jobKey: `${id}/1` });
    const value = await ended;
    closed.delete(id);
    return value;
  },
  async stored() {
    const { rows } = await pool.query('SELECT pg_database_size(current_database()) AS bytes');
    return Number(rows[0].bytes);
  },
  async close() {
    await runner.stop();
    await pool.end();
  },
});
