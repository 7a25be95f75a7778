// Everything that the adapters reach on AWS, started once for a file of tests; each test gets a table and a clock of its own.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoDirectory, dynamoNames } from '../../../adapters/aws/directory.ts';
import { withFaults } from '../../../adapters/aws/faults.ts';
import { dynamoLedger } from '../../../adapters/aws/ledger.ts';
import { dynamoOutbox, sqsBell } from '../../../adapters/aws/outbox.ts';
import { s3Papers } from '../../../adapters/aws/papers.ts';
import { openSeal, rotateSigningKey } from '../../../adapters/aws/seal.ts';
import type { Table } from '../../../adapters/aws/table.ts';
import { dynamoViews } from '../../../adapters/aws/views.ts';
import { sfnWorkflow } from '../../../adapters/aws/workflow.ts';
import { Database } from '../../../adapters/sqlite/database.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Clock } from '../../../domain/ports.ts';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { EmbeddedEngine } from '../ports/embedded-engine.ts';
import { createTable, startDynamo } from './dynamo.ts';
import { listening } from './listening.ts';
import { startS3 } from './s3/start-s3.ts';
import { startSqs } from './sqs.ts';

export const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
export const REGION = 'ap-southeast-1';
export const BUCKETS = { intake: 'jiugai-intake', evidence: 'jiugai-evidence', keys: 'jiugai-keys' } as const;

export async function startAws() {
  // 09:00 in Wenzhou on 2 March 2026.
  let now = instantOf(Date.UTC(2026, 2, 2, 1));
  let tables = 0;
  let ids = 0;
  const clock: Clock = { now: () => now };
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };

  const dynamo = await startDynamo();
  const sqs = await startSqs();
  const common = { region: REGION, credentials: CREDENTIALS };
  const clients = {
    dynamo: withFaults(new DynamoDBClient({ ...common, endpoint: dynamo.url })),
    sqs: withFaults(new SQSClient({ ...common, endpoint: sqs.url })),
  };

  return {
    clients,
    clock,
    newId,
    sqs,
    /** An empty installation; the servers behind it are those of the file. */
    async open() {
      now = instantOf(Date.UTC(2026, 2, 2, 1));
      tables += 1;
      const table: Table = { client: clients.dynamo, name: `jiugai-${tables}` };
      await createTable(clients.dynamo, table.name);
      const s3 = await startS3({
        buckets: Object.values(BUCKETS),
        secretAccessKey: CREDENTIALS.secretAccessKey,
        now: () => epochMillisecondsOf(now),
      });
      const database = new Database(':memory:');
      const engine = new EmbeddedEngine({
        database,
        now: () => epochMillisecondsOf(now),
        async moveTo(to) {
          now = instantOf(to);
        },
      });
      const stepFunctions = await listening(stepFunctionsEndpoint(engine, database));
      const sfn = withFaults(new SFNClient({ ...common, endpoint: stepFunctions.url }));
      const s3Client = withFaults(new S3Client({ ...common, endpoint: s3.url, forcePathStyle: true }));
      const sealStore = { s3: s3Client, bucket: BUCKETS.keys };
      const views = dynamoViews(table, clock);
      return {
        table,
        s3,
        s3Client,
        engine,
        sfn,
        ledger: dynamoLedger(table, newId),
        views,
        papers: s3Papers({
          table,
          s3: s3Client,
          intakeBucket: BUCKETS.intake,
          evidenceBucket: BUCKETS.evidence,
          lockedDays: 3_650,
          clock,
        }),
        workflow: sfnWorkflow(table, sfn, engine.renovationMachineArn),
        outbox: dynamoOutbox(table, clock, sqsBell(clients.sqs, `${sqs.url}/123456789012/outbox`)),
        directory: dynamoDirectory(table, views, clock),
        names: dynamoNames(table),
        openSeal: () => openSeal(sealStore),
        rotateSigningKey: () => rotateSigningKey(sealStore),
        moveClockTo(to: Instant) {
          now = to;
        },
        async close() {
          for (const client of [s3Client, sfn]) client.destroy();
          engine.close();
          await Promise.all([s3, stepFunctions].map((server) => server.close()));
          database.close();
        },
      };
    },
    async close() {
      for (const client of Object.values(clients)) client.destroy();
      await Promise.all([dynamo, sqs].map((server) => server.close()));
    },
  };
}

export type Aws = Awaited<ReturnType<typeof startAws>>;
