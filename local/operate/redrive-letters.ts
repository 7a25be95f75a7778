// Takes dead letters one by one, has each of them dealt with, and only then takes it off its queue.
import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** As many as SQS gives at once. */
const AT_ONCE = 10;
/** Seconds: a letter that fails comes back only after the run. */
const HELD = 3_600;

export interface Redriven {
  /** By what was done with them. */
  readonly done: ReadonlyMap<string, number>;
  /** Still on the queue. */
  readonly failed: readonly Error[];
}

/** Until the queue gives nothing more. `answer` says in a word what it did. */
export async function redriveLetters(
  sqs: SQSClient,
  queueUrl: string,
  answer: (body: string) => Promise<string>,
): Promise<Redriven> {
  const done = new Map<string, number>();
  const failed: Error[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: AT_ONCE, VisibilityTimeout: HELD }),
    );
    if (Messages.length === 0) return { done, failed };
    for (const { Body = '', ReceiptHandle } of Messages) {
      try {
        const what = await answer(Body);
        await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
        done.set(what, (done.get(what) ?? 0) + 1);
      } catch (error) {
        failed.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
}
