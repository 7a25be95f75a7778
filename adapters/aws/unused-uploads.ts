// Uploads that nobody has filed, imported or named in an act for so long that nobody will: found among everything that the
// table holds, and only when one has come of age since the last look.
import { paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { UNUSED_UPLOAD } from '../../domain/paper/retention.ts';
import { markErased } from './erasures.ts';
import { unless } from './faults.ts';
import { getItem, type Item, listedItems, paperKey, rowKey, rowPlaceOf, type Table, text, textOf } from './table.ts';

/** The index lists a paper here as long as it is an upload that nobody has judged. */
export const UNJUDGED = 'UPLOAD';
export const placeOfUpload = (storedAt: Instant, sha256: string): string => `${storedAt}#${sha256}`;

const HASH = /[0-9a-f]{64}/g;
/** Records of uploads name them, and are no use of them; of pages, each stands under the upload that it came with. */
const RECORDS = { view: 'uploads', sort: 'upload' } as const;
const PAGES = 'pages';

/** How many were marked as erased. */
export async function eraseUnusedUploads(table: Table, now: Instant): Promise<number> {
  const candidates = await unjudgedBefore(table, instantOf(epochMillisecondsOf(now) - UNUSED_UPLOAD * 86_400_000));
  if (candidates.length === 0) return 0;
  const used = await hashesInUse(table);
  let erased = 0;
  for (const sha256 of candidates) {
    if (used.has(sha256)) await judgeAsUsed(table, sha256);
    else {
      await markErased(table, sha256, now);
      erased += 1;
    }
  }
  return erased;
}

async function unjudgedBefore(table: Table, before: Instant): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const item of listedItems(table, UNJUDGED)) {
    const [storedAt = '', sha256 = ''] = (textOf(item, 'place') ?? '').split('#');
    if (storedAt >= before) break;
    found.push(sha256);
  }
  return found;
}

/** Every hash that an entry or a row names, and of every stack from which pages were filed. */
async function hashesInUse(table: Table): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const stacks = new Set<string>();
  for await (const { Items = [] } of paginateScan({ client: table.client }, { TableName: table.name })) {
    for (const item of Items) {
      const row = rowPlaceOf({ pk: textOf(item, 'pk') ?? '', sk: textOf(item, 'sk') ?? '' });
      if (row?.view === RECORDS.view) continue;
      if (row?.view === PAGES && item.content !== undefined) stacks.add(row.partition);
      for (const [hash] of (textOf(item, 'entry') ?? textOf(item, 'content') ?? '').matchAll(HASH)) used.add(hash);
    }
  }
  for (const uploadId of stacks) {
    const [hash] =
      HASH_OF_RECORD.exec(contentOf(await getItem(table, rowKey(RECORDS.view, uploadId, RECORDS.sort)))) ?? [];
    if (hash !== undefined) used.add(hash);
  }
  return used;
}

const HASH_OF_RECORD = /(?<="sha256":")[0-9a-f]{64}/;
const contentOf = (item: Item | undefined): string => textOf(item, 'content') ?? '';

/** It is looked at once: what has been used stays. */
const judgeAsUsed = (table: Table, sha256: string) =>
  unless(['ConditionalCheckFailedException'], () =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: { ...paperKey(sha256) },
        UpdateExpression: 'REMOVE listed, place',
        ConditionExpression: 'listed = :unjudged',
        ExpressionAttributeValues: { ':unjudged': text(UNJUDGED) },
      }),
    ),
  );
