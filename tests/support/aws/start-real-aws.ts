// The real services of an account for the contract tests: a table of its own for each test, the buckets and the queue of an
// installation for trials. Executions are answered by the recording Step Functions: a real one would walk through the steps.
import {
  DeleteTableCommand,
  type DynamoDBClient as Dynamo,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsConfig } from '../../../adapters/aws/config.ts';
import { dynamoDirectory, dynamoNames } from '../../../adapters/aws/directory.ts';
import { withFaults } from '../../../adapters/aws/faults.ts';
import { dynamoLedger } from '../../../adapters/aws/ledger.ts';
import { dynamoOutbox, sqsBell } from '../../../adapters/aws/outbox.ts';
import { s3Papers } from '../../../adapters/aws/papers.ts';
import type { Table } from '../../../adapters/aws/table.ts';
import { dynamoViews } from '../../../adapters/aws/views.ts';
import { sfnWorkflow } from '../../../adapters/aws/workflow.ts';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Clock } from '../../../domain/ports.ts';
import { RENOVATION_ARN, RecordingEngine } from '../ports/recording-engine.ts';
import { createTable } from './dynamo.ts';
import { CREDENTIALS, REGION } from './start-aws.ts';
import { startStepFunctions } from './step-functions.ts';

/** Seconds. */
const PATIENCE = 120;
/** A real index is behind its table by less. */
const INDEX_LAG = 2_000;

/** `stackName` begins the names of the tables; the settings are those of the installation. */
export async function startRealAws(stackName: string, environment: NodeJS.ProcessEnv) {
  const config = readAwsConfig(environment);
  const dynamo = readingIndexesLate(withFaults(new DynamoDBClient()));
  const s3 = withFaults(new S3Client());
  const sqs = withFaults(new SQSClient());
  let engine = new RecordingEngine(() => 0);
  const stepFunctions = await startStepFunctions(() => engine);
  const sfn = withFaults(new SFNClient({ region: REGION, credentials: CREDENTIALS, endpoint: stepFunctions.url }));

  return {
    async open() {
      let now = instantOf(Date.UTC(2026, 2, 2, 1));
      engine = new RecordingEngine(() => 0);
      const clock: Clock = { now: () => now };
      const newId = () => crypto.randomUUID();
      const table: Table = { client: dynamo, name: `${stackName}-contract-${newId()}` };
      await createTable(dynamo, table.name);
      await waitUntilTableExists({ client: dynamo, maxWaitTime: PATIENCE }, { TableName: table.name });
      const { intakeBucket, evidenceBucket } = config;
      const views = dynamoViews(table, clock);
      return {
        table,
        engine,
        ledger: dynamoLedger(table, newId),
        views,
        // Locked for no longer than it takes: nobody wants papers of tests for ten years.
        papers: s3Papers({ table, s3, intakeBucket, evidenceBucket, lockedDays: lockedUntilTomorrow(now), clock }),
        workflow: sfnWorkflow(table, sfn, RENOVATION_ARN),
        outbox: dynamoOutbox(table, clock, sqsBell(sqs, config.outboxQueueUrl)),
        directory: dynamoDirectory(table, views),
        names: dynamoNames(table),
        moveClockTo(to: Instant) {
          now = to;
        },
        async close() {
          await dynamo.send(new DeleteTableCommand({ TableName: table.name }));
        },
      };
    },
    async close() {
      for (const client of [dynamo, s3, sqs, sfn]) client.destroy();
      await stepFunctions.close();
    },
  };
}

/** The clock of the contract stands in 2026, the lock of S3 counts from today. */
const lockedUntilTomorrow = (from: Instant): number => Math.ceil((Date.now() - Date.parse(from)) / 86_400_000) + 1;

/** What was written a moment ago is looked for in an index only when it must be there. */
function readingIndexesLate(client: Dynamo): Dynamo {
  client.middlewareStack.add(
    (next) => async (args) => {
      if ('IndexName' in args.input) await new Promise((resolve) => setTimeout(resolve, INDEX_LAG));
      return next(args);
    },
    { step: 'initialize', name: 'readingIndexesLate' },
  );
  return client;
}
