// DynamoDB for tests: dynalite, and in front of it the transactions that it lacks, one request at a time.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Readable } from 'node:stream';
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

/** One item that was written or taken away, as the stream of a table tells of it. */
export interface ItemChange {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly pk: string;
  readonly sk: string;
}

/** Units of capacity that a request has consumed, as DynamoDB charges them. */
export type Consumed = (kind: 'tableReadUnits' | 'tableWriteUnits', units: number) => void;

export interface DynamoOptions {
  /** Hears of every change of an item, in order; of those of one transaction when it is done. */
  readonly changed?: (change: ItemChange) => void;
  /** Hears of the units of every request. */
  readonly consumed?: Consumed;
  /** Runs each request, to see how long it takes. */
  readonly within?: <T>(request: () => Promise<T>) => Promise<T>;
}

export function startDynamo({ changed, consumed, within = (run) => run() }: DynamoOptions = {}): Promise<Listening> {
  const dynamo = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const known = new KnownItems();
  // One after the other: what a transaction has done so far is seen by nobody until it is done.
  let last: Promise<unknown> = Promise.resolve();
  const front = createServer(async (request, response) => {
    const { headers } = request;
    const operation = String(headers['x-amz-target']).slice(TARGET.length);
    const asked = JSON.parse(await text(request));
    const isTransaction = operation === 'TransactWriteItems';
    const call: Call = async (name, body) => {
      const target = { ...headers, 'x-amz-target': `${TARGET}${name}` };
      const asking = consumed && CHARGED.has(name) ? { ...body, ReturnConsumedCapacity: 'TOTAL' } : body;
      const given = await callInProcess(dynamo, target, asking);
      if (consumed && CHARGED.has(name)) consumed(...unitsOf(name, body, given, isTransaction));
      return given;
    };
    const handled = async () => {
      const given = await (isTransaction ? transact(call, asked) : call(operation, asked));
      if (given.status === 200 && changed) for (const change of known.changesOf(operation, asked)) changed(change);
      return given;
    };
    const answer = within(() => last.then(handled));
    last = answer.catch(() => {});
    const { status, content } = await answer;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(content);
  });
  return listening(front);
}

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);
const CHARGED = new Set([...WRITES, 'GetItem', 'Query']);
const charged = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }).optional() });
/** Waits, messages and first entries also stand in the index, which dynalite does not charge for. */
const LISTED_KEY = /"pk":\{"S":"(?:WAITS|MESSAGE)#|"sk":\{"S":"ENTRY#0*1"/;

/** A write that fails its condition is charged one unit; one in a transaction is charged twice. */
function unitsOf(
  operation: string,
  asked: object,
  { status, content }: Answer,
  isTransaction: boolean,
): Parameters<Consumed> {
  const { ConsumedCapacity } = status === 200 ? charged.parse(JSON.parse(content)) : {};
  const units = ConsumedCapacity?.CapacityUnits ?? 1;
  if (!WRITES.has(operation)) return ['tableReadUnits', units];
  const inIndex = LISTED_KEY.test(JSON.stringify(asked)) ? 1 : 0;
  return ['tableWriteUnits', (units + inIndex) * (isTransaction ? 2 : 1)];
}

const change = z.union([
  z.object({
    TableName: z.string(),
    Item: z.looseObject({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
  z.object({
    TableName: z.string(),
    Key: z.looseObject({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
]);

/** Which items there are, so that a change of one is told from its arrival. */
class KnownItems {
  readonly #places = new Set<string>();

  changesOf(operation: string, asked: unknown): readonly ItemChange[] {
    switch (operation) {
      case 'PutItem':
      case 'UpdateItem':
        return [this.#written(asked)];
      case 'DeleteItem':
        return this.#removed(asked);
      case 'TransactWriteItems':
        return transaction
          .parse(asked)
          .TransactItems.map((action) => this.#written('Put' in action ? action.Put : action.Update));
      default:
        return [];
    }
  }

  #written(asked: unknown): ItemChange {
    const { place, pk, sk } = placeOf(asked);
    const eventName = this.#places.has(place) ? 'MODIFY' : 'INSERT';
    this.#places.add(place);
    return { eventName, pk, sk };
  }

  #removed(asked: unknown): readonly ItemChange[] {
    const { place, pk, sk } = placeOf(asked);
    return this.#places.delete(place) ? [{ eventName: 'REMOVE', pk, sk }] : [];
  }
}

function placeOf(asked: unknown): { place: string; pk: string; sk: string } {
  const parsed = change.parse(asked);
  const { pk, sk } = 'Item' in parsed ? parsed.Item : parsed.Key;
  return { place: `${parsed.TableName} ${pk.S} ${sk.S}`, pk: pk.S, sk: sk.S };
}

/** What the adapters look for in the index, beside its keys. */
export const LISTED_ATTRIBUTES = [
  'projectId',
  'wait',
  'execution',
  'openedAt',
  'availableAt',
  'enqueuedAt',
  'revision',
] as const;

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
            NonKeyAttributes: [...LISTED_ATTRIBUTES],
          },
        },
      ],
    }),
  );
}

interface Answer {
  readonly status: number;
  readonly content: string;
}

/** dynalite is handed requests as its own server would hand them over, without another connection in between. */
function callInProcess(dynamo: Server, headers: IncomingMessage['headers'], asked: object): Promise<Answer> {
  const request = Object.assign(Readable.from([Buffer.from(JSON.stringify(asked))]), {
    method: 'POST',
    url: '/',
    headers,
  });
  return new Promise((resolve) => {
    const response = {
      statusCode: 200,
      setHeader() {},
      end: (content: unknown) => resolve({ status: response.statusCode, content: String(content) }),
    };
    dynamo.emit('request', request, response);
  });
}

type Call = (operation: string, asked: object) => Promise<Answer>;

/** Does one action after the other; when one fails, puts back what stood in the places of those before it. */
async function transact(call: Call, asked: unknown): Promise<Answer> {
  const { TransactItems: actions } = transaction.parse(asked);
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
    for (const putBack of undo.toReversed()) await putBack();
    if (!done.content.includes('ConditionalCheckFailedException')) return done;
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
