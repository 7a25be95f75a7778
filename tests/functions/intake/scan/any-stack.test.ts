// Whatever a stack comes as: every type of file, pages turned and photographed, pages that no machine can read. The bytes stay
// as they came.
import { hash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUpload } from '../../../../functions/intake/upload-record.ts';
import { signature, writeOn } from '../../../../local/paperwork/pen.ts';
import { officeScanner, type ScanConditions, simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { blankPage, ofdOf, pdfOf, tiffOf } from '../../../../local/paperwork/stack-files.ts';
import { randomOf } from '../../../../local/randomness.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { type FiledStack, fileNow, OUYUAN, PROJECT, putProject } from '../../../support/scans/filing-desk.ts';
import { pdfOfObjects } from '../../../support/scans/hostile-files.ts';
import { type PrintedSheet, printSheets } from '../../../support/scans/printed-sheets.ts';

const SCANNER = officeScanner(-0.8);
const PHONE: ScanConditions = { ...SCANNER, dpi: 200, skew: 4, perspective: 0.03, noise: 9, jpegQuality: 75, waves: 2 };

const name = (page: number) => ({ projectNo: PROJECT, kind: 'M1', version: 1, page }) as const;

let fake: FakePorts;
let sheets: readonly PrintedSheet[];
const scanOf = (page: number, more: Partial<ScanConditions> = {}) => {
  const sheet = sheets[page - 1];
  if (sheet === undefined) throw new Error(`page ${page} was not printed`);
  return simulateScan(sheet.image, { ...SCANNER, ...more }, page);
};

beforeAll(async () => {
  fake = fakePorts();
  await putProject(fake.ports, PROJECT, OUYUAN);
  const orders = Array.from({ length: 16 }, (_, index) => ({ name: name(index + 1), neighbourhood: OUYUAN.name }));
  sheets = (await printSheets(fake.ports.seal, orders)).sheets;
});
afterAll(() => fake.close());

const filedAs = (page: number) => ({ state: 'FILED', name: name(page), findings: [] });

describe('a stack', () => {
  it('may be a JPEG', async () => {
    const jpeg = await scanOf(1);
    const { pages, uploadId } = await fileNow(fake.ports, jpeg);
    expect(pages).toMatchObject([{ ...filedAs(1), size: null }]);
    const upload = await findUpload(fake.ports, uploadId);
    const kept = upload?.state === 'STORED' ? await fake.ports.papers.get(upload.sha256) : undefined;
    expect(hash('sha256', kept ?? Buffer.alloc(0))).toBe(hash('sha256', jpeg));
  });

  it('may be a PNG', async () => {
    const png = await sharp(await scanOf(2))
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect((await fileNow(fake.ports, png)).pages).toMatchObject([filedAs(2)]);
  });

  it('may be a TIFF of several pages', async () => {
    const tiff = await tiffOf([await scanOf(3), await scanOf(4, { turned: 2 })]);
    expect((await fileNow(fake.ports, tiff)).pages).toMatchObject([filedAs(3), filedAs(4)]);
  });

  it('may be a TIFF in black and white, as fax machines and old copiers write it', async () => {
    const lines = sharp(await scanOf(15, { dpi: 200, noise: 2 }))
      .threshold(150)
      .toColourspace('b-w');
    const tiff = await lines.tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();
    expect((await fileNow(fake.ports, tiff)).pages).toMatchObject([filedAs(15)]);
  });

  it('may be an OFD of scanned pages', async () => {
    const { pages } = await fileNow(fake.ports, ofdOf([await scanOf(5)]));
    expect(pages).toMatchObject([{ ...filedAs(5), size: { width: 210, height: 297 } }]);
  });

  it('may be a photo of a phone, held at an angle', async () => {
    const sheet = sheets[5];
    if (sheet === undefined) throw new Error('nothing was printed');
    const photo = await simulateScan(sheet.image, PHONE, 6);
    expect((await fileNow(fake.ports, photo)).pages).toMatchObject([filedAs(6)]);
  });

  it('may lie in the feeder any way round, with blank backs between, and is shown upright', async () => {
    const pdf = await pdfOf([
      await scanOf(7, { turned: 1 }),
      await blankPage(1),
      await scanOf(8, { turned: 2 }),
      await blankPage(2),
      await scanOf(9, { turned: 3 }),
    ]);
    const { pages, stack } = await fileNow(fake.ports, pdf);
    expect(stack).toMatchObject({ state: 'DONE', pages: 5, filed: 5, checked: 5 });
    expect(pages).toMatchObject([
      { ...filedAs(7), code: { turns: 3 } },
      { state: 'FILED', name: null, findings: ['BLANK_PAGE'] },
      { ...filedAs(8), code: { turns: 2 } },
      { state: 'FILED', name: null, findings: ['BLANK_PAGE'] },
      { ...filedAs(9), code: { turns: 1 } },
    ]);
    // People see the pictures upright.
    for (const { picture } of [pages[0], pages[4]].flatMap((page) => page ?? [])) {
      const { width, height } = await sharp(await fake.ports.papers.get(picture ?? '')).metadata();
      expect(height).toBeGreaterThan(width);
    }
  });
});

describe('a page', () => {
  /** By what is odd about it: all lie in one stack. */
  let odd: Readonly<
    Record<'coarse' | 'blurred' | 'ofTwoCodes' | 'signed' | 'first' | 'again', FiledStack['pages'][number]>
  >;
  beforeAll(async () => {
    const coarse = await scanOf(11, { dpi: 90, blur: 0 });
    const blurred = await scanOf(12, { blur: 3.2 });
    const [ofTwoCodes, signed] = [await sideBySide(await scanOf(13), await scanOf(14)), await simulateSigned()];
    const [first, again] = [await scanOf(16), await scanOf(16, { skew: 1.7 })];
    const scans = { coarse, blurred, ofTwoCodes, signed, first, again };
    const { pages } = await fileNow(fake.ports, await pdfOf(Object.values(scans)));
    odd = Object.fromEntries(Object.keys(scans).map((which, index) => [which, pages[index]])) as typeof odd;
  });

  it('is asked about when it is too coarse to be read by people', () => {
    expect(odd.coarse.findings).toContain('LOW_RESOLUTION');
    expect(odd.coarse.state).toBe('NEEDS_ATTENTION');
  });

  it('is asked about when it is blurred', () => {
    expect(odd.blurred).toMatchObject({ state: 'NEEDS_ATTENTION', findings: expect.arrayContaining(['BLURRED']) });
  });

  it('is asked about when two different codes are on it', () => {
    expect(odd.ofTwoCodes).toMatchObject({
      state: 'NEEDS_ATTENTION',
      findings: expect.arrayContaining(['SEVERAL_CODES']),
    });
  });

  it('is asked about, and not taken for a blank back, when somebody signed on it', () => {
    expect(odd.signed).toMatchObject({ state: 'NEEDS_ATTENTION', findings: expect.arrayContaining(['NO_CODE']) });
  });

  it('is asked about when the same page was scanned before and looks different now', () => {
    expect(odd.first).toMatchObject(filedAs(16));
    expect(odd.again).toMatchObject({
      state: 'NEEDS_ATTENTION',
      name: name(16),
      findings: ['SAME_PAGE_AGAIN'],
    });
  });

  it('is noted, and filed, when its paper is neither A4 nor A3', async () => {
    const letter = pdfOfPage(await scanOf(14), 420, 595);
    expect((await fileNow(fake.ports, letter)).pages).toMatchObject([
      { state: 'FILED', name: name(14), findings: ['UNUSUAL_SIZE'] },
    ]);
  });
});

async function sideBySide(left: Buffer, right: Buffer): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(left).metadata();
  return sharp({ create: { width: width * 2, height, channels: 3, background: '#ddd' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: width, top: 0 },
    ])
    .jpeg()
    .toBuffer();
}

/** A blank sheet with one signature on it. */
async function simulateSigned(): Promise<Buffer> {
  const [{ image }] = sheets as [PrintedSheet];
  const paper = { ...image, data: new Uint8Array(image.data.length).fill(255) };
  const place = { x: 80, y: 120, width: 42, height: 15 };
  return simulateScan(await writeOn(paper, signature(randomOf(3), place, false)), SCANNER, 17);
}

/** One JPEG on a page of its own measures, in points. */
function pdfOfPage(jpeg: Buffer, width: number, height: number): Buffer {
  const stream = (dict: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<<${dict}/Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')]);
  return pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>`,
    stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`)),
    stream(
      '/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode',
      jpeg,
    ),
  ]);
}
