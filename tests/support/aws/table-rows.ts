// What the table holds, looked at from behind the adapters: the rows of read models, and stream events of its entries.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { StreamEvent } from '../../../adapters/aws/projector.ts';
import { entryKey, type Item, type Table } from '../../../adapters/aws/table.ts';
import { canonicalJson } from '../../../domain/json.ts';
import { LEDGER_KINDS, type LedgerRef } from '../../../domain/ledger.ts';

/** Everything in it. */
export async function itemsIn({ client, name }: Table): Promise<Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

const field = (item: Item, name: string): string => item[name]?.S ?? item[name]?.N ?? '';

/** Rows that follow from ledgers, one canonical line each, in order. */
export async function rowsOfLedgers(table: Table): Promise<readonly string[]> {
  const rows = (await itemsIn(table)).filter(
    (item) => item.content !== undefined && LEDGER_KINDS.some((kind) => field(item, 'ledger').startsWith(`${kind}/`)),
  );
  return rows
    .map((item) => {
      const [, view = '', ...partition] = field(item, 'pk').split('#');
      return canonicalJson({
        view,
        partition: partition.join('#'),
        sort: field(item, 'sk').slice(1),
        value: JSON.parse(field(item, 'content')),
      });
    })
    .toSorted();
}

/** The batch in which the stream hands on these entries of a ledger. */
export const batchOf = (ref: LedgerRef, seqs: readonly number[]): StreamEvent => ({
  Records: seqs.map((seq) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(seq * 100), Keys: entryKey(ref, seq) },
  })),
});
