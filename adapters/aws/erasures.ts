// Papers whose time is over: marked at once by whoever says so, their bytes taken away by the one function that may break
// the lock of the evidence.
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { unless } from './faults.ts';
import { type Item, listedItems, number, numberOf, paperKey, type Table, text, textOf } from './table.ts';

const ERASED = 'ERASED';
const CHANGED = ['ConditionalCheckFailedException'];

/** The index lists the paper until its bytes are gone: a death in between leaves one that is taken up again. */
export const isErased = (item: Item): boolean => item.erasedAt !== undefined;
/** Its bytes are going at this moment: whoever brings them again must come back. */
export const isGoing = (item: Item): boolean => item.going !== undefined;

/** From now on nobody is given the bytes. */
export async function markErased(table: Table, sha256: string, now: Instant): Promise<void> {
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: { ...paperKey(sha256) },
      UpdateExpression: 'SET erasedAt = :now, listed = :erased, place = :sha256 ADD revision :one',
      ExpressionAttributeValues: {
        ':now': text(now),
        ':erased': text(ERASED),
        ':sha256': text(sha256),
        ':one': number(1),
      },
    }),
  );
}

export interface EvidenceStore {
  readonly table: Table;
  readonly s3: S3Client;
  readonly bucket: string;
}

/** How many papers lost their bytes. Needs the right to bypass governance; doing it again takes nothing more. */
export async function takeErasedAway({ table, s3, bucket: Bucket }: EvidenceStore): Promise<number> {
  let taken = 0;
  for await (const item of listedItems(table, ERASED)) {
    const sha256 = textOf(item, 'place') ?? '';
    // The index is behind: one that was brought again in the meantime has another revision.
    if (!(await change(table, sha256, numberOf(item, 'revision'), 'SET going = :one'))) continue;
    const Key = `papers/${sha256}`;
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    for (const { VersionId } of [...Versions, ...DeleteMarkers]) {
      await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention: true }));
    }
    await change(table, sha256, numberOf(item, 'revision') + 1, 'REMOVE going, listed, place');
    taken += 1;
  }
  return taken;
}

/** False: somebody else has changed the description in between. */
async function change(table: Table, sha256: string, revision: number, update: string): Promise<boolean> {
  const changed = await unless(CHANGED, () =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: { ...paperKey(sha256) },
        UpdateExpression: `${update} ADD revision :one`,
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':one': number(1), ':revision': number(revision) },
      }),
    ),
  );
  return changed !== undefined;
}
