// Malformed papers of every format that the intake takes, one maker for each way in which a file may be wrong; archives have a
// file of their own.
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { pdfOf, tiffOf } from '../../../local/paperwork/stack-files.ts';
import { hostileArchives } from './hostile-archives.ts';
import { HOSTILE_PDFS, JPEG_BOMB, pdfOfObjects } from './hostile-files.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
const plainPdf = (more = ''): Buffer => pdfOfObjects([CATALOGUE, PAGES, PAGE], more);
const text = (bytes: Buffer): string => bytes.toString('latin1');
const raw = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');

export async function hostileCorpus(): Promise<readonly HostileFile[]> {
  const page = { create: { width: 1200, height: 1700, channels: 3, background: '#fff' } } as const;
  const jpeg = await sharp(page).jpeg().toBuffer();
  const png = await sharp(page).png().toBuffer();
  const tiff = await tiffOf([jpeg]);
  const files: Record<string, Buffer> = {
    ...Object.fromEntries(Object.entries(HOSTILE_PDFS).map(([name, make]) => [`PDF: ${name}`, make()])),
    'PDF: encrypted, with a password': await encryptedPdf(),
    ...hostilePdfs(await pdfOf([jpeg])),
    ...hostilePictures(jpeg, png, tiff),
    ...(await hostileArchives(jpeg)),
  };
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}

async function encryptedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'nobody knows', ownerPassword: 'nobody either' });
  return Buffer.from(await document.save());
}

function hostilePdfs(scan: Buffer): Record<string, Buffer> {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const filters = `[${'/ASCIIHexDecode'.repeat(2_000)}]`;
  const form =
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\nendstream';
  const drawing = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>>>';
  return {
    'PDF: encrypted by who knows whom': plainPdf(
      '/Encrypt<</Filter/Standard/V 4/R 4/O(x)/U(x)/P -4/Length 128>>/ID[(a)(a)]',
    ),
    'PDF: cut in the middle': scan.subarray(0, scan.length / 2),
    'PDF: without its end': scan.subarray(0, scan.length - 700),
    'PDF: its table points to itself': raw(text(plainPdf('/Prev 9')).replace('startxref\n', 'startxref\n0')),
    'PDF: objects nested 50,000 deep': pdfOfObjects([CATALOGUE, PAGES, PAGE, nested]),
    'PDF: two thousand filters': pdfOfObjects([
      CATALOGUE,
      PAGES,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<</Filter${filters}/Length 4>>stream\n4141\nendstream`,
    ]),
    'PDF: a form that draws itself': pdfOfObjects([
      CATALOGUE,
      PAGES,
      drawing,
      form,
      '<</Length 5>>stream\n/F Do\nendstream',
    ]),
    'PDF: a million pages, it says': pdfOfObjects([CATALOGUE, '<</Type/Pages/Kids[3 0 R]/Count 1000000>>', PAGE]),
    'PDF: a page without size': pdfOfObjects([CATALOGUE, PAGES, '<</Type/Page/Parent 2 0 R>>']),
    'PDF: a page of no size': pdfOfObjects([CATALOGUE, PAGES, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>']),
    'PDF: a page of negative size': pdfOfObjects([
      CATALOGUE,
      PAGES,
      '<</Type/Page/Parent 2 0 R/MediaBox[9 9 -9999 -9999]>>',
    ]),
    'PDF: a drawing without end': pdfOfObjects([
      CATALOGUE,
      PAGES,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<</Length 2000000>>stream\n${'0 0 595 842 re B '.repeat(100_000)}\nendstream`,
    ]),
    'PDF: that is a ZIP as well': Buffer.concat([plainPdf(), Buffer.from(zipSync({ 'a.exe': strToU8('MZ') }))]),
    'PDF: that is a web page': raw(
      text(plainPdf()).replace('%PDF-1.7\n', '%PDF-1.7\n<html><script>alert(1)</script>\n'),
    ),
    'PDF: behind a thousand bytes of something else': Buffer.concat([Buffer.alloc(1_000, 0x20), plainPdf()]),
    'PDF: in name only': Buffer.from('%PDF-1.7'),
    'PDF: nothing but nothing': Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000)]),
  };
}

function hostilePictures(jpeg: Buffer, png: Buffer, tiff: Buffer): Record<string, Buffer> {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from('0000ea600000ea600800000000', 'hex');
  const pngBomb = Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(6_000_000))),
  ]);
  return {
    'JPEG: 60,000 × 60,000': JPEG_BOMB,
    'JPEG: cut in the middle': jpeg.subarray(0, jpeg.length / 2),
    'JPEG: head only': jpeg.subarray(0, 24),
    'JPEG: without pixels': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
    'JPEG: a segment longer than the file': Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from('ffe1ffff', 'hex'),
      jpeg.subarray(2),
    ]),
    'JPEG: 0 × 0': withoutSize(jpeg),
    'JPEG: ten thousand scans': Buffer.concat([
      jpeg.subarray(0, -2),
      ...Array.from({ length: 10_000 }, () => Buffer.from('ffda000c03010002110311003f00aa', 'hex')),
      Buffer.from('ffd9', 'hex'),
    ]),
    'JPEG: that is a ZIP as well': Buffer.concat([jpeg, Buffer.from(zipSync({ 'a.exe': strToU8('MZ') }))]),
    'JPEG: that says it is a PDF': Buffer.concat([jpeg, plainPdf()]),
    'PNG: 60,000 × 60,000': pngBomb,
    'PNG: cut in the middle': png.subarray(0, png.length / 2),
    'PNG: a chunk longer than the file': Buffer.concat([
      png.subarray(0, 8),
      Buffer.from('7fffffff49484452', 'hex'),
      png.subarray(16),
    ]),
    'PNG: unpacks to nothing': Buffer.concat([
      png.subarray(0, 33),
      chunk('IDAT', Buffer.alloc(0)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
    'TIFF: a directory that leads to itself': tiffOfDirectories(8),
    'TIFF: a directory beyond the file': tiffOfDirectories(0x7fffffff),
    'TIFF: cut in the middle': tiff.subarray(0, tiff.length / 2),
    'TIFF: head only': tiff.subarray(0, 8),
    'TIFF: a million entries': Buffer.concat([Buffer.from('49492a0008000000ffff', 'hex'), Buffer.alloc(786_420, 1)]),
    'TIFF: 100,000 × 100,000': tiffOfSize(100_000),
  };
}

/** Width and height, one strip of nothing; the next directory where told. */
function tiffOfDirectories(next: number): Buffer {
  const file = tiffOfSize(8);
  file.writeUInt32LE(next, file.length - 4);
  return file;
}

function tiffOfSize(side: number): Buffer {
  const tags: readonly (readonly [number, number])[] = [
    [256, side],
    [257, side],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, side],
    [279, 64],
  ];
  const file = Buffer.alloc(8 + 2 + tags.length * 12 + 4);
  file.write('49492a0008000000', 'hex');
  file.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, value], index) => {
    const at = 10 + index * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(4, at + 2);
    file.writeUInt32LE(1, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  return file;
}

/** The frame header of a JPEG, with no lines and no columns. */
function withoutSize(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg);
  return copy.fill(0, copy.indexOf(Buffer.from('ffc0', 'hex')) + 5, copy.indexOf(Buffer.from('ffc0', 'hex')) + 9);
}
