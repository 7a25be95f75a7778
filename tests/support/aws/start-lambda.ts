// An installation on AWS in one process: the entry points of all functions, the stand-ins behind their SDK clients, and the
// embedded Step Functions, which calls the functions that the machines name.
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, vi } from 'vitest';
import type { StreamEvent } from '../../../adapters/aws/projector.ts';
import { Database } from '../../../adapters/sqlite/database.ts';
import { readEntryPoints } from '../../../infra/entry-points/read-entry-points.ts';
import { deployMachines } from '../../../local/deploy-machines.ts';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { createTable, startDynamo } from './dynamo.ts';
import { listening } from './listening.ts';
import { startS3 } from './s3/start-s3.ts';
import { startSqs } from './sqs.ts';
import { BUCKETS, CREDENTIALS, REGION } from './start-aws.ts';

const TABLE = 'jiugai';
const MACHINE = 'arn:aws:states:local:000000000000:stateMachine:renovation';

export const ROLE_CLAIM = 'https://district.example/role';
export const UNIT_CLAIM = 'https://district.example/unit';

/** How Lambda calls a function: with an event and its context. */
export type Call = (event: unknown) => Promise<unknown>;

export async function startLambda() {
  const [dynamo, sqs, s3] = await Promise.all([
    startDynamo(),
    startSqs(),
    startS3({
      buckets: Object.values(BUCKETS),
      secretAccessKey: CREDENTIALS.secretAccessKey,
      now: () => Date.now(),
    }),
  ]);
  const database = new Database(':memory:');
  const engine = new StepFunctions({
    database,
    clock: Date,
    invoke: (name, payload) => callByPlaceholder(name, payload),
  });
  deployMachines(engine);
  const sfn = await listening(stepFunctionsEndpoint(engine, database));
  const environment = {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_SQS: sqs.url,
    AWS_ENDPOINT_URL_SFN: sfn.url,
    JIUGAI_TABLE: TABLE,
    JIUGAI_INTAKE_BUCKET: BUCKETS.intake,
    JIUGAI_EVIDENCE_BUCKET: BUCKETS.evidence,
    JIUGAI_KEYS_BUCKET: BUCKETS.keys,
    JIUGAI_OUTBOX_QUEUE: `${sqs.url}/123456789012/outbox`,
    JIUGAI_RENOVATION_MACHINE: MACHINE,
    JIUGAI_LOCKED_DAYS: '3653',
    JIUGAI_VERSION: '1.2.3',
    JIUGAI_ROLE_CLAIM: ROLE_CLAIM,
    JIUGAI_UNIT_CLAIM: UNIT_CLAIM,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const client = new DynamoDBClient({ endpoint: dynamo.url });
  await createTable(client, TABLE);

  const entryPoints = new Map<string, Call>();
  for (const { name, file } of readEntryPoints()) {
    const { [name]: handler } = await import(file);
    let calls = 0;
    entryPoints.set(name, (event) => {
      calls += 1;
      return handler(event, { awsRequestId: `${name}-${calls}`, getRemainingTimeInMillis: () => 30_000 });
    });
  }
  function call(name: string, event: unknown): Promise<unknown> {
    const handler = entryPoints.get(name);
    if (handler === undefined) throw new Error(`no entry point ${name}`);
    return handler(event);
  }
  const callByPlaceholder = (placeholder: string, payload: unknown) =>
    call(placeholder.charAt(0).toLowerCase() + placeholder.slice(1), payload);

  const handedOn = new Set<string>();
  async function newRecords() {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE, ConsistentRead: true }));
    return Items.map(({ pk, sk, taskToken }) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '', version: taskToken?.S ?? '' }))
      .filter(({ pk, sk }) => sk.startsWith('ENTRY#') || pk.startsWith('WAITS#'))
      .filter((item) => !handedOn.has(JSON.stringify(item)))
      .toSorted((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1))
      .map((item, place) => {
        handedOn.add(JSON.stringify(item));
        return recordOf({ pk: { S: item.pk }, sk: { S: item.sk } }, place);
      });
  }
  return {
    s3,
    sqs,
    engine,
    entryPoints,
    call,
    /** Hands whatever is new to the projector, as the stream of the table does, until nothing new comes of it. */
    async stream(): Promise<void> {
      for (;;) {
        const Records = await newRecords();
        if (Records.length === 0) return;
        const answer = await call('projectEntries', { Records } satisfies StreamEvent);
        expect(answer).toEqual({ batchItemFailures: [] });
        await engine.idle();
      }
    },
    async close() {
      client.destroy();
      engine.close();
      await Promise.all([dynamo, sqs, s3, sfn].map((server) => server.close()));
      database.close();
      vi.unstubAllEnvs();
    },
  };
}

export type Lambda = Awaited<ReturnType<typeof startLambda>>;

/** A record as a stream with KEYS_ONLY hands it over. */
const recordOf = (Keys: { pk: { S: string }; sk: { S: string } }, place: number) => ({
  eventID: `event-${place}`,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: REGION,
  dynamodb: {
    ApproximateCreationDateTime: 1_772_413_200,
    Keys,
    SequenceNumber: String(100 + place),
    SizeBytes: 64,
    StreamViewType: 'KEYS_ONLY',
  },
  eventSourceARN: `arn:aws:dynamodb:${REGION}:123456789012:table/${TABLE}/stream/2026-03-02T00:00:00.000`,
});
