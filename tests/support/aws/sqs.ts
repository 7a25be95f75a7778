// An SQS that remembers what was sent to it; it refuses delays that SQS refuses.
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
}

export async function startSqs(): Promise<Queue> {
  const sent: SentMessage[] = [];
  const server = createServer(async (request, response) => {
    // What the SDK sends for SendMessage, the one operation that the outbox uses.
    const message = JSON.parse(await text(request)) as SentMessage;
    const { DelaySeconds = 0 } = message;
    const isValid =
      request.headers['x-amz-target'] === 'AmazonSQS.SendMessage' &&
      Number.isInteger(DelaySeconds) &&
      DelaySeconds >= 0 &&
      DelaySeconds <= 900;
    response.writeHead(isValid ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
    if (isValid) sent.push(message);
    const MD5OfMessageBody = createHash('md5').update(message.MessageBody).digest('hex');
    const refusal = { __type: 'com.amazonaws.sqs#InvalidParameterValue' };
    response.end(JSON.stringify(isValid ? { MessageId: String(sent.length), MD5OfMessageBody } : refusal));
  });
  return { ...(await listening(server)), sent };
}
