// Drills of the peers' breaks with paper: stacks as a scanner makes them, and files that nobody should open without care.
import { hash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveUpload } from '../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../functions/intake/request-upload.ts';
import { fileStack } from '../../functions/intake/scan/file-stack.ts';
import { openStack } from '../../functions/intake/scan/open-stack.ts';
import { requestFiling } from '../../functions/intake/scan/request-filing.ts';
import { listFiled, listOpenStacks, listPages } from '../../functions/intake/scan/stack-records.ts';
import { findUpload } from '../../functions/intake/upload-record.ts';
import { officeScanner, simulateScan } from '../../local/paperwork/simulate-scan.ts';
import { blankPage, pdfOf } from '../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';
import {
  type FiledStack,
  fileNow,
  OUYUAN,
  PROJECT,
  putProject,
  STREET,
  uploadStack,
} from '../support/scans/filing-desk.ts';
import { JPEG_BOMB, pdfOfObjects } from '../support/scans/hostile-files.ts';
import { printSheets } from '../support/scans/printed-sheets.ts';

const NEXT_DOOR = '330302-2026-0019';
const SCANNER = officeScanner(0.7);
const nameOf = (projectNo: string, page: number) => ({ projectNo, kind: 'M1', version: 1, page }) as const;

let fake: FakePorts;
let pages: FiledStack['pages'];
let again: FiledStack['pages'];
beforeAll(async () => {
  fake = fakePorts();
  await putProject(fake.ports, PROJECT, OUYUAN);
  await putProject(fake.ports, NEXT_DOOR, { ...OUYUAN, code: '330302003002-02', name: '江滨小区' });
  const { sheets } = await printSheets(fake.ports.seal, [
    { name: nameOf(PROJECT, 1), neighbourhood: OUYUAN.name },
    { name: nameOf(NEXT_DOOR, 1), neighbourhood: '江滨小区' },
    { name: nameOf(PROJECT, 2), neighbourhood: OUYUAN.name },
    { name: nameOf(PROJECT, 3), neighbourhood: OUYUAN.name },
  ]);
  const scans = await Promise.all(
    sheets.map(({ image }, index) => simulateScan(image, { ...SCANNER, turned: index === 0 ? 2 : 0 }, index)),
  );
  const [upsideDown = Buffer.alloc(0), nextDoor = Buffer.alloc(0), ...two] = scans;
  const stack = await pdfOf([upsideDown, await blankPage(1), nextDoor, await sideBySide(two[0], two[1])]);

  // The event of the upload comes twice, and whoever works on it is told twice.
  const { uploadId } = await requestUpload(fake.ports, { actor: STREET });
  for (let delivery = 0; delivery < 2; delivery++) {
    expect((await receiveUpload(fake.ports, { uploadId, bytes: stack })).ok).toBe(true);
    expect((await requestFiling(fake.ports, { actor: STREET, uploadId })).ok).toBe(true);
  }
  expect(await listOpenStacks(fake.ports)).toEqual([uploadId]);
  await fileStack(fake.ports, uploadId);
  pages = await listPages(fake.ports, uploadId);
  await fileStack(fake.ports, uploadId);
  again = await listPages(fake.ports, uploadId);
});
afterAll(() => fake.close());

async function sideBySide(left: Buffer = Buffer.alloc(0), right: Buffer = Buffer.alloc(0)): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(left).metadata();
  const both = [
    { input: left, left: 0, top: 0 },
    { input: right, left: width, top: 0 },
  ];
  return sharp({ create: { width: width * 2, height, channels: 3, background: '#ddd' } })
    .composite(both)
    .jpeg()
    .toBuffer();
}

it('duplicate delivery of an upload event: one upload, one stack, every page once', async () => {
  expect(pages).toHaveLength(4);
  expect(again).toEqual(pages);
  expect(await listOpenStacks(fake.ports)).toEqual([]);
  expect(await listFiled(fake.ports, PROJECT)).toHaveLength(1);
});

it('scan upside down: the page is filed by its code, and shown upright', () => {
  expect(pages[0]).toMatchObject({ state: 'FILED', name: nameOf(PROJECT, 1), code: { turns: 2 } });
});

it('blank backs: they stay with the page before them, and ask nothing of anybody', () => {
  expect(pages[1]).toMatchObject({ state: 'FILED', findings: ['BLANK_PAGE'], name: null });
});

it("split documents that skip the workflow or inherit each other's tags: each page goes by its own code, to its own project", async () => {
  expect(pages[2]).toMatchObject({ state: 'FILED', name: nameOf(NEXT_DOOR, 1) });
  const placesOf = async (projectNo: string) => (await listFiled(fake.ports, projectNo)).map(({ pageId }) => pageId);
  expect(await placesOf(PROJECT)).toEqual([pages[0]?.pageId]);
  expect(await placesOf(NEXT_DOOR)).toEqual([pages[2]?.pageId]);
  // Each is looked at by itself, not only the first of the stack.
  expect(pages.map(({ checked }) => checked)).toEqual([true, true, true, true]);
});

it('scan with two codes: the page is asked about, and filed under neither', () => {
  expect(pages[3]).toMatchObject({
    state: 'NEEDS_ATTENTION',
    findings: expect.arrayContaining(['SEVERAL_CODES']),
  });
});

const refusalOf = async (bytes: Uint8Array) => {
  const { stack, pages: none } = await fileNow(fake.ports, bytes);
  expect(none).toEqual([]);
  return [stack.state, stack.refusal];
};

it('a 50,000-megapixel page: it is refused before a pixel is unpacked, and the next file is filed', async () => {
  // 60,000 × 60,000 in the head of the file; one of 223,607 a side does not fit into a JPEG.
  const begun = performance.now();
  expect(await refusalOf(JPEG_BOMB)).toEqual(['REFUSED', 'TOO_MUCH_INSIDE']);
  // To be unpacked it would need more memory than there is, and minutes.
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect((await fileNow(fake.ports, await pdfOf([await blankPage(7)]))).stack.state).toBe('DONE');
});

it('a signed PDF: it is opened like any other, and its bytes stay as they were signed', async () => {
  const signed = pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>',
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/P 3 0 R/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>>>>>',
  ]);
  expect((await openStack(signed)).pages).toHaveLength(1);
  const upload = await findUpload(fake.ports, await uploadStack(fake.ports, STREET, signed));
  if (upload?.state !== 'STORED') expect.fail('not stored');
  expect(hash('sha256', (await fake.ports.papers.get(upload.sha256)) ?? '')).toBe(hash('sha256', signed));
});

it('an encrypted PDF: it is refused with what to do, and kept as it came', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'nobody knows', ownerPassword: 'nobody either' });
  expect(await refusalOf(await document.save())).toEqual(['REFUSED', 'ENCRYPTED']);
});
