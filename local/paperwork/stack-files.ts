// Puts scanned pages into files as scanners and office programs do.
import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

const A4_POINTS = [595.28, 841.89] as const;

/** One JPEG a page, as a scanner writes it. */
export async function pdfOf(jpegs: readonly Uint8Array[]): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const jpeg of jpegs) {
    const picture = await pdf.embedJpg(jpeg);
    const [short, long] = A4_POINTS;
    const [width, height] = picture.width > picture.height ? [long, short] : [short, long];
    pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false, addDefaultPage: false }));
}

export async function tiffOf(jpegs: readonly Uint8Array[]): Promise<Buffer> {
  const frames = await Promise.all(
    jpegs.map((jpeg) => sharp(jpeg).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })),
  );
  const width = Math.max(...frames.map(({ info }) => info.width));
  const height = Math.max(...frames.map(({ info }) => info.height));
  const padded = await Promise.all(
    jpegs.map((jpeg) =>
      sharp(jpeg)
        .resize(width, height, { fit: 'contain', background: '#ffffff', position: 'left top' })
        .toColourspace('b-w')
        .raw()
        .toBuffer(),
    ),
  );
  return sharp(Buffer.concat(padded), {
    raw: { width, height: height * jpegs.length, channels: 1, pageHeight: height },
  })
    .toColourspace('b-w')
    .tiff({ compression: 'lzw' })
    .toBuffer();
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** One picture a page, or drawn text where the page is a string. */
export function ofdOf(pages: readonly (Uint8Array | string)[]): Buffer {
  const files: Record<string, Uint8Array> = {};
  const xml = (path: string, body: string) => {
    files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  };
  const at = (index: number) => `Pages/Page_${index}/Content.xml`;
  xml(
    'OFD.xml',
    `<ofd:OFD ${NAMESPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  );
  xml(
    'Doc_0/Document.xml',
    `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="${at(index)}"/>`).join('')}</ofd:Pages></ofd:Document>`,
  );
  const media = pages.map((page, index) =>
    typeof page === 'string'
      ? ''
      : `<ofd:MultiMedia ID="${100 + index}" Type="Image" Format="JPG"><ofd:MediaFile>${index}.jpg</ofd:MediaFile></ofd:MultiMedia>`,
  );
  xml(
    'Doc_0/DocumentRes.xml',
    `<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
  );
  pages.forEach((page, index) => {
    if (typeof page !== 'string') files[`Doc_0/Res/${index}.jpg`] = page;
    const content =
      typeof page === 'string'
        ? `<ofd:TextObject ID="9" Boundary="20 20 100 10" Font="1" Size="4"><ofd:TextCode X="0" Y="4">${page}</ofd:TextCode></ofd:TextObject>`
        : `<ofd:ImageObject ID="9" ResourceID="${100 + index}" CTM="210 0 0 297 0 0" Boundary="0 0 210 297"/>`;
    xml(
      `Doc_0/${at(index)}`,
      `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="4">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  });
  return Buffer.from(zipSync(files));
}

/** What comes out of the scanner for a back side: paper, dust, a shadow. */
export async function blankPage(seed: number): Promise<Buffer> {
  const width = 1654;
  const height = 2339;
  const dust = Array.from(
    { length: 20 },
    (_, dot) =>
      `<circle cx="${(dot * 811 + seed * 37) % width}" cy="${(dot * 613 + seed * 53) % height}" r="1.5" fill="#777"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f0efea"/>${dust.join('')}</svg>`;
  return sharp(Buffer.from(svg)).toColourspace('b-w').jpeg({ quality: 60 }).toBuffer();
}
