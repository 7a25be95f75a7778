// `npm run redrive -- QUEUE_URL`: deals with the dead letters of an installation on AWS, with the rights of who runs it.
import { randomUUID } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsConfig } from '../../adapters/aws/config.ts';
import { sqsBell } from '../../adapters/aws/outbox.ts';
import { openAwsPorts } from '../../adapters/aws/ports.ts';
import { projectAgain } from '../../adapters/aws/project-again.ts';
import { receiveUpload } from '../../functions/intake/lambda.ts';
import { fileStack } from '../../functions/intake/scan/file-stack.ts';
import { listOpenStacks } from '../../functions/intake/scan/stack-records.ts';
import { answerLetter } from './answer-letter.ts';
import { redriveLetters } from './redrive-letters.ts';

const [queueUrl] = process.argv.slice(2);
if (queueUrl === undefined) {
  console.error('用法 Usage: npm run redrive -- QUEUE_URL');
  process.exit(2);
}
const config = readAwsConfig(process.env);
const ports = await openAwsPorts(config, randomUUID);
const sqs = new SQSClient();
const ring = sqsBell(sqs, config.outboxQueueUrl);
const { done, failed } = await redriveLetters(sqs, queueUrl, (body) =>
  answerLetter(
    {
      receive: (event) => receiveUpload(event as Parameters<typeof receiveUpload>[0], {}),
      projectAgain: () => projectAgain(ports),
      async fileOpenStacks() {
        for (const uploadId of await listOpenStacks(ports)) await fileStack(ports, uploadId);
      },
      ringBell: () => ring(0),
    },
    body,
  ),
);
for (const [what, count] of done) console.log(`${what}: ${count}`);
console.log(
  `${[...done.values()].reduce((sum, count) => sum + count, 0)} 封已处理 dealt with，${failed.length} 封仍在队列 left`,
);
for (const { name, message } of failed) console.error(`  ${name}: ${message}`);
process.exitCode = failed.length === 0 ? 0 : 1;
