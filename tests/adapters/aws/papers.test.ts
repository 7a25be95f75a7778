// Papers on S3 beyond the contract: what a ticket lets in, and what nobody takes away from the evidence.
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeErasedAway } from '../../../adapters/aws/erasures.ts';
import { readArrival } from '../../../adapters/aws/intake.ts';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { sha256Hex } from '../../../domain/json.ts';
import type { UploadTicket } from '../../../domain/ports.ts';
import { type Aws, BUCKETS, startAws } from '../../support/aws/start-aws.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7 征求意见表');
const SHA256 = sha256Hex(BYTES);
const FIRST = instantOf(Date.UTC(2026, 2, 2, 1));
const LATER = instantOf(Date.UTC(2026, 2, 2, 1, 15));

let aws: Aws;
let opened: Awaited<ReturnType<Aws['open']>>;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  opened = await aws.open();
});
afterEach(() => opened.close());

const ticket = (maximumBytes = 1_000) =>
  opened.papers.ticket({ uploadId: '01HXUPLOAD', maximumBytes, expiresAt: LATER });

/** As a browser sends it: the fields of the ticket first, the file last. */
async function post({ url, fields }: UploadTicket, changes: Record<string, string> = {}, bytes: Uint8Array = BYTES) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  form.set('file', new Blob([Uint8Array.from(bytes)]));
  const answer = await fetch(url, { method: 'POST', body: form });
  return { status: answer.status, code: /<Code>(\w+)</.exec(await answer.text())?.[1] };
}

describe('a ticket', () => {
  it('lets in one file under its own name, which intake then finds', async () => {
    expect(await post(await ticket())).toEqual({ status: 204, code: undefined });
    const detail = { bucket: { name: BUCKETS.intake }, object: { key: 'uploads/01HXUPLOAD', size: BYTES.length } };
    const upload = await readArrival(opened.s3Client, { detail });
    expect(upload).toMatchObject({ kind: 'UPLOAD', uploadId: '01HXUPLOAD' });
    expect(new Uint8Array(upload?.bytes ?? [])).toEqual(BYTES);
  });

  it('refuses a file that is larger than it says, and an empty one', async () => {
    const small = await ticket(BYTES.length - 1);
    expect(await post(small)).toEqual({ status: 400, code: 'EntityTooLarge' });
    expect(await post(small, {}, new Uint8Array())).toEqual({ status: 400, code: 'EntityTooSmall' });
  });

  it.each([
    ['another name', { key: 'uploads/01HXOTHER' }],
    ['a name in another folder', { key: 'papers/01HXUPLOAD' }],
    ['a field that nobody asked for', { acl: 'public-read' }],
  ])('refuses %s', async (_, changes) => {
    expect(await post(await ticket(), changes)).toEqual({ status: 403, code: 'AccessDenied' });
  });

  it('takes exactly the file that was announced: its size, its type, its checksum', async () => {
    const announced = { bytes: BYTES.length, sha256: SHA256 };
    const request = { uploadId: '01HXUPLOAD', maximumBytes: 1_000, expiresAt: LATER, mediaType: 'application/pdf' };
    const exact = await opened.papers.ticket({ ...request, announced });
    const other = Uint8Array.from(BYTES, (byte) => byte ^ 1);
    expect(await post(exact, {}, other)).toEqual({ status: 400, code: 'BadDigest' });
    expect(await post(exact, {}, BYTES.slice(1))).toEqual({ status: 400, code: 'EntityTooSmall' });
    expect(await post(exact, { 'Content-Type': 'text/html' })).toEqual({ status: 403, code: 'AccessDenied' });
    const otherSum = { 'x-amz-checksum-sha256': Buffer.from(sha256Hex(other), 'hex').toString('base64') };
    expect(await post(exact, otherSum, other)).toEqual({ status: 403, code: 'AccessDenied' });
    expect(await post(exact)).toEqual({ status: 204, code: undefined });
  });

  it('refuses a file that comes too late', async () => {
    const expired = await ticket();
    opened.moveClockTo(instantOf(Date.UTC(2100, 0)));
    expect(await post(expired)).toEqual({ status: 403, code: 'AccessDenied' });
  });

  it('refuses a policy that was changed', async () => {
    const { fields } = await ticket();
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    const widened = JSON.stringify({ ...policy, conditions: [['content-length-range', 1, 1e9]] });
    const changed = { Policy: Buffer.from(widened).toString('base64') };
    expect(await post(await ticket(), changed)).toEqual({ status: 403, code: 'SignatureDoesNotMatch' });
  });
});

describe('evidence', () => {
  const put = (paperClass: 'UPLOAD' | 'FILED' | 'VAULT') =>
    opened.papers.put(BYTES, { mediaType: 'application/pdf', paperClass, storedAt: FIRST });
  const evidence = () => ({ table: opened.table, s3: opened.s3Client, bucket: BUCKETS.evidence });
  const versions = () => opened.s3.store.list(BUCKETS.evidence, `papers/${SHA256}`);
  const deleteVersion = (VersionId: string | undefined) =>
    opened.s3Client.send(new DeleteObjectCommand({ Bucket: BUCKETS.evidence, Key: `papers/${SHA256}`, VersionId }));

  it('is locked when it is filed, and the lock holds against a deletion', async () => {
    await put('FILED');
    const [stored] = versions();
    await expect(deleteVersion(stored?.version.versionId)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(stored?.version.lockedUntil).toBe(Date.parse('2036-02-28T01:00:00.000Z'));
  });

  it('is locked when an upload becomes filed, without a second copy', async () => {
    await put('UPLOAD');
    expect(versions()[0]?.version.lockedUntil).toBe(0);
    await put('FILED');
    expect(versions()).toHaveLength(1);
    expect(versions()[0]?.version.lockedUntil).toBeGreaterThan(0);
  });

  it('stands in no way of an erasure whose time has come: personal data go, filed before or not', async () => {
    await put('FILED');
    await put('VAULT');
    await opened.papers.erase(SHA256);
    expect(await opened.papers.get(SHA256)).toBeUndefined();
    expect(await takeErasedAway(evidence())).toBe(1);
    expect(versions()).toEqual([]);
    expect(await opened.papers.describe(SHA256)).toMatchObject({ paperClass: 'VAULT' });
    expect(await takeErasedAway(evidence())).toBe(0);
  });

  it('keeps bytes that were erased and brought again before they were taken away', async () => {
    await put('FILED');
    await opened.papers.erase(SHA256);
    await put('FILED');
    expect(await takeErasedAway(evidence())).toBe(0);
    expect(new Uint8Array((await opened.papers.get(SHA256)) ?? [])).toEqual(BYTES);
  });

  it('takes up again what a death has left half taken away, and lets nobody bring it in between', async () => {
    await put('FILED');
    await opened.papers.erase(SHA256);
    opened.s3.store.deny('s3:BypassGovernanceRetention');
    await expect(takeErasedAway(evidence())).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(versions()).toHaveLength(1);
    await expect(put('FILED')).rejects.toMatchObject({ code: 'CONTENTION' });
    opened.s3.store.allow('s3:BypassGovernanceRetention');
    expect(await takeErasedAway(evidence())).toBe(1);
    expect(versions()).toEqual([]);
    await put('FILED');
    expect(await opened.papers.get(SHA256)).toHaveLength(BYTES.length);
  });

  it('is not taken away by somebody who does not ask to bypass the lock, nor by one who may not', async () => {
    await put('FILED');
    const [stored] = versions();
    const Key = `papers/${SHA256}`;
    const bypass = new DeleteObjectCommand({
      Bucket: BUCKETS.evidence,
      Key,
      VersionId: stored?.version.versionId,
      BypassGovernanceRetention: true,
    });
    opened.s3.store.deny('s3:BypassGovernanceRetention');
    await expect(opened.s3Client.send(bypass)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(deleteVersion(stored?.version.versionId)).rejects.toMatchObject({ name: 'AccessDenied' });
    opened.s3.store.allow('s3:BypassGovernanceRetention');
    await expect(deleteVersion(stored?.version.versionId)).rejects.toMatchObject({ name: 'AccessDenied' });
    await opened.s3Client.send(bypass);
    expect(versions()).toEqual([]);
  });

  it('keeps the bytes under a delete marker of somebody who had no right to it', async () => {
    await put('FILED');
    await deleteVersion(undefined);
    expect(versions().map(({ version }) => version.isDeleteMarker)).toEqual([false, true]);
  });

  it('says so when the bytes were exchanged behind its back', async () => {
    await put('FILED');
    const forged = new PutObjectCommand({ Bucket: BUCKETS.evidence, Key: `papers/${SHA256}`, Body: 'forged' });
    await opened.s3Client.send(forged);
    await expect(opened.papers.get(SHA256)).rejects.toMatchObject({ code: 'CORRUPT' });
    const readThrough = async () => {
      for await (const piece of (await opened.papers.stream(SHA256)) ?? []) expect(piece).not.toHaveLength(0);
    };
    await expect(readThrough()).rejects.toMatchObject({ code: 'CORRUPT' });
  });

  it('is refused by S3 when it does not arrive as it was sent', async () => {
    const torn = new PutObjectCommand({
      Bucket: BUCKETS.evidence,
      Key: 'papers/torn',
      Body: 'torn',
      ChecksumSHA256: Buffer.alloc(32).toString('base64'),
    });
    await expect(opened.s3Client.send(torn)).rejects.toMatchObject({ name: 'BadDigest' });
  });
});

it('makes a ticket that runs out when it says', async () => {
  opened.moveClockTo('2026-03-02T01:14:00.000Z' as Instant);
  const { fields } = await ticket();
  const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
  // The SDK signs by the real clock: one minute is left of the ticket's quarter of an hour.
  const signedAt = Date.parse(
    String(fields['X-Amz-Date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  expect(Date.parse(policy.expiration) - signedAt).toBeGreaterThanOrEqual(60_000);
  expect(Date.parse(policy.expiration) - signedAt).toBeLessThan(61_000);
});
