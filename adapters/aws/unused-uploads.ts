// Uploads that nobody has filed, imported or named in an act for so long that nobody will: found among everything that the
// table holds, and only when one has come of age since the last look.
import { paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { UNUSED_UPLOAD } from '../../domain/paper/retention.ts';
import { markErased } from './erasures.ts';
import { unless } from './faults.ts';
import { listedItems, paperKey, rowPlaceOf, type Table, text, textOf } from './table.ts';

/** The index lists a paper here as long as it is an upload that nobody has judged. */
export const UNJUDGED = 'UPLOAD';
export const placeOfUpload = (storedAt: Instant, sha256: string): string => `${storedAt}#${sha256}`;

const HASH = /[0-9a-f]{64}/g;
/** Rows of these views name uploads, and are no use of them. */
const UPLOAD_RECORDS = 'uploads';
const PAGES = 'pages';

/** How many were marked as erased, with the pictures of pages that nobody filed. */
export async function eraseUnusedUploads(table: Table, now: Instant): Promise<number> {
  const candidates = await unjudgedBefore(table, instantOf(epochMillisecondsOf(now) - UNUSED_UPLOAD * 86_400_000));
  if (candidates.length === 0) return 0;
  const seen = await lookThrough(table);
  const unused = new Set<string>();
  for (const sha256 of candidates) {
    if (seen.named.has(sha256)) await judgeAsUsed(table, sha256);
    // A stack goes with the last page that was filed from it: it is looked at again.
    else if (!seen.pages.some((page) => seen.stacks.get(page.uploadId) === sha256 && isHeld(page, seen)))
      unused.add(sha256);
  }
  for (const { uploadId, isFiled, picture } of seen.pages) {
    if (!isFiled && unused.has(seen.stacks.get(uploadId) ?? '') && !seen.named.has(picture)) unused.add(picture);
  }
  unused.delete('');
  for (const sha256 of unused) await markErased(table, sha256, now);
  return unused.size;
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

interface Page {
  readonly uploadId: string;
  /** On the file of a project: a blank back has no name. */
  readonly isFiled: boolean;
  readonly picture: string;
}

interface Seen {
  /** Every hash that an entry or a row names, but for records of uploads and pages. */
  readonly named: ReadonlySet<string>;
  readonly pages: readonly Page[];
  /** Hashes of stacks by their upload. */
  readonly stacks: ReadonlyMap<string, string>;
  readonly erased: ReadonlySet<string>;
}

const isHeld = ({ isFiled, picture }: Page, { erased }: Seen): boolean => isFiled && !erased.has(picture);

async function lookThrough(table: Table): Promise<Seen> {
  const [named, erased] = [new Set<string>(), new Set<string>()];
  const pages: Page[] = [];
  const stacks = new Map<string, string>();
  for await (const { Items = [] } of paginateScan({ client: table.client }, { TableName: table.name })) {
    for (const item of Items) {
      const [pk, sk] = [textOf(item, 'pk') ?? '', textOf(item, 'sk') ?? ''];
      const row = rowPlaceOf({ pk, sk });
      const content = textOf(item, 'content');
      if (item.erasedAt !== undefined) erased.add(pk.slice('PAPER#'.length));
      else if (row?.view === UPLOAD_RECORDS) stacks.set(row.partition, hashIn(content, 'sha256'));
      else if (row?.view === PAGES && content !== undefined) {
        const { state, name = null } = JSON.parse(content) as { state?: string; name?: unknown };
        const isFiled = state === 'FILED' && name !== null;
        pages.push({ uploadId: row.partition, isFiled, picture: hashIn(content, 'picture') });
      } else for (const [hash] of (textOf(item, 'entry') ?? content ?? '').matchAll(HASH)) named.add(hash);
    }
  }
  return { named, pages, stacks, erased };
}

const hashIn = (content: string | undefined, field: string): string =>
  new RegExp(`"${field}":"([0-9a-f]{64})"`).exec(content ?? '')?.[1] ?? '';

/** An entry stands for good, and so does what it names: it is not looked at again. */
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
