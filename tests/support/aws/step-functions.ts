// A recording Step Functions behind the protocol of AWS, so that the adapter is held to its contract through the SDK.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RecordingEngine } from '../ports/recording-engine.ts';
import { type Listening, listening } from './listening.ts';

const OPERATIONS = {
  StartExecution: 'startExecution',
  SendTaskSuccess: 'sendTaskSuccess',
  StopExecution: 'stopExecution',
  DescribeExecution: 'describeExecution',
  ListExecutions: 'listExecutions',
} as const satisfies Record<string, keyof RecordingEngine>;

/** `engine` is asked for at each request: every test has one of its own. */
export function startStepFunctions(engine: () => RecordingEngine): Promise<Listening> {
  return listening(
    createServer(async (request, response) => {
      const name = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
      const method = OPERATIONS[name as keyof typeof OPERATIONS];
      const answer = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body, seconds));
      try {
        const body = JSON.parse(await text(request));
        answer(200, engine()[method](body) ?? {});
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        answer(400, { __type: error.name, message: error.message });
      }
    }),
  );
}

/** The protocol writes times as seconds since the epoch. */
function seconds(this: unknown, key: string, value: unknown): unknown {
  const original: unknown = typeof this === 'object' && this !== null ? Reflect.get(this, key) : undefined;
  return original instanceof Date ? original.getTime() / 1000 : value;
}
