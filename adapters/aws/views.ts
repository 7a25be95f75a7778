// Read models in DynamoDB: one item per row, ordered by the UTF-8 bytes of the sort key, counted in the same transaction.
import { PutItemCommand, TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { epochMillisecondsOf } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Clock, ViewRow, Views, ViewWrite } from '../../domain/ports.ts';
import {
  countKey,
  getItem,
  type Item,
  number,
  numberOf,
  queryItems,
  rowKey,
  type Table,
  text,
  textOf,
} from './table.ts';

const ROWS_PER_PAGE = 100;
/** A stream hands on a write within a day; nothing older can come late and bring a row back after this. */
const TOMBSTONE_SECONDS = 30 * 86_400;
const MOST_ATTEMPTS = 20;

export function dynamoViews(table: Table, clock: Clock): Views {
  return {
    async get(view, partition, sort) {
      const item = await getItem(table, rowKey(view, partition, sort));
      return item && isLive(item) ? rowOf(item, partition) : undefined;
    },

    async query(view, partition, { prefix = '', cursor, limit = ROWS_PER_PAGE, newestFirst = false } = {}) {
      const passed = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
      if (passed !== undefined && !passed.startsWith(prefix)) {
        // A cursor of some other query: everything in the prefix lies on one side of it.
        const isBehind = Buffer.compare(Buffer.from(passed), Buffer.from(prefix)) > 0;
        if (isBehind !== newestFirst) return { rows: [] };
      }
      const { pk } = rowKey(view, partition, '');
      const found: ViewRow[] = [];
      const items = queryItems(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        FilterExpression: 'attribute_exists(content)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': text(`#${prefix}`) },
        ConsistentRead: true,
        ScanIndexForward: !newestFirst,
        Limit: limit + 1,
        ...(passed?.startsWith(prefix) && { ExclusiveStartKey: { ...rowKey(view, partition, passed) } }),
      });
      for await (const item of items) {
        found.push(rowOf(item, partition));
        if (found.length > limit) break;
      }
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return found.length > limit && last ? { rows, cursor: Buffer.from(last.sort).toString('base64url') } : { rows };
    },

    async count(view, partition) {
      return numberOf(await getItem(table, countKey(view, partition)), 'liveRows');
    },

    async write(writes) {
      // Rows of one partition share a counter, and transactions on one item at once get in each other's way.
      const partitions = Map.groupBy(writes, ({ view, partition }) => countKey(view, partition).pk.S);
      await Promise.all(
        [...partitions.values()].map(async (rows) => {
          for (const row of rows) await writeRow(table, clock, row);
        }),
      );
    },
  };
}

async function writeRow(
  table: Table,
  clock: Clock,
  { view, partition, sort, value, watermark }: ViewWrite,
): Promise<void> {
  const key = rowKey(view, partition, sort);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = await getItem(table, key);
    if (before && textOf(before, 'ledger') === watermark.ledger && numberOf(before, 'seq') >= watermark.seq) return;

    const put = {
      TableName: table.name,
      Item: {
        ...key,
        ledger: text(watermark.ledger),
        seq: number(watermark.seq),
        // A row taken away stays for a while, so that an older write arriving late does not bring it back.
        ...(value === null
          ? { expiresAt: number(Math.floor(epochMillisecondsOf(clock.now()) / 1000) + TOMBSTONE_SECONDS) }
          : { content: text(JSON.stringify(value)) }),
      },
      ...unchangedSince(before),
    };
    const change = Number(value !== null) - Number(before !== undefined && isLive(before));
    if (await succeeds(change === 0 ? () => table.client.send(new PutItemCommand(put)) : counted)) return;

    function counted(): Promise<unknown> {
      const count = {
        TableName: table.name,
        Key: { ...countKey(view, partition) },
        UpdateExpression: 'ADD liveRows :change',
        ExpressionAttributeValues: { ':change': number(change) },
      };
      return table.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put }, { Update: count }] }));
    }
  }
  throw new Fault('CONTENTION', `view ${view} is written by too many at once`);
}

const unchangedSince = (before: Item | undefined) =>
  before === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'ledger = :ledger AND seq = :seq',
        ExpressionAttributeValues: {
          ':ledger': text(textOf(before, 'ledger') ?? ''),
          ':seq': number(numberOf(before, 'seq')),
        },
      };

const LOST_RACES = ['ConditionalCheckFailed', 'TransactionConflict'];

/** False: somebody else has written in between. */
async function succeeds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const codes =
      error instanceof TransactionCanceledException
        ? (error.CancellationReasons ?? []).map(({ Code = '' }) => Code)
        : [error instanceof Error ? error.name.replace(/Exception$/, '') : ''];
    if (codes.some((code) => LOST_RACES.includes(code))) return false;
    throw error;
  }
}

const isLive = (item: Item): boolean => item.content !== undefined;

function rowOf(item: Item, partition: string): ViewRow {
  return {
    partition,
    sort: (textOf(item, 'sk') ?? '').slice(1),
    // Written by `writeRow` from a JsonObject.
    value: JSON.parse(textOf(item, 'content') ?? '') as JsonObject,
    watermark: { ledger: textOf(item, 'ledger') ?? '', seq: numberOf(item, 'seq') },
  };
}
