// The single DynamoDB table: who stands where in it, and the three ways in which it is read.
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type LedgerKind, type LedgerRef, SUBJECT_FIELDS } from '../../domain/ledger.ts';

export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

export type Item = Record<string, AttributeValue>;

export interface Key {
  readonly pk: AttributeValue.SMember;
  readonly sk: AttributeValue.SMember;
}

/**
 * The one index, sparse, keys `listed` and `place`: first entries of ledgers by kind, open waits, messages on their way.
 * It is eventually consistent: whoever changes what was found in it makes the change conditional on the item itself.
 */
export const LISTED = 'listed';

const keyOf = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });
const SEQ_DIGITS = 8;

export const ledgerKey = ({ kind, id }: LedgerRef): string => `${kind}#${id}`;
export const entryKey = (ref: LedgerRef, seq: number): Key =>
  keyOf(ledgerKey(ref), `ENTRY#${String(seq).padStart(SEQ_DIGITS, '0')}`);
/** Which entry an item is, or undefined if it is none. */
export function entryPlaceOf({
  pk,
  sk,
}: {
  readonly pk: string;
  readonly sk: string;
}): { readonly ref: LedgerRef; readonly seq: number } | undefined {
  const [, kind = '', id = ''] = /^([A-Z]+)#(.+)$/.exec(pk) ?? [];
  if (!isLedgerKind(kind) || !sk.startsWith('ENTRY#')) return undefined;
  return { ref: { kind, id }, seq: Number(sk.slice('ENTRY#'.length)) };
}

/** Which wait an item is, or undefined if it is none. */
export function waitPlaceOf({
  pk,
  sk,
}: {
  readonly pk: string;
  readonly sk: string;
}): { readonly projectId: string; readonly wait: string } | undefined {
  if (!pk.startsWith('WAITS#')) return undefined;
  return { projectId: pk.slice('WAITS#'.length), wait: sk.slice(sk.lastIndexOf('#') + 1) };
}

/** Which row of a read model an item is, or undefined if it is none. */
export function rowPlaceOf({
  pk,
  sk,
}: {
  readonly pk: string;
  readonly sk: string;
}): { readonly view: string; readonly partition: string; readonly sort: string } | undefined {
  const [, view, partition = ''] = /^VIEW#([^#]+)#(.*)$/.exec(pk) ?? [];
  return view === undefined ? undefined : { view, partition, sort: sk.slice(1) };
}

const isLedgerKind = (kind: string): kind is LedgerKind => Object.hasOwn(SUBJECT_FIELDS, kind);

/** A sort key of a row may be empty, one of DynamoDB may not. */
export const rowKey = (view: string, partition: string, sort: string): Key =>
  keyOf(`VIEW#${view}#${partition}`, `#${sort}`);
export const countKey = (view: string, partition: string): Key => keyOf(`COUNT#${view}#${partition}`, '#');
export const waitKey = (projectId: string, execution: string, wait: string): Key =>
  keyOf(`WAITS#${projectId}`, `${execution}#${wait}`);
export const startKey = (projectId: string, generation: number, name: string): Key =>
  keyOf(`STARTS#${projectId}`, `${String(generation).padStart(SEQ_DIGITS, '0')}#${name}`);
export const messageKey = (messageId: string): Key => keyOf(`MESSAGE#${messageId}`, '#');
export const paperKey = (sha256: string): Key => keyOf(`PAPER#${sha256}`, '#');
export const personKey = (personId: string): Key => keyOf(`PERSON#${personId}`, '#');

export const textOf = (item: Item | undefined, name: string): string | undefined => item?.[name]?.S;
export const numberOf = (item: Item | undefined, name: string): number => Number(item?.[name]?.N ?? 0);
export const text = (value: string): AttributeValue.SMember => ({ S: value });
export const number = (value: number): AttributeValue.NMember => ({ N: String(value) });

export async function getItem({ client, name }: Table, key: Key): Promise<Item | undefined> {
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: name, Key: { ...key }, ConsistentRead: true }),
  );
  return item;
}

/** All items that a query finds, page after page; `Limit` is that of a page. */
export async function* queryItems(
  { client, name }: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<Item> {
  let from = query.ExclusiveStartKey;
  do {
    const page = await client.send(new QueryCommand({ ...query, TableName: name, ExclusiveStartKey: from }));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** All items of a partition whose sort key comes after `after`. */
export const itemsOf = (table: Table, pk: string, after = ' '): AsyncGenerator<Item> =>
  queryItems(table, {
    KeyConditionExpression: 'pk = :pk AND sk > :after',
    ExpressionAttributeValues: { ':pk': text(pk), ':after': text(after) },
    ConsistentRead: true,
  });

/** What the index lists under a name, in order of place. */
export const listedItems = (table: Table, listed: string, after = ' ', pageSize?: number): AsyncGenerator<Item> =>
  queryItems(table, {
    IndexName: LISTED,
    KeyConditionExpression: 'listed = :listed AND place > :after',
    ExpressionAttributeValues: { ':listed': text(listed), ':after': text(after) },
    ...(pageSize !== undefined && { Limit: pageSize }),
  });
