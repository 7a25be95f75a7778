// Where an asynchronous edge leaves what it could not hand on: kept for two weeks, watched, and redriven by hand.
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export function deadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    // What lies here names projects by number; it holds no data of theirs.
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, 'AwsSolutions-SQS3', 'It is the queue for dead letters itself.');
  return queue;
}
