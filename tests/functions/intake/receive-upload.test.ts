// An upload from ticket to record: bytes untouched under their hash, told again to whoever asks again.
import { hash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Actor } from '../../../domain/parties.ts';
import { describeUpload } from '../../../functions/intake/describe-upload.ts';
import { receiveUpload } from '../../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../../functions/intake/request-upload.ts';
import { GIF, PDF, PNG } from '../../support/papers/smallest-files.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const STREET: Actor = { role: 'STREET', id: 'street-clerk', unit: '330302005' };
const OTHER_STREET: Actor = { role: 'STREET', id: 'other-clerk', unit: '330302006' };
const NINE = Date.UTC(2026, 2, 2, 1);

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: instantOf(NINE) });
});
afterEach(() => fake.close());

const ticket = async () => (await requestUpload(fake.ports, { actor: STREET })).uploadId;

describe('an upload ticket', () => {
  it('runs for 15 minutes and allows what the claimed type allows', async () => {
    const { maximumBytes, expiresAt } = await requestUpload(fake.ports, { actor: STREET, name: '名册.xlsx' });
    expect(maximumBytes).toBe(10_000_000);
    expect(expiresAt).toBe(instantOf(NINE + 15 * 60_000));
  });

  it('allows the most when no type is claimed', async () => {
    expect((await requestUpload(fake.ports, { actor: STREET })).maximumBytes).toBe(200_000_000);
  });
});

describe('a received upload', () => {
  it('is kept untouched under its hash', async () => {
    const uploadId = await ticket();
    const received = await receiveUpload(fake.ports, { uploadId, bytes: PDF, name: '扫描.pdf' });
    const sha256 = hash('sha256', PDF, 'hex');
    expect(received).toMatchObject({
      ok: true,
      value: { state: 'STORED', sha256, bytes: PDF.length, mediaType: 'application/pdf', firstStoredAt: null },
    });
    expect(Buffer.from((await fake.ports.papers.get(sha256)) ?? [])).toEqual(PDF);
  });

  it('tells when the same bytes were first stored', async () => {
    await receiveUpload(fake.ports, { uploadId: await ticket(), bytes: PDF });
    fake.setNow(instantOf(NINE + 86_400_000));
    const again = await receiveUpload(fake.ports, { uploadId: await ticket(), bytes: PDF });
    expect(again).toMatchObject({ ok: true, value: { firstStoredAt: instantOf(NINE) } });
  });

  it('is taken for what it is, whatever its name says, and the name is forgotten', async () => {
    const uploadId = await ticket();
    await receiveUpload(fake.ports, { uploadId, bytes: PNG, name: '欧阳某某的房产证.xlsx' });
    const described = await describeUpload(fake.ports, { actor: STREET, uploadId });
    expect(described).toMatchObject({
      ok: true,
      value: { mediaType: 'image/png', extension: 'xlsx', extensionDiffers: true },
    });
    expect(JSON.stringify(described)).not.toContain('欧阳');
  });

  it('is answered the same when the same bytes come again under the ticket, and refused when others do', async () => {
    const uploadId = await ticket();
    const first = await receiveUpload(fake.ports, { uploadId, bytes: PDF });
    expect(await receiveUpload(fake.ports, { uploadId, bytes: PDF })).toEqual(first);
    expect(await receiveUpload(fake.ports, { uploadId, bytes: PNG })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_NOW' },
    });
  });

  it('of two that race for one ticket counts once', async () => {
    const uploadId = await ticket();
    const both = await Promise.all([PDF, PNG].map((bytes) => receiveUpload(fake.ports, { uploadId, bytes })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('that is refused leaves nothing behind but the reason', async () => {
    const uploadId = await ticket();
    const received = await receiveUpload(fake.ports, { uploadId, bytes: GIF, name: 'a.pdf' });
    expect(received).toMatchObject({ ok: false, refusal: { code: 'UNSUPPORTED_TYPE' } });
    expect(await fake.ports.papers.describe(hash('sha256', GIF, 'hex'))).toBeUndefined();
    expect(await describeUpload(fake.ports, { actor: STREET, uploadId })).toMatchObject({
      ok: true,
      value: { state: 'REFUSED', code: 'UNSUPPORTED_TYPE', says: { zh: expect.stringContaining('PDF') } },
    });
    expect(await receiveUpload(fake.ports, { uploadId, bytes: GIF })).toEqual(received);
  });

  it('without a ticket is refused', async () => {
    expect(await receiveUpload(fake.ports, { uploadId: 'unknown', bytes: PDF })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
  });
});

describe('the record of an upload', () => {
  it('is open to the party that sent it and to audit, and to nobody else', async () => {
    const uploadId = await ticket();
    const seenBy = async (actor: Actor) => (await describeUpload(fake.ports, { actor, uploadId })).ok;
    expect(await seenBy({ ...STREET, id: 'colleague' })).toBe(true);
    expect(await seenBy({ role: 'AUDIT', id: 'auditor', unit: 'AUDIT' })).toBe(true);
    expect(await seenBy(OTHER_STREET)).toBe(false);
    expect(await seenBy({ role: 'OPERATOR', id: 'operator', unit: 'OPERATOR' })).toBe(false);
  });
});
