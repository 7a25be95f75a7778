// Dead letters are dealt with by what is in them, and lie in their queue until that has worked.
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectAgain } from '../../../adapters/aws/project-again.ts';
import { grantPost } from '../../../domain/directory/give-posts.ts';
import { EMPTY_HEAD, type Entry, type Head, sealEntry } from '../../../domain/ledger.ts';
import { registerLedger } from '../../../domain/paper/issue-register.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { answerLetter, type LetterActs } from '../../../local/operate/answer-letter.ts';
import { redriveLetters } from '../../../local/operate/redrive-letters.ts';
import { objectCreated } from '../../support/aws/events.ts';
import { type Queue, startSqs } from '../../support/aws/sqs.ts';
import { CREDENTIALS, REGION, startAws } from '../../support/aws/start-aws.ts';

const givenUpBy = (functionName: string) =>
  JSON.stringify({
    requestContext: {
      requestId: 'c9b8fa9f-5a7f-xmpl-af9c-0c604cde93a5',
      functionArn: `arn:aws-cn:lambda:cn-north-1:123456789012:function:${functionName}:live`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 100,
    },
    version: '1.0',
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000001573689847184-864758bb',
      startSequenceNumber: '800000000003126276362',
      endSequenceNumber: '800000000003126276362',
      batchSize: 1,
      streamArn: 'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/jiugai/stream/2026-03-02T00:00:00.000',
    },
  });

let sqs: Queue;
let client: SQSClient;
let queueUrl: string;
let did: string[];
let acts: LetterActs;
beforeAll(async () => {
  sqs = await startSqs();
  client = new SQSClient({ endpoint: sqs.url, region: REGION, credentials: CREDENTIALS });
  queueUrl = `${sqs.url}/123456789012/letters`;
});
afterAll(async () => {
  client.destroy();
  await sqs.close();
});
beforeEach(() => {
  did = [];
  const note = (what: string) => async () => did.push(what);
  acts = {
    receive: note('received'),
    projectAgain: note('projected'),
    fileOpenStacks: note('filed'),
    ringBell: note('rung'),
  };
});

const redrive = (bodies: readonly string[]) => {
  sqs.lying.set(queueUrl, [...bodies]);
  return redriveLetters(client, queueUrl, (body) => answerLetter(acts, body));
};

describe('dead letters', () => {
  it.each([
    ['a file that was not taken in', JSON.stringify(objectCreated('uploads/u-1', 10)), ['received']],
    ['entries that were not projected', givenUpBy('jiugai-workflow-ProjectionProjectEntries-1A'), ['projected']],
    ['a stack that was not filed', givenUpBy('jiugai-workflow-FilingFileStacks-2B'), ['filed']],
    ['a bell that nobody heard', 'messages are due', ['rung']],
    ['a round that was not started', '{}', []],
  ])('of %s are dealt with', async (_what, body, expected) => {
    const { done, failed } = await redrive([body]);
    expect(did).toEqual(expected);
    expect([...done.values()]).toEqual([1]);
    expect(failed).toEqual([]);
  });

  it('are taken until the queue is empty, also more than SQS gives at once', async () => {
    const { done } = await redrive(Array.from({ length: 23 }, () => 'messages are due'));
    expect(done.get('bell rung')).toBe(23);
  });

  it('stay in the queue when what they ask for fails, or when nobody knows what they are', async () => {
    acts = { ...acts, ringBell: () => Promise.reject(new Error('no right to send')) };
    const { done, failed } = await redrive(['messages are due', '{"a":1}', 'no JSON', '{}']);
    expect([...done.values()]).toEqual([1]);
    expect(failed).toHaveLength(3);
    // They are out of sight for as long as a run may take, and then lie there again.
    sqs.pass(3_599);
    expect(sqs.lying.get(queueUrl)).toEqual([]);
    sqs.pass(1);
    expect(sqs.lying.get(queueUrl)).toEqual(['messages are due', '{"a":1}', 'no JSON']);
  });
});

it('projects again what the projector gave up on', async () => {
  const aws = await startAws();
  const opened = await aws.open();
  const context = { at: aws.clock.now(), actor: SYSTEM, rulebook: 'lucheng-2020-21@1', calendar: 'cn-2004-2026@1' };
  const ref = { kind: 'GRANTS', id: '330302' } as const;
  const given: Entry[] = [];
  for (const personId of ['p-17', 'p-18']) {
    const { entry } = grantPost(ref, given, { personId, role: 'STREET', unit: '330302001' }, context);
    await opened.ledger.append(ref, entry, NO_CONSEQUENCES);
    given.push(entry);
  }
  const register = registerLedger('五马街办-2026');
  const paper = {
    ...{ projectNo: '330302-2026-0017', version: 1, title: '认定书', issuer: '五马街道办事处' },
    ...{ issuedOn: '2026-03-02', pages: 1 },
  };
  let head: Head = EMPTY_HEAD;
  for (const [kind, digit] of [
    ['B1', 'a'],
    ['N1', 'b'],
  ] as const) {
    const payload = { ...paper, kind, sha256: digit.repeat(64) };
    const entry = sealEntry(register, head, { ...context, act: 'issue-paper', payload, findings: [] });
    await opened.ledger.append(register, entry, NO_CONSEQUENCES);
    head = entry;
  }
  expect(await opened.directory.find('p-17')).toBeUndefined();
  expect(await projectAgain(opened)).toBe(2);
  for (const personId of ['p-17', 'p-18']) {
    expect(await opened.directory.find(personId)).toMatchObject({ posts: [{ role: 'STREET' }] });
  }
  const issued = (await opened.views.query('issued-papers', paper.projectNo)).rows;
  expect(issued.map(({ value }) => value.kind)).toEqual(['B1', 'N1']);
  await opened.close();
  await aws.close();
});
