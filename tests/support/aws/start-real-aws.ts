// The real services of an account for the contract tests: a table and machines of its own for each test, the buckets and the
// queue of an installation for trials.
import {
  DeleteTableCommand,
  type DynamoDBClient as Dynamo,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsConfig } from '../../../adapters/aws/config.ts';
import { dynamoDirectory, dynamoNames } from '../../../adapters/aws/directory.ts';
import { withFaults } from '../../../adapters/aws/faults.ts';
import { dynamoLedger } from '../../../adapters/aws/ledger.ts';
import { dynamoOutbox, sqsBell } from '../../../adapters/aws/outbox.ts';
import { s3Papers } from '../../../adapters/aws/papers.ts';
import { openS3 } from '../../../adapters/aws/ports.ts';
import { openSeal, rotateSigningKey } from '../../../adapters/aws/seal.ts';
import type { Table } from '../../../adapters/aws/table.ts';
import { dynamoViews } from '../../../adapters/aws/views.ts';
import { sfnWorkflow } from '../../../adapters/aws/workflow.ts';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Clock } from '../../../domain/ports.ts';
import type { ObservedEngine } from '../../adapters/contract/workflow.ts';
import { createTable } from './dynamo.ts';
import { openRealEngine } from './real-engine.ts';

/** Seconds. */
const PATIENCE = 120;
/** An index of a real table, and a listing of real executions, are behind what was written by less. */
const LAG = 2_000;
/** Asked only when what was done a moment ago must be there. */
const BEHIND = ['ListExecutionsCommand', 'DescribeExecutionCommand'];

export interface RealAwsOptions {
  /** Milliseconds. */
  readonly lag?: number;
  readonly letTimePass?: (seconds: number) => Promise<void>;
}

/** `stackName` begins the names of what is made; the settings are those of the installation. */
export async function startRealAws(
  stackName: string,
  environment: NodeJS.ProcessEnv,
  { lag = LAG, letTimePass }: RealAwsOptions = {},
) {
  const config = readAwsConfig(environment);
  const dynamo = askedLate(withFaults(new DynamoDBClient()), lag);
  const s3 = openS3(config);
  const sqs = withFaults(new SQSClient());
  const sfn = askedLate(withFaults(new SFNClient()), lag);
  // That of the installation's own machine: the machines of the tests call nothing.
  const stateMachineArn = config.renovationMachineArn.replace(/(:stateMachine:[^:]+):.*$/, '$1');
  const { roleArn = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));

  return {
    async open() {
      let now = instantOf(Date.UTC(2026, 2, 2, 1));
      const clock: Clock = { now: () => now };
      const newId = () => crypto.randomUUID();
      const named = `${stackName}-contract-${newId().slice(0, 8)}`;
      const table: Table = { client: dynamo, name: named };
      await createTable(dynamo, table.name);
      await waitUntilTableExists({ client: dynamo, maxWaitTime: PATIENCE }, { TableName: table.name });
      const {
        close: closeEngine,
        renovationMachineArn,
        ...observed
      } = await openRealEngine(sfn, {
        prefix: named,
        roleArn,
        ...(letTimePass && { letTimePass }),
      });
      const engine: ObservedEngine = observed;
      const { intakeBucket, evidenceBucket } = config;
      // Beside the installation's own, which stay as they are.
      const sealStore = { s3, bucket: config.keysBucket, key: `${named}.json` };
      const views = dynamoViews(table, clock);
      return {
        table,
        engine,
        ledger: dynamoLedger(table, newId),
        views,
        // Locked for no longer than it takes: nobody wants papers of tests for ten years.
        papers: s3Papers({ table, s3, intakeBucket, evidenceBucket, lockedDays: lockedUntilTomorrow(now), clock }),
        workflow: sfnWorkflow(table, sfn, renovationMachineArn),
        outbox: dynamoOutbox(table, clock, sqsBell(sqs, config.outboxQueueUrl)),
        directory: dynamoDirectory(table, views, clock),
        names: dynamoNames(table),
        openSeal: () => openSeal(sealStore),
        rotateSigningKey: () => rotateSigningKey(sealStore),
        moveClockTo(to: Instant) {
          now = to;
        },
        async close() {
          await s3.send(new DeleteObjectCommand({ Bucket: sealStore.bucket, Key: sealStore.key }));
          await closeEngine();
          await dynamo.send(new DeleteTableCommand({ TableName: table.name }));
        },
      };
    },
    async close() {
      for (const client of [dynamo, s3, sqs, sfn]) client.destroy();
    },
  };
}

/** The clock of the contract stands in 2026, the lock of S3 counts from today. */
const lockedUntilTomorrow = (from: Instant): number => Math.ceil((Date.now() - Date.parse(from)) / 86_400_000) + 1;

/** What was written a moment ago is looked for behind an index or in a listing only when it must be there. */
function askedLate<C extends Dynamo | SFNClient>(client: C, lag: number): C {
  // The two clients have one kind of middleware, whose types name their own commands.
  (client as Dynamo).middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isBehind = 'IndexName' in args.input || BEHIND.includes(commandName);
        if (isBehind && lag > 0) await new Promise((resolve) => setTimeout(resolve, lag));
        return next(args);
      },
    { step: 'initialize', name: 'askedLate' },
  );
  return client;
}
