// Read models in DynamoDB: one item per row, ordered by the UTF-8 bytes of the sort key, counted in the same transaction.
import { setTimeout } from 'node:timers/promises';
import { PutItemCommand, TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { epochMillisecondsOf } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Clock, ViewRow, Views, ViewWrite } from '../../domain/ports.ts';
import {
  countKey,
  getItem,
  type Item,
  type Key,
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
/** Milliseconds. */
const FIRST_PAUSE = 5;
const MOST_DOUBLINGS = 6;

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
      for (const batch of batchesOf(writes)) await writeBatch(table, clock, batch);
    },
  };
}

/** A transaction takes 100 actions, and each row may bring one for its counter. */
const ROWS_PER_TRANSACTION = 50;

/** Batches in order, none of which has two writes of one row: a transaction takes only one. */
function batchesOf(writes: readonly ViewWrite[]): readonly (readonly ViewWrite[])[] {
  const batches: Map<string, ViewWrite>[] = [];
  for (const write of writes) {
    const place = JSON.stringify([write.view, write.partition, write.sort]);
    const last = batches.at(-1);
    if (last && last.size < ROWS_PER_TRANSACTION && !last.has(place)) last.set(place, write);
    else batches.push(new Map([[place, write]]));
  }
  return batches.map((batch) => [...batch.values()]);
}

/** All rows and their counters at once: nobody sees a project in two states, as on one machine. */
async function writeBatch(table: Table, clock: Clock, batch: readonly ViewWrite[]): Promise<void> {
  const expiresAt = Math.floor(epochMillisecondsOf(clock.now()) / 1000) + TOMBSTONE_SECONDS;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const found = await Promise.all(batch.map((write) => readBefore(table, write)));
    const due = found.filter(({ write, before }) => !isOvertaken(before, write) && !standsSo(before, write));
    if (due.length === 0) return;
    const puts = due.map(({ write, before }) => putOf(table, write, before, expiresAt));
    if (await succeeds(() => commit(table, puts, countsOf(table, due)))) return;
    // Whoever was faster is let by: those who lost together would lose together again.
    await setTimeout(FIRST_PAUSE * 2 ** Math.min(attempt, MOST_DOUBLINGS));
  }
  throw new Fault('CONTENTION', 'rows of one view are written by too many at once');
}

type RowPut = ReturnType<typeof putOf>;
type CountUpdate = ReturnType<typeof countsOf>[number];

function commit(table: Table, puts: readonly RowPut[], counts: readonly CountUpdate[]): Promise<unknown> {
  const [only] = puts;
  // A row that only changes needs no transaction, which costs twice as much.
  if (only && puts.length === 1 && counts.length === 0) return table.client.send(new PutItemCommand(only));
  const TransactItems = [...puts.map((Put) => ({ Put })), ...counts.map((Update) => ({ Update }))];
  return table.client.send(new TransactWriteItemsCommand({ TransactItems }));
}

interface Due {
  readonly write: ViewWrite;
  readonly before: Item | undefined;
}

const readBefore = async (table: Table, write: ViewWrite): Promise<Due> => ({
  write,
  before: await getItem(table, rowKey(write.view, write.partition, write.sort)),
});

const isOvertaken = (before: Item | undefined, { watermark }: ViewWrite): boolean =>
  textOf(before, 'ledger') === watermark.ledger && numberOf(before, 'seq') >= watermark.seq;

/** Only where the entry did not change it: whoever writes it for another reason means its watermark too. */
const standsSo = (before: Item | undefined, { isUnchanged, value }: ViewWrite): boolean =>
  isUnchanged === true && before !== undefined && textOf(before, 'content') === JSON.stringify(value);

const putOf = (table: Table, write: ViewWrite, before: Item | undefined, expiresAt: number) => ({
  TableName: table.name,
  Item: {
    ...rowKey(write.view, write.partition, write.sort),
    ledger: text(write.watermark.ledger),
    seq: number(write.watermark.seq),
    // A row taken away stays for a while, so that an older write arriving late does not bring it back.
    ...(write.value === null ? { expiresAt: number(expiresAt) } : { content: text(JSON.stringify(write.value)) }),
  },
  ...unchangedSince(before),
});

/** One change for each counter whose partition has more or fewer rows than before. */
function countsOf(table: Table, due: readonly Due[]) {
  const counts = new Map<string, { readonly key: Key; readonly change: number }>();
  for (const { write, before } of due) {
    const key = countKey(write.view, write.partition);
    const change = Number(write.value !== null) - Number(before !== undefined && isLive(before));
    counts.set(key.pk.S, { key, change: change + (counts.get(key.pk.S)?.change ?? 0) });
  }
  return [...counts.values()]
    .filter(({ change }) => change !== 0)
    .map(({ key, change }) => ({
      TableName: table.name,
      Key: { ...key },
      UpdateExpression: 'ADD liveRows :change',
      ExpressionAttributeValues: { ':change': number(change) },
    }));
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
