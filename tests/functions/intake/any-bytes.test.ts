// Every place where bytes from outside are taken apart, fed with good files made bad: an answer or a refusal, never a fault,
// and soon.
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { detectType } from '../../../functions/intake/detect-type.ts';
import { readRoster } from '../../../functions/intake/read-roster.ts';
import { openStack } from '../../../functions/intake/scan/open-stack.ts';
import { UnreadableStack } from '../../../functions/intake/scan/stack.ts';
import { listZip } from '../../../functions/intake/zip-guard.ts';
import { readJson } from '../../../functions/runtime/read-json.ts';
import { readForm, UploadRefused } from '../../../local/http/multipart.ts';
import { ofdOf, pdfOf, tiffOf } from '../../../local/paperwork/stack-files.ts';
import { randomOf } from '../../../local/randomness.ts';
import { roster, rowWith } from '../../support/papers/spreadsheets.ts';
import { mutate } from '../../support/scans/mutations.ts';

/** Thrice the ten seconds that are promised: other tests run beside this one. `npm run chaos` holds it to ten, alone. */
const SLOWEST = 30_000;
const LIMITS = { entries: 1_000, entryBytes: 10_000_000, totalBytes: 50_000_000 };

/** Takes the bytes in; throws only what says that the file is at fault. */
type Boundary = (bytes: Buffer) => Promise<unknown>;

const BOUNDARIES: Readonly<Record<string, { readonly runs: number; readonly take: Boundary }>> = {
  PDF: { runs: 150, take: openStack },
  JPEG: { runs: 150, take: openStack },
  PNG: { runs: 80, take: openStack },
  TIFF: { runs: 80, take: openStack },
  OFD: { runs: 80, take: openStack },
  XLSX: { runs: 60, take: async (bytes) => readRoster(bytes) },
  ZIP: { runs: 250, take: async (bytes) => listZip(bytes, LIMITS) },
  'any upload': { runs: 250, take: async (bytes) => detectType(bytes) },
  JSON: { runs: 300, take: async (bytes) => readJson('application/json', bytes) },
  'multipart form': { runs: 300, take: readWholeForm },
};

const good = new Map<string, Buffer>();
beforeAll(async () => {
  const page = { create: { width: 60, height: 80, channels: 3, background: '#eee' } } as const;
  const jpeg = await sharp(page).jpeg().toBuffer();
  good.set('PDF', await pdfOf([jpeg]));
  good.set('JPEG', jpeg);
  good.set('PNG', await sharp(page).png().toBuffer());
  good.set('TIFF', await tiffOf([jpeg, jpeg]));
  good.set('OFD', ofdOf([jpeg, 'text']));
  good.set('XLSX', Buffer.from(await roster([rowWith({})])));
  good.set('ZIP', ofdOf([jpeg]));
  good.set('any upload', await pdfOf([jpeg]));
  good.set('JSON', Buffer.from(JSON.stringify({ a: [1, 'x', { b: null }], c: { d: '\u{1f600}' }, e: 1e20 })));
  good.set('multipart form', FORM);
});

const FORM = Buffer.from(
  '--x\r\nContent-Disposition: form-data; name="policy"\r\n\r\nabc\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n',
);

async function readWholeForm(bytes: Buffer): Promise<void> {
  async function* chunks() {
    for (let place = 0; place < bytes.length; place += 7) yield bytes.subarray(place, place + 7);
  }
  const form = await readForm('multipart/form-data; boundary=x', chunks(), 10_000);
  if (!form.ok) return;
  for await (const chunk of form.value.file.bytes) expect(chunk.length).toBeGreaterThanOrEqual(0);
}

const isVerdict = (error: unknown): boolean => error instanceof UnreadableStack || error instanceof UploadRefused;

it.each(Object.keys(BOUNDARIES))('%s: a verdict on every mutation, and the good one is still taken', async (kind) => {
  const { runs, take } = BOUNDARIES[kind] ?? expect.fail(kind);
  const bytes = good.get(kind) ?? expect.fail(kind);
  for (let seed = 0; seed < runs; seed++) {
    const mutated = mutate(bytes, randomOf(seed));
    const begun = performance.now();
    await take(mutated).catch((error: unknown) => {
      if (!isVerdict(error)) expect.fail(`${kind}, seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    });
    expect(performance.now() - begun, `${kind}, seed ${seed}`).toBeLessThan(SLOWEST);
  }
  await take(bytes);
});
