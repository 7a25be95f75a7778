// DBOS 5.3 on PostgreSQL, doing the nine functions and the answer from outside: run by the bench in the folder where the package
// was installed. Every function is a step, the answer a message to the workflow.
import { AsyncResource } from 'node:async_hooks';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { answerBench } from './peer-work.mjs';

const url = process.argv[3];
DBOS.setConfig({ name: 'nine', systemDatabaseUrl: url, systemDatabasePoolSize: 40, logLevel: 'error' });

/** From outside: not as a part of the step that asked. */
const answer = AsyncResource.bind((workflowId) => void DBOS.send(workflowId, { ok: true }, 'answer'));

const nine = DBOS.registerWorkflow(
  async (input) => {
    let value = input;
    for (let state = 1; state <= 9; state++) {
      const given = value;
      value = await DBOS.runStep(async () => ({ ...given, n: given.n + 1 }), { name: `S${state}` });
    }
    const { workflowID } = DBOS;
    await DBOS.runStep(
      async () => {
        setImmediate(answer, workflowID);
      },
      { name: 'Ask' },
    );
    return { ...value, ...(await DBOS.recv('answer', 3600)) };
  },
  { name: 'nine' },
);
await DBOS.launch();
const pool = new pg.Pool({ connectionString: url, max: 1 });

await answerBench({
  async run(input) {
    const handle = await DBOS.startWorkflow(nine)(input);
    return handle.getResult();
  },
  async stored() {
    const { rows } = await pool.query('SELECT pg_database_size(current_database()) AS bytes');
    return Number(rows[0].bytes);
  },
  async close() {
    await pool.end();
    await DBOS.shutdown();
  },
});
