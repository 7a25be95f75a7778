// All ports on AWS: one table, two buckets and a third for the keys, Step Functions, one queue.
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Papers, Ports } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { dynamoDirectory } from './directory.ts';
import type { EvidenceStore } from './erasures.ts';
import { withFaults } from './faults.ts';
import { dynamoLedger } from './ledger.ts';
import { dynamoOutbox, sqsBell } from './outbox.ts';
import { s3Papers } from './papers.ts';
import { openSeal } from './seal.ts';
import { stepPorts } from './step-ports.ts';
import { dynamoViews } from './views.ts';
import { openTable, waitPorts } from './wait-ports.ts';
import { withheld } from './withheld.ts';

export const openS3 = ({ bucketsByPath }: AwsConfig): S3Client =>
  withFaults(new S3Client({ forcePathStyle: bucketsByPath }));

/** The ports of what runs behind the ledger: projector, reconciler, sender. They have no hand in papers, keys and people. */
export function sweepPorts(config: AwsConfig, newId: () => string): Ports {
  const table = openTable(config);
  const ring = sqsBell(withFaults(new SQSClient()), config.outboxQueueUrl);
  return { ...stepPorts(config, table, newId), outbox: dynamoOutbox(table, clock, ring) };
}

/** The ports of what looks for papers whose time is over: it reads papers, and has no hand in anything but its register. */
export function retentionPorts(config: AwsConfig, newId: () => string): Ports {
  const table = openTable(config);
  return {
    ...waitPorts(table, newId),
    workflow: withheld('workflow'),
    ledger: dynamoLedger(table, newId),
    views: dynamoViews(table, clock),
    papers: papersIn(config),
  };
}

/** Where the bytes are taken away of papers that were erased. */
export const openEvidence = (config: AwsConfig): EvidenceStore => ({
  table: openTable(config),
  s3: openS3(config),
  bucket: config.evidenceBucket,
});

const papersIn = (config: AwsConfig): Papers => {
  const { intakeBucket, evidenceBucket, lockedDays } = config;
  return s3Papers({ table: openTable(config), s3: openS3(config), intakeBucket, evidenceBucket, lockedDays, clock });
};

/** The ports of the routes. */
export async function openAwsPorts(config: AwsConfig, newId: () => string): Promise<Ports> {
  const ports = sweepPorts(config, newId);
  return {
    ...ports,
    directory: dynamoDirectory(openTable(config), ports.views, clock),
    papers: papersIn(config),
    seal: await openSeal({ s3: openS3(config), bucket: config.keysBucket }),
  };
}
