// An SQS that remembers what was sent to it and hands out what lies in its queues; it refuses delays that SQS refuses.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listening } from './listening.ts';

export interface SentMessage {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
}

export interface Queue extends Listening {
  readonly sent: SentMessage[];
  /** Bodies that lie in a queue, by its URL. */
  readonly lying: Map<string, string[]>;
  /** Letters that were taken and not deleted come back when their time is over. */
  pass(seconds: number): void;
}

interface Asked extends SentMessage {
  readonly ReceiptHandle?: string;
  readonly MaxNumberOfMessages?: number;
  readonly VisibilityTimeout?: number;
}

interface Held {
  readonly queueUrl: string;
  readonly body: string;
  readonly until: number;
}

/** Of a queue that says nothing else. */
const VISIBILITY_SECONDS = 30;

const md5 = (body: string): string => createHash('md5').update(body).digest('hex');

/** `heard`: of every request. */
export async function startSqs(heard?: () => void): Promise<Queue> {
  const sent: SentMessage[] = [];
  const lying = new Map<string, string[]>();
  const held = new Map<string, Held>();
  let now = 0;
  let receipts = 0;

  const operations: Readonly<Record<string, (asked: Asked) => object | undefined>> = {
    SendMessage(asked) {
      const { DelaySeconds = 0 } = asked;
      if (!Number.isInteger(DelaySeconds) || DelaySeconds < 0 || DelaySeconds > 900) return undefined;
      sent.push(asked);
      return { MessageId: String(sent.length), MD5OfMessageBody: md5(asked.MessageBody) };
    },
    ReceiveMessage({ QueueUrl, MaxNumberOfMessages = 1, VisibilityTimeout = VISIBILITY_SECONDS }) {
      if (MaxNumberOfMessages > 10 || VisibilityTimeout > 43_200) return undefined;
      const bodies = lying.get(QueueUrl)?.splice(0, MaxNumberOfMessages) ?? [];
      const messages = bodies.map((Body) => {
        receipts += 1;
        const ReceiptHandle = `receipt-${receipts}`;
        held.set(ReceiptHandle, { queueUrl: QueueUrl, body: Body, until: now + VisibilityTimeout });
        return { MessageId: ReceiptHandle, ReceiptHandle, Body, MD5OfBody: md5(Body) };
      });
      return messages.length > 0 ? { Messages: messages } : {};
    },
    DeleteMessage({ ReceiptHandle = '' }) {
      return held.delete(ReceiptHandle) ? {} : undefined;
    },
  };

  const server = createServer(async (request, response) => {
    heard?.();
    // What the SDK sends in the JSON protocol.
    const asked = JSON.parse(await text(request)) as Asked;
    const operation = operations[String(request.headers['x-amz-target']).replace('AmazonSQS.', '')];
    const answer = operation?.(asked);
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answer ?? { __type: 'com.amazonaws.sqs#InvalidParameterValue' }));
  });
  return {
    ...(await listening(server)),
    sent,
    lying,
    pass(seconds) {
      now += seconds;
      for (const [receipt, { queueUrl, body, until }] of held) {
        if (until > now) continue;
        held.delete(receipt);
        lying.set(queueUrl, [...(lying.get(queueUrl) ?? []), body]);
      }
    },
  };
}
