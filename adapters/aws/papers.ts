// Papers on S3: the intake bucket takes what comes, the evidence bucket keeps original bytes under their SHA-256, locked
// once they are filed or issued; the table describes them.
import { createHash, hash } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, PutObjectRetentionCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { Clock, PaperClass, PaperMeta, Papers } from '../../domain/ports.ts';
import { isErased, isGoing, markErased } from './erasures.ts';
import { unless } from './faults.ts';
import { getItem, type Item, number, numberOf, paperKey, type Table, text, textOf } from './table.ts';
import { placeOfUpload, UNJUDGED } from './unused-uploads.ts';

/** From least to most protected: bytes that are kept for two reasons are kept for the stricter one. */
const PROTECTION = { UPLOAD: 0, ISSUED: 1, FILED: 2, VAULT: 3 } as const satisfies Record<PaperClass, number>;
/** Personal data must be erasable on time: the vault is not locked. */
const LOCKED: readonly PaperClass[] = ['ISSUED', 'FILED'];
const SHA256 = /^[0-9a-f]{64}$/;
const MOST_ATTEMPTS = 20;

export interface PapersOptions {
  readonly table: Table;
  readonly s3: S3Client;
  readonly intakeBucket: string;
  readonly evidenceBucket: string;
  /** How long filed and issued papers are locked from the day they came. */
  readonly lockedDays: number;
  readonly clock: Clock;
}

/** Where a ticketed upload arrives in the intake bucket. */
export const UPLOADS = 'uploads/';

export function s3Papers(options: PapersOptions): Papers {
  const { table, s3, intakeBucket, evidenceBucket: Bucket, lockedDays, clock } = options;
  const objectOf = (sha256: string) => ({ Bucket, Key: `papers/${sha256}` });

  /** The key is the hash: an object that is there holds these bytes, and S3 checks that they arrive as they were sent. */
  const store = async (bytes: Uint8Array, sha256: string, mediaType: string): Promise<void> => {
    const put = new PutObjectCommand({
      ...objectOf(sha256),
      Body: bytes,
      ContentType: mediaType,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    });
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      let isContended = false;
      await unless(['PreconditionFailed'], () => s3.send(put)).catch((error: Error) => {
        // Somebody else is sending the same bytes and has not finished.
        if (error.name !== 'ConditionalRequestConflict') throw error;
        isContended = true;
      });
      if (!isContended) return;
    }
    throw new Fault('CONTENTION', `paper ${sha256} is being stored by too many at once`);
  };

  const lock = (sha256: string, storedAt: Instant) =>
    s3.send(
      new PutObjectRetentionCommand({
        ...objectOf(sha256),
        Retention: {
          Mode: 'GOVERNANCE',
          RetainUntilDate: new Date(epochMillisecondsOf(storedAt) + lockedDays * 86_400_000),
        },
        // A paper that came earlier under a longer term keeps it; moving from the vault's class never shortens.
        BypassGovernanceRetention: false,
      }),
    );

  const bodyOf = async (sha256: string) => {
    const found = await find(table, sha256);
    if (!found || isErased(found)) return undefined;
    const object = await s3.send(new GetObjectCommand(objectOf(sha256))).catch((cause) => {
      if (cause.name !== 'NoSuchKey') throw cause;
      throw new Fault('CORRUPT', `the bytes of paper ${sha256} are gone`, { cause });
    });
    return object.Body;
  };

  return {
    async ticket({ uploadId, maximumBytes, expiresAt, announced, mediaType }) {
      const { url, fields } = await createPresignedPost(s3, {
        Bucket: intakeBucket,
        Key: `${UPLOADS}${uploadId}`,
        Conditions: [['content-length-range', announced?.bytes ?? 1, announced?.bytes ?? maximumBytes]],
        // Every field is a condition too: S3 takes these values and no others, and checks the sum itself.
        Fields: {
          ...(mediaType !== undefined && { 'Content-Type': mediaType }),
          ...(announced && {
            'x-amz-checksum-algorithm': 'SHA256',
            'x-amz-checksum-sha256': Buffer.from(announced.sha256, 'hex').toString('base64'),
          }),
        },
        Expires: Math.floor((epochMillisecondsOf(expiresAt) - epochMillisecondsOf(clock.now())) / 1000),
      });
      return { uploadId, url, fields, maximumBytes, expiresAt };
    },

    async put(bytes, meta) {
      const sha256 = hash('sha256', bytes, 'hex');
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const before = await getItem(table, paperKey(sha256));
        if (before && isGoing(before)) throw new Fault('CONTENTION', `paper ${sha256} is being taken away`);
        const first = before && !isErased(before) ? metaOf(before, sha256) : undefined;
        if (first && PROTECTION[first.paperClass] >= PROTECTION[meta.paperClass]) return first;

        const kept: PaperMeta = first
          ? { ...first, paperClass: meta.paperClass }
          : { ...meta, sha256, bytes: bytes.length };
        if (!first) await store(bytes, sha256, kept.mediaType);
        if (LOCKED.includes(kept.paperClass)) await lock(sha256, kept.storedAt);
        if (await describeAs(table, kept, before)) return kept;
      }
      throw new Fault('CONTENTION', `paper ${sha256} is being stored by too many at once`);
    },

    async get(sha256) {
      const body = await bodyOf(sha256);
      if (body === undefined) return undefined;
      const bytes = await body.transformToByteArray();
      if (hash('sha256', bytes, 'hex') !== sha256) throw changed(sha256);
      return bytes;
    },

    async stream(sha256) {
      const body = await bodyOf(sha256);
      return body && piecesOf(body.transformToWebStream(), sha256);
    },

    async describe(sha256) {
      const found = await find(table, sha256);
      return found && metaOf(found, sha256);
    },

    async erase(sha256) {
      const found = await find(table, sha256);
      if (!found || isErased(found)) return;
      await markErased(table, sha256, clock.now());
    },
  };
}

const changed = (sha256: string) => new Fault('CORRUPT', `paper ${sha256} has been changed`);

async function* piecesOf(body: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256');
  for await (const piece of body) {
    sum.update(piece);
    yield piece;
  }
  if (sum.digest('hex') !== sha256) throw changed(sha256);
}

const find = async (table: Table, sha256: string): Promise<Item | undefined> =>
  SHA256.test(sha256) ? getItem(table, paperKey(sha256)) : undefined;

/** False: somebody else has described the paper in between. */
async function describeAs(table: Table, meta: PaperMeta, before: Item | undefined): Promise<boolean> {
  const put = new PutItemCommand({
    TableName: table.name,
    Item: {
      ...paperKey(meta.sha256),
      byteLength: number(meta.bytes),
      mediaType: text(meta.mediaType),
      paperClass: text(meta.paperClass),
      storedAt: text(meta.storedAt),
      revision: number(numberOf(before, 'revision') + 1),
      ...(meta.paperClass === 'UPLOAD' && {
        listed: text(UNJUDGED),
        place: text(placeOfUpload(meta.storedAt, meta.sha256)),
      }),
    },
    ConditionExpression: before ? 'revision = :revision' : 'attribute_not_exists(pk)',
    ...(before && { ExpressionAttributeValues: { ':revision': number(numberOf(before, 'revision')) } }),
  });
  return (await unless(['ConditionalCheckFailedException'], () => table.client.send(put))) !== undefined;
}

function metaOf(item: Item, sha256: string): PaperMeta {
  return {
    sha256,
    bytes: numberOf(item, 'byteLength'),
    mediaType: textOf(item, 'mediaType') ?? '',
    // Written by `describeAs` from a PaperMeta.
    paperClass: (textOf(item, 'paperClass') ?? '') as PaperClass,
    storedAt: (textOf(item, 'storedAt') ?? '') as Instant,
  };
}
