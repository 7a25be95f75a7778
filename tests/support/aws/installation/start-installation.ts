// An installation on AWS in one process: the entry points of all functions, the stand-ins behind their SDK clients, the
// embedded Step Functions, and what AWS does in between: it hands on the stream, the arrivals and the bells.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Database } from '../../../../adapters/sqlite/database.ts';
import { deployMachines } from '../../../../local/deploy-machines.ts';
import { stepFunctionsEndpoint } from '../../../../local/stepfunctions/endpoint.ts';
import { StepFunctions } from '../../../../local/stepfunctions/engine.ts';
import { createTable, startDynamo } from '../dynamo.ts';
import { bellRung, objectCreated } from '../events.ts';
import { listening } from '../listening.ts';
import { startS3 } from '../s3/start-s3.ts';
import { startSqs } from '../sqs.ts';
import { BUCKETS, CREDENTIALS } from '../start-aws.ts';
import { environmentAt, TABLE } from './environment.ts';
import { loadEntryPoints } from './load-entry-points.ts';
import { Meter } from './meter.ts';
import { TableStream } from './table-stream.ts';

export interface InstallationOptions {
  /** Where the environment of the functions is set. */
  readonly setEnvironment: (name: string, value: string) => void;
  /** Whether a file that arrives, or a bell that rings, calls its function by itself; tests do that by hand. */
  readonly handsOn: boolean;
  /** Milliseconds that functions are charged for; those of the processor unless told. */
  readonly time?: () => number;
}

export type Installation = Awaited<ReturnType<typeof startInstallation>>;

export async function startInstallation({ setEnvironment, handsOn, time }: InstallationOptions) {
  const meter = new Meter(time);
  const tableStream = new TableStream();
  const arrivals: { readonly key: string; readonly size: number }[] = [];
  const [dynamo, sqs, s3] = await Promise.all([
    startDynamo({
      changed: (change) => tableStream.take(change),
      consumed(kind, units) {
        meter.count('tableRequests');
        meter.count(kind, units);
      },
      within: (request) => meter.standIn(request),
    }),
    startSqs(() => meter.count('queueRequests')),
    startS3({
      buckets: Object.values(BUCKETS),
      secretAccessKey: CREDENTIALS.secretAccessKey,
      now: () => Date.now(),
      asked: (isRead) => meter.count(isRead ? 'objectReads' : 'objectWrites'),
      created: (bucket, key, size) => {
        if (handsOn && bucket === BUCKETS.intake) arrivals.push({ key, size });
      },
    }),
  ]);
  const database = new Database(':memory:');
  const engine = new StepFunctions({
    database,
    clock: { now: () => Date.now() },
    invoke: (placeholder, payload) => call(placeholder.charAt(0).toLowerCase() + placeholder.slice(1), payload),
  });
  deployMachines(engine);
  const endpoint = stepFunctionsEndpoint(engine, database);
  endpoint.on('request', () => meter.count('workflowRequests'));
  const sfn = await listening(endpoint);
  const environment = environmentAt({ dynamo: dynamo.url, s3: s3.url, sqs: sqs.url, sfn: sfn.url });
  for (const [name, value] of Object.entries(environment)) setEnvironment(name, value);
  const client = new DynamoDBClient({ endpoint: dynamo.url });
  await createTable(client, TABLE);
  client.destroy();

  const entryPoints = await loadEntryPoints();
  async function call(name: string, event: unknown): Promise<unknown> {
    const handler = entryPoints.get(name);
    if (handler === undefined) throw new Error(`no entry point ${name}`);
    return meter.call(name, () => handler(event));
  }

  let rung = 0;
  /** One thing that AWS hands on; false when nothing lies there. */
  async function handOn(): Promise<boolean> {
    await engine.idle();
    const arrival = arrivals.shift();
    if (arrival) {
      await call('receiveUpload', objectCreated(arrival.key, arrival.size));
      return true;
    }
    for (const { entryPoint, batch } of tableStream.batches()) {
      const answer = await call(entryPoint, batch);
      tableStream.handedOn(entryPoint, batch, answer);
      return true;
    }
    const bells = sqs.sent.slice(rung).filter(({ DelaySeconds = 0 }) => DelaySeconds === 0).length;
    rung = sqs.sent.length;
    if (handsOn && bells > 0) {
      // Lambda takes the bells off the queue, and off it for good.
      meter.count('queueRequests', 2);
      await call('sendNotifications', bellRung(bells));
      return true;
    }
    return false;
  }

  return {
    s3,
    sqs,
    engine,
    entryPoints,
    call,
    meter,
    /** Until nothing lies anywhere and nothing runs but waits. */
    async settle(): Promise<void> {
      while (await handOn());
    },
    async close() {
      engine.close();
      await Promise.all([dynamo, sqs, s3, sfn].map((server) => server.close()));
      database.close();
    },
  };
}
