// All ports on AWS: one table, two buckets and a third for the keys, Step Functions, one queue.
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Ports } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { withFaults } from './faults.ts';
import { dynamoOutbox, sqsBell } from './outbox.ts';
import { s3Papers } from './papers.ts';
import { openSeal } from './seal.ts';
import { openTable, stepPorts } from './step-ports.ts';

export const openS3 = ({ bucketsByPath }: AwsConfig): S3Client =>
  withFaults(new S3Client({ forcePathStyle: bucketsByPath }));

export async function openAwsPorts(config: AwsConfig, newId: () => string): Promise<Ports> {
  const { intakeBucket, evidenceBucket, keysBucket, outboxQueueUrl, lockedDays } = config;
  const table = openTable(config);
  const s3 = openS3(config);
  return {
    ...stepPorts(config, table, newId),
    papers: s3Papers({ table, s3, intakeBucket, evidenceBucket, lockedDays, clock }),
    outbox: dynamoOutbox(table, clock, sqsBell(withFaults(new SQSClient()), outboxQueueUrl)),
    seal: await openSeal({ s3, bucket: keysBucket }),
  };
}
