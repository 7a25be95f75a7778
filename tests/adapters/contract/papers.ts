// What every adapter of the Papers port keeps.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { sha256Hex } from '../../../domain/json.ts';
import type { PaperClass, Papers } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

const FIRST = instantOf(Date.UTC(2026, 2, 2, 1));
const LATER = instantOf(Date.UTC(2026, 2, 3, 1));
const BYTES = new TextEncoder().encode('%PDF-1.7 征求意见表');
const SHA256 = sha256Hex(BYTES);

export function describePapers(name: string, open: Open<{ papers: Papers }>): void {
  describe(`${name} papers`, () => {
    let opened: { papers: Papers } & Opened;
    let papers: Papers;
    beforeEach(async () => {
      opened = await open();
      papers = opened.papers;
    });
    afterEach(() => opened.close());

    const put = (paperClass: PaperClass, storedAt = FIRST) =>
      papers.put(BYTES, { mediaType: 'application/pdf', paperClass, storedAt });

    it('keeps original bytes untouched under their SHA-256', async () => {
      const meta = await put('UPLOAD');
      expect(meta).toEqual({
        sha256: SHA256,
        bytes: BYTES.length,
        mediaType: 'application/pdf',
        paperClass: 'UPLOAD',
        storedAt: FIRST,
      });
      expect(await papers.describe(SHA256)).toEqual(meta);
      expect(new Uint8Array((await papers.get(SHA256)) ?? [])).toEqual(BYTES);
    });

    it('gives a paper piece by piece as it gives it whole', async () => {
      const large = Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * at) % 251);
      for (const bytes of [BYTES, large, new Uint8Array()]) {
        const { sha256 } = await papers.put(bytes, { mediaType: 'image/tiff', paperClass: 'UPLOAD', storedAt: FIRST });
        const pieces = await papers.stream(sha256);
        const sum = createHash('sha256');
        for await (const piece of pieces ?? []) sum.update(piece);
        expect(pieces).toBeDefined();
        expect(sum.digest('hex')).toBe(sha256);
      }
    });

    it('keeps an empty paper too', async () => {
      const { sha256 } = await papers.put(new Uint8Array(), {
        mediaType: 'application/octet-stream',
        paperClass: 'UPLOAD',
        storedAt: FIRST,
      });
      expect(await papers.get(sha256)).toHaveLength(0);
    });

    it('knows nothing of a paper that was never put, nor of a name that is no hash', async () => {
      for (const unknown of [SHA256, '', '../../jiugai.sqlite', SHA256.toUpperCase()]) {
        expect(await papers.get(unknown)).toBeUndefined();
        expect(await papers.stream(unknown)).toBeUndefined();
        expect(await papers.describe(unknown)).toBeUndefined();
        await papers.erase(unknown);
      }
    });

    it('takes the same bytes twice for one paper and says when they came first', async () => {
      const first = await put('UPLOAD');
      expect(await put('UPLOAD', LATER)).toEqual(first);
      expect(await papers.describe(SHA256)).toEqual(first);
    });

    it('keeps bytes that come many times at once as one paper', async () => {
      const metas = await Promise.all([put('UPLOAD'), put('UPLOAD'), put('UPLOAD')]);
      expect(new Set(metas.map(({ sha256 }) => sha256))).toEqual(new Set([SHA256]));
      expect(await papers.get(SHA256)).toHaveLength(BYTES.length);
    });

    it.each<[PaperClass, PaperClass, PaperClass]>([
      ['UPLOAD', 'FILED', 'FILED'],
      ['FILED', 'UPLOAD', 'FILED'],
      ['ISSUED', 'UPLOAD', 'ISSUED'],
      ['FILED', 'ISSUED', 'FILED'],
      ['ISSUED', 'VAULT', 'VAULT'],
      ['VAULT', 'FILED', 'VAULT'],
    ])('protects bytes kept as %s and as %s as %s', async (first, second, kept) => {
      await put(first);
      expect(await put(second)).toMatchObject({ paperClass: kept });
      expect(await papers.describe(SHA256)).toMatchObject({ paperClass: kept });
    });

    it('erases the bytes and keeps the description', async () => {
      const meta = await put('VAULT');
      await papers.erase(SHA256);
      await papers.erase(SHA256);
      expect(await papers.get(SHA256)).toBeUndefined();
      expect(await papers.stream(SHA256)).toBeUndefined();
      expect(await papers.describe(SHA256)).toEqual(meta);
    });

    it('keeps erased bytes that are put again as a new paper', async () => {
      await put('VAULT');
      await papers.erase(SHA256);
      expect(await put('UPLOAD', LATER)).toMatchObject({ paperClass: 'UPLOAD', storedAt: LATER });
      expect(await papers.get(SHA256)).toHaveLength(BYTES.length);
    });

    it('gives a ticket that says what may be uploaded, where and how long', async () => {
      const request = { uploadId: '01HXUPLOAD', maximumBytes: 40_000_000, expiresAt: LATER };
      const ticket = await papers.ticket(request);
      expect(ticket).toMatchObject(request);
      expect(ticket.url).not.toBe('');
      expect(ticket.fields.key).toContain('01HXUPLOAD');
    });
  });
}
