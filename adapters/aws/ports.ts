// All ports on AWS: one table, two buckets and a third for the keys, Step Functions, one queue.
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Ports } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { dynamoDirectory } from './directory.ts';
import { withFaults } from './faults.ts';
import { dynamoOutbox, sqsBell } from './outbox.ts';
import { s3Papers } from './papers.ts';
import { openSeal } from './seal.ts';
import { stepPorts } from './step-ports.ts';
import { openTable } from './wait-ports.ts';

export const openS3 = ({ bucketsByPath }: AwsConfig): S3Client =>
  withFaults(new S3Client({ forcePathStyle: bucketsByPath }));

/** The ports of what runs behind the ledger: projector, reconciler, sender. They have no hand in papers, keys and people. */
export function sweepPorts(config: AwsConfig, newId: () => string): Ports {
  const table = openTable(config);
  const ring = sqsBell(withFaults(new SQSClient()), config.outboxQueueUrl);
  return { ...stepPorts(config, table, newId), outbox: dynamoOutbox(table, clock, ring) };
}

/** The ports of the routes. */
export async function openAwsPorts(config: AwsConfig, newId: () => string): Promise<Ports> {
  const { intakeBucket, evidenceBucket, keysBucket, lockedDays } = config;
  const s3 = openS3(config);
  const ports = sweepPorts(config, newId);
  return {
    ...ports,
    directory: dynamoDirectory(openTable(config), ports.views),
    papers: s3Papers({ table: openTable(config), s3, intakeBucket, evidenceBucket, lockedDays, clock }),
    seal: await openSeal({ s3, bucket: keysBucket }),
  };
}
