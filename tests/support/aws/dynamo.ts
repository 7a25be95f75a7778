// DynamoDB for tests: dynalite, and in front of it the transactions that it lacks, one request at a time.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import * as z from 'zod';
import { type Listening, listening } from './listening.ts';

const TARGET = 'DynamoDB_20120810.';
const item = z.record(z.string(), z.unknown());
const conditional = { TableName: z.string(), ConditionExpression: z.string().optional() };
const transaction = z.object({
  TransactItems: z.array(
    z.union([
      z.object({ Put: z.looseObject({ ...conditional, Item: item }) }),
      z.object({ Update: z.looseObject({ ...conditional, Key: item }) }),
    ]),
  ),
});
type Action = z.output<typeof transaction>['TransactItems'][number];

export async function startDynamo(): Promise<Listening> {
  const dynamo = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const store = await listening(dynamo);
  const front = await listening(transactionsOver(dynamo, store.url));
  return {
    url: front.url,
    async close() {
      await front.close();
      await store.close();
    },
  };
}

/** The table as the data stack makes it. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'listed', 'place'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'listed',
          KeySchema: [
            { AttributeName: 'listed', KeyType: 'HASH' },
            { AttributeName: 'place', KeyType: 'RANGE' },
          ],
          Projection: {
            ProjectionType: 'INCLUDE',
            NonKeyAttributes: ['projectId', 'wait', 'execution', 'openedAt', 'availableAt'],
          },
        },
      ],
    }),
  );
}

function transactionsOver(dynamo: Server, storeUrl: string): Server {
  // One after the other: what a transaction has done so far is seen by nobody until it is done.
  let last: Promise<unknown> = Promise.resolve();
  return createServer((request, response) => {
    last = last
      .then(() => (isTransaction(request) ? answer(storeUrl, request, response) : handOver(dynamo, request, response)))
      .catch((error) => response.destroy(error));
  });
}

const isTransaction = ({ headers }: IncomingMessage): boolean =>
  headers['x-amz-target'] === `${TARGET}TransactWriteItems`;

function handOver(dynamo: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    dynamo.emit('request', request, response);
  });
}

async function answer(storeUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const call = async (operation: string, asked: object) => {
    const headers = { ...headersOf(request.headers), 'x-amz-target': `${TARGET}${operation}` };
    const answered = await fetch(storeUrl, { method: 'POST', headers, body: JSON.stringify(asked) });
    return { status: answered.status, content: await answered.text() };
  };
  const { status, content } = await transact(call, transaction.parse(JSON.parse(body)).TransactItems);
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(content);
}

type Call = (operation: string, asked: object) => Promise<{ status: number; content: string }>;

/** Does one action after the other; when one fails, puts back what stood in the places of those before it. */
async function transact(call: Call, actions: readonly Action[]): Promise<{ status: number; content: string }> {
  const undo: (() => Promise<unknown>)[] = [];
  for (const [place, action] of actions.entries()) {
    const { operation, request } = requestOf(action);
    const { TableName } = request;
    const done = await call(operation, { ...request, ReturnValues: 'ALL_OLD' });
    if (done.status === 200) {
      const { Attributes } = z.object({ Attributes: item.optional() }).parse(JSON.parse(done.content));
      undo.push(() =>
        Attributes
          ? call('PutItem', { TableName, Item: { ...keyOf(action), ...Attributes } })
          : call('DeleteItem', { TableName, Key: keyOf(action) }),
      );
      continue;
    }
    if (!done.content.includes('ConditionalCheckFailedException')) return done;
    for (const putBack of undo.toReversed()) await putBack();
    return cancelled(actions.map((_, other) => (other === place ? 'ConditionalCheckFailed' : 'None')));
  }
  return { status: 200, content: '{}' };
}

const requestOf = (action: Action) =>
  'Put' in action ? { operation: 'PutItem', request: action.Put } : { operation: 'UpdateItem', request: action.Update };

function keyOf(action: Action): Record<string, unknown> {
  const { pk, sk } = 'Put' in action ? action.Put.Item : action.Update.Key;
  return { pk, sk };
}

const cancelled = (codes: readonly string[]) => ({
  status: 400,
  content: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});

/** What belongs to the connection is not handed on. */
const OF_CONNECTION = new Set(['connection', 'content-length', 'host', 'transfer-encoding', 'expect']);

const headersOf = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !OF_CONNECTION.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
