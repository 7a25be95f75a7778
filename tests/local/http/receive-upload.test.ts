// Uploads over real HTTP: the form of a ticket is taken byte for byte, anything else is refused, whatever its size.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { granted, refused } from '../../../domain/errors.ts';
import { readForm } from '../../../local/http/multipart.ts';
import type { Upload } from '../../../local/http/receive-upload.ts';
import { serveRoutes } from './serve-routes.ts';

const MIB = 1024 * 1024;

/** Keeps what it was given, as long as the ticket's field is right. */
function keeping() {
  const kept: { uploadId: string; name: string; mediaType: string; sha256: string }[] = [];
  const upload: Upload = {
    maximumBytes: 2 * MIB,
    receive: async (uploadId, fields, { name, mediaType, bytes }) => {
      if (fields.policy !== 'good') return refused('UNAUTHENTICATED', { zh: '上传凭证无效', en: 'Not a valid ticket' });
      const hash = createHash('sha256');
      for await (const chunk of bytes) hash.update(chunk);
      kept.push({ uploadId, name, mediaType, sha256: hash.digest('hex') });
      return granted(undefined);
    },
  };
  return { kept, upload };
}

function formOf(file: Blob, fields: Record<string, string> = { policy: 'good' }, fileField = 'file'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(fileField, file, '扫描 1.pdf');
  return form;
}

async function send(upload: Upload, body: FormData | string, headers: Record<string, string> = {}) {
  const { origin } = await serveRoutes([], { upload });
  const response = await fetch(`${origin}/api/uploads/u-1/content`, { method: 'POST', body, headers });
  return { status: response.status, code: response.status === 204 ? undefined : (await response.json()).code };
}

describe('uploads', () => {
  it('takes a file byte for byte', async () => {
    const { kept, upload } = keeping();
    const bytes = Uint8Array.from({ length: MIB }, (_, index) => (index * 7) % 256);
    expect(await send(upload, formOf(new Blob([bytes], { type: 'application/pdf' })))).toEqual({ status: 204 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(kept).toEqual([{ uploadId: 'u-1', name: '扫描 1.pdf', mediaType: 'application/pdf', sha256 }]);
  });

  it.each([
    ['a bad ticket', formOf(new Blob(['%PDF']), { policy: 'bad' }), 401, 'UNAUTHENTICATED'],
    ['a file larger than the ticket allows', formOf(new Blob([new Uint8Array(3 * MIB)])), 413, 'TOO_LARGE'],
    ['a bad ticket before a large file', formOf(new Blob([new Uint8Array(8 * MIB)]), {}), 401, 'UNAUTHENTICATED'],
    ['a file under another name', formOf(new Blob(['%PDF']), {}, 'scan'), 422, 'MALFORMED'],
    [
      'a field that is itself a file’s size',
      formOf(new Blob(['%PDF']), { policy: 'x'.repeat(10_000) }),
      422,
      'MALFORMED',
    ],
    [
      'too many fields',
      formOf(new Blob(['%PDF']), Object.fromEntries([...Array(30)].map((_, n) => [`f${n}`, '']))),
      422,
      'MALFORMED',
    ],
    ['something else than a form', '{}', 415, 'UNSUPPORTED_TYPE'],
  ])('refuses %s', async (_, body, status, code) => {
    const { kept, upload } = keeping();
    expect(await send(upload, body)).toEqual({ status, code });
    expect(kept).toEqual([]);
  });

  it.each([
    ['is cut off', (form: string) => form.slice(0, -10)],
    ['goes on after the file', (form: string) => form.replace(/--b--\r\n$/, `${PART}x\r\n--b--\r\n`)],
    ['goes on after its end', (form: string) => `${form}more`],
    [
      'has a field twice',
      (form: string) => `--b\r\ncontent-disposition: form-data; name="policy"\r\n\r\nbad\r\n${form}`,
    ],
    ['has no delimiter at all', () => 'x'.repeat(100_000)],
    ['is empty', () => ''],
  ])('refuses a form that %s', async (_, spoil) => {
    const { kept, upload } = keeping();
    const form = `--b\r\nContent-Disposition: form-data; name="policy"\r\n\r\ngood\r\n${PART}%PDF\r\n--b--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(await send(upload, spoil(form), headers)).toMatchObject({ status: 422, code: 'MALFORMED' });
    expect(kept).toEqual([]);
    expect(await send(upload, form, headers)).toEqual({ status: 204 });
  });

  it('reads the same file however the bytes are cut on their way', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Almost the delimiter, again and again, but never the whole of it.
        fc.array(fc.constantFrom('\r\n', '--', '--b', '\r\n--', 'b', 'x', '\r'), { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        async (pieces, cuts) => {
          const content = pieces.join('');
          const text = `${PART.replace('--b', '--bz')}${content}\r\n--bz--`;
          const form = await readForm('multipart/form-data; boundary="bz"', cutting(text, cuts), MIB);
          if (!form.ok) throw new Error(form.refusal.says.en);
          const read: Uint8Array[] = [];
          for await (const chunk of form.value.file.bytes) read.push(chunk);
          expect(Buffer.concat(read).toString()).toBe(content);
        },
      ),
      { numRuns: 200, seed: 330302 },
    );
  });
});

const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';

async function* cutting(text: string, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const length = cuts[turn % cuts.length] ?? 1;
    yield bytes.subarray(start, start + length);
    start += length;
  }
}
