// The engine on HTTP in the protocol of AWS (JSON 1.0): the AWS CLI and the SDKs work with it when given its address.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Database } from '../../adapters/sqlite/database.ts';
import type { StepFunctions } from './engine.ts';
import { ServiceError } from './errors.ts';
import { operations } from './operations.ts';

/** A definition may have 1 MiB, and JSON text may take six bytes for one of its characters. */
const LARGEST_REQUEST = 8 * 2 ** 20;

const ERROR_NAMESPACE = 'com.amazonaws.swf.service.v2.model#';

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** An answer is given once what it says is durable. */
export function stepFunctionsEndpoint(sfn: StepFunctions, database: Database): Server {
  // Longer than clients keep a connection that they do not use: else they write into one that is being closed.
  return createServer({ keepAliveTimeout: 65_000 }, async (request, response) => {
    const { status, body } = await answer(sfn, database, request);
    const content = Buffer.from(JSON.stringify(body, epochSeconds));
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': content.length,
      'x-amzn-requestid': randomUUID(),
    });
    response.end(content);
  });
}

async function answer(sfn: StepFunctions, database: Database, request: IncomingMessage): Promise<Answer> {
  try {
    const body = operationOf(request)(sfn, await bodyOf(request));
    await database.durable();
    return { status: 200, body };
  } catch (error) {
    if (error instanceof ServiceError) {
      return { status: 400, body: { __type: `${ERROR_NAMESPACE}${error.name}`, message: error.message } };
    }
    console.error(error);
    // SDKs try again on this one.
    return { status: 500, body: { __type: 'InternalFailure', message: 'The request could not be processed.' } };
  }
}

/** The target header also keeps web pages out: a browser does not send it to another origin unasked. */
function operationOf(request: IncomingMessage) {
  const target = String(request.headers['x-amz-target'] ?? '');
  const name = target.startsWith('AWSStepFunctions.') ? target.slice('AWSStepFunctions.'.length) : '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (request.method === 'POST' && operation) return operation;
  throw new ServiceError('UnknownOperationException', `Unknown operation '${target.slice(0, 100)}'`);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > LARGEST_REQUEST) {
    throw new ServiceError('SerializationException', `A request takes a content-length of at most ${LARGEST_REQUEST}`);
  }
  try {
    return JSON.parse((await textOf(request)) || '{}');
  } catch {
    throw new ServiceError('SerializationException', 'The request is not JSON');
  }
}

/** Without an iterator, which takes longer than all the rest of a request. */
function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks).toString()))
      .on('error', reject);
  });
}

/** JSON.stringify has already called toJSON on dates when it asks the replacer. */
function epochSeconds(this: unknown, key: string, value: unknown): unknown {
  const original = typeof this === 'object' && this !== null ? Reflect.get(this, key) : undefined;
  return original instanceof Date ? original.getTime() / 1000 : value;
}
