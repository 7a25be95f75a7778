// Ledgers in DynamoDB: an entry is one conditional put. What follows from it is derived from the stream by the projector.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Fault } from '../../domain/errors.ts';
import { EMPTY_HEAD, type Entry, type LedgerRef, SUBJECT_FIELDS } from '../../domain/ledger.ts';
import type { Ledger } from '../../domain/ports.ts';
import { unless } from './faults.ts';
import { entryKey, getItem, itemsOf, ledgerKey, listedItems, type Table, text, textOf } from './table.ts';

export function dynamoLedger(table: Table, newId: () => string): Ledger {
  return {
    async append(ref, entry) {
      if (entry[SUBJECT_FIELDS[ref.kind]] !== ref.id) throw broken(ref, entry);
      const previousHash =
        entry.seq === 1 ? EMPTY_HEAD.hash : textOf(await getItem(table, entryKey(ref, entry.seq - 1)), 'entryHash');
      if (previousHash === undefined) return 'STALE';
      if (entry.prevHash !== previousHash) throw broken(ref, entry);

      const writer = newId();
      const put = new PutItemCommand({
        TableName: table.name,
        Item: {
          ...entryKey(ref, entry.seq),
          entryHash: text(entry.hash),
          entry: text(JSON.stringify(entry)),
          writer: text(writer),
          // Only first entries stand in the index: a ledger is listed once.
          ...(entry.seq === 1 && { listed: text(ref.kind), place: text(ref.id) }),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await unless(['ConditionalCheckFailedException'], () => table.client.send(put))) return 'APPENDED';
      // The SDK sends a put again whose answer was lost on the way: then the entry that stands there is this one.
      const standing = await getItem(table, entryKey(ref, entry.seq));
      return textOf(standing, 'writer') === writer ? 'APPENDED' : 'STALE';
    },

    async read(ref, after = 0) {
      const entries: Entry[] = [];
      for await (const item of itemsOf(table, ledgerKey(ref), entryKey(ref, after).sk.S)) {
        // The text was written by `append` and is never changed.
        entries.push(JSON.parse(textOf(item, 'entry') ?? '') as Entry);
      }
      return entries;
    },

    async list(kind, { cursor, limit = Number.POSITIVE_INFINITY } = {}) {
      const ids: string[] = [];
      for await (const item of listedItems(table, kind, cursor, Number.isFinite(limit) ? limit : undefined)) {
        ids.push(textOf(item, 'place') ?? '');
        if (ids.length >= limit) break;
      }
      return ids;
    },
  };
}

const broken = ({ kind, id }: LedgerRef, { seq }: Entry): Fault =>
  new Fault('CORRUPT', `entry ${seq} does not continue ledger ${kind} ${id}`);
