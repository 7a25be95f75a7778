// Files as attackers and broken programs make them.
import { deflateSync } from 'node:zlib';

type PdfObject = string | Buffer;

/** A PDF of the given objects, numbered from 1; the first is the catalogue. */
export function pdfOfObjects(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  });
  const at = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  parts.push(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;
const stream = (dict: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${dict}/Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')]);

/** Unpacks to 64 MB from a few hundred bytes, in two layers. */
const doubleBomb = (): Buffer => deflateSync(deflateSync(Buffer.alloc(64_000_000, 'q Q ')), { level: 9 });

export const HOSTILE_PDFS: Readonly<Record<string, () => Buffer>> = {
  'a script': () =>
    pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>',
      PAGES,
      page(),
      '<</S/JavaScript/JS(app.alert\\(1\\))>>',
    ]),
  'a script with escaped names': () =>
    pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>',
      PAGES,
      page(),
      '<</S/J#61vaScript/J#53(app.alert\\(1\\))>>',
    ]),
  'a link that starts a program': () =>
    pdfOfObjects([
      CATALOGUE,
      PAGES,
      page('/Annots[4 0 R]'),
      '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(cmd.exe)>>>>',
    ]),
  'an attached program': () =>
    pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>>>',
      PAGES,
      page(),
      '<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>',
      stream('/Type/EmbeddedFile', Buffer.from('MZ')),
    ]),
  'an action on opening a page': () =>
    pdfOfObjects([CATALOGUE, PAGES, page('/AA<</O<</S/URI/URI(http://example.com)>>>>')]),
  'no pages': () => pdfOfObjects([CATALOGUE, '<</Type/Pages/Kids[]/Count 0>>']),
  'a page tree in a circle': () => pdfOfObjects([CATALOGUE, '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
  'a page of 70 metres': () =>
    pdfOfObjects([CATALOGUE, PAGES, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200000 200000]>>']),
  'a content stream that unpacks to 64 MB': () =>
    pdfOfObjects([
      CATALOGUE,
      PAGES,
      page('/Contents 4 0 R'),
      stream('/Filter[/FlateDecode/FlateDecode]', doubleBomb()),
    ]),
  'a picture of 60,000 × 60,000': () =>
    pdfOfObjects([
      CATALOGUE,
      PAGES,
      page('/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>'),
      stream('', Buffer.from('q 595 0 0 842 0 0 cm /I Do Q')),
      stream(
        '/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode',
        deflateSync(Buffer.alloc(7_500 * 2_000)),
      ),
    ]),
  'nothing after its first bytes': () => Buffer.from('%PDF-1.7\n%garbage'),
};

/** A JPEG header that claims 60,000 × 60,000 pixels. */
export const JPEG_BOMB = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffc00011', 'hex'),
  Buffer.from([8, 0xea, 0x60, 0xea, 0x60, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
  Buffer.from('ffd9', 'hex'),
]);
