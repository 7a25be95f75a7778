// Takes a PDF apart before any renderer sees it: refuses what is hostile, and hands out scanned pages as the JPEGs they are.
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { MAXIMUM_PIXELS } from './decode-image.ts';
import {
  checkPageCount,
  checkSize,
  MAXIMUM_PAGES,
  type PageSource,
  type Stack,
  type StackPage,
  UnreadableStack,
} from './stack.ts';

const MAXIMUM_OBJECTS = 200_000;
const MAXIMUM_DEPTH = 30;
/** Of one stream that is no picture, unpacked; the drawing of a map stays below. */
const MAXIMUM_STREAM_BYTES = 30_000_000;
const MAXIMUM_UNPACKED_BYTES = 200_000_000;
/** What a page that is one picture says: a matrix and a name. */
const MAXIMUM_PLACING_BYTES = 4_000;

const MM_PER_POINT = 25.4 / 72;

/** Names that make a file do something when it is opened, or that carry another file. */
const ACTIVE = new Set(
  [
    'JavaScript',
    'JS',
    'Launch',
    'EmbeddedFile',
    'EmbeddedFiles',
    'RichMedia',
    'XFA',
    'SubmitForm',
    'ImportData',
    'GoToR',
  ].concat('Rendition', 'Movie', 'Sound'),
);
/** Active only where they lead to a dictionary: fonts and resources may bear the same short names. */
const ACTIVE_WITH_DICTIONARY = new Set(['AA', 'EF']);

export async function openPdf(bytes: Buffer): Promise<Stack> {
  const document = await load(bytes);
  if (!(document.context.lookup(document.context.trailerInfo.Root) instanceof PDFDict))
    throw new UnreadableStack('DAMAGED');
  inspectObjects(document.context);
  const nodes = listPages(document);
  checkPageCount(nodes.length);
  return { pages: nodes.map((node, index) => pageOf(node, index)) };
}

async function load(bytes: Buffer): Promise<PDFDocument> {
  // Copiers set an owner's password, which asks nothing of a reader: the empty one opens them.
  const options = { updateMetadata: false, throwOnInvalidObject: true, preserveXFA: true, password: '' };
  try {
    return await PDFDocument.load(bytes, options);
  } catch (cause) {
    // Under a password nothing parses, and the parser says only that.
    const encrypted = /ncrypt|assword/.test(String(cause)) || bytes.includes('/Encrypt');
    throw new UnreadableStack(encrypted ? 'ENCRYPTED' : 'DAMAGED', { cause });
  }
}

function inspectObjects(context: PDFContext): void {
  let unpacked = 0;
  const objects = context.enumerateIndirectObjects();
  if (objects.length > MAXIMUM_OBJECTS) throw new UnreadableStack('TOO_MUCH_INSIDE');
  for (const [, object] of objects) {
    inspect(object, 0);
    if (object instanceof PDFRawStream) unpacked += inspectStream(object);
    if (unpacked > MAXIMUM_UNPACKED_BYTES) throw new UnreadableStack('TOO_MUCH_INSIDE');
  }
}

function inspect(object: PDFObject | undefined, depth: number): void {
  if (depth > MAXIMUM_DEPTH) throw new UnreadableStack('TOO_MUCH_INSIDE');
  if (object instanceof PDFName && ACTIVE.has(object.decodeText())) throw new UnreadableStack('ACTIVE_CONTENT');
  if (object instanceof PDFStream) inspect(object.dict, depth + 1);
  if (object instanceof PDFArray) for (const item of object.asArray()) inspect(item, depth + 1);
  if (!(object instanceof PDFDict)) return;
  for (const [name, value] of object.entries()) {
    const key = name.decodeText();
    const active = ACTIVE.has(key) || (ACTIVE_WITH_DICTIONARY.has(key) && object.lookup(name) instanceof PDFDict);
    if (active) throw new UnreadableStack('ACTIVE_CONTENT');
    inspect(value, depth + 1);
  }
}

/** Pictures are judged by their declared size; anything else is unpacked under a limit. Gives the bytes that came out. */
function inspectStream({ dict, contents }: PDFRawStream): number {
  if (dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) {
    if (numberAt(dict, 'Width') * numberAt(dict, 'Height') > MAXIMUM_PIXELS)
      throw new UnreadableStack('TOO_MUCH_INSIDE');
    return 0;
  }
  let bytes: Uint8Array = contents;
  for (const filter of filtersOf(dict)) {
    if (filter !== 'FlateDecode') return bytes.length;
    bytes = inflate(bytes);
  }
  return bytes.length;
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAXIMUM_STREAM_BYTES });
  } catch (cause) {
    // Truncated streams are common and harmless; what is too long is not.
    if (cause instanceof RangeError) throw new UnreadableStack('TOO_MUCH_INSIDE', { cause });
    return bytes;
  }
}

/** In reading order. Walked here because a page tree may be a circle. */
function listPages(document: PDFDocument): readonly PDFDict[] {
  const pages: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const walk = (node: PDFObject | undefined): void => {
    if (!(node instanceof PDFDict)) throw new UnreadableStack('DAMAGED');
    if (seen.has(node)) throw new UnreadableStack('DAMAGED');
    seen.add(node);
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index += 1) walk(kids.lookup(index));
    else pages.push(node);
    if (pages.length > MAXIMUM_PAGES) throw new UnreadableStack('TOO_MUCH_INSIDE');
  };
  walk(document.context.lookup(document.catalog.get(PDFName.of('Pages'))));
  return pages;
}

function pageOf(node: PDFDict, index: number): StackPage {
  const box = inherited(node, 'CropBox') ?? inherited(node, 'MediaBox');
  const [left = 0, bottom = 0, right = 0, top = 0] = box instanceof PDFArray ? box.asArray().map(numberOf) : [];
  const unit = (numberAt(node, 'UserUnit') || 1) * MM_PER_POINT;
  const size = checkSize(Math.abs(right - left) * unit, Math.abs(top - bottom) * unit);
  return { source: scannedPicture(node) ?? { kind: 'DRAWING', index }, size };
}

/** The JPEG that a scanner made of this page, if the page draws that one picture and nothing else. */
function scannedPicture(node: PDFDict): PageSource | undefined {
  const resources = inherited(node, 'Resources');
  const pictures = resources instanceof PDFDict ? resources.lookup(PDFName.of('XObject')) : undefined;
  if (!(pictures instanceof PDFDict)) return undefined;
  const [name, ...others] = pictures.keys();
  const picture = name === undefined || others.length > 0 ? undefined : pictures.lookup(name);
  if (!(picture instanceof PDFRawStream)) return undefined;
  const { dict, contents } = picture;
  const isJpeg =
    filtersOf(dict).join() === 'DCTDecode' && !['SMask', 'Mask', 'Decode'].some((key) => dict.has(PDFName.of(key)));
  return isJpeg && onlyPlacesAPicture(node) ? { kind: 'JPEG', jpeg: contents } : undefined;
}

const PLACING = /^(?:\s*(?:-?[\d.]+|\/[\w.+-]+|q|Q|cm|gs|Do))+\s*$/;

function onlyPlacesAPicture(node: PDFDict): boolean {
  const contents = node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => node.context.lookup(part)) : [contents];
  let text = '';
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > MAXIMUM_PLACING_BYTES) return false;
    text += `${Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')}\n`;
  }
  return text.length <= MAXIMUM_PLACING_BYTES && PLACING.test(text);
}

function inherited(node: PDFDict, key: string): PDFObject | undefined {
  let holder: PDFDict | undefined = node;
  for (let depth = 0; holder !== undefined && depth < MAXIMUM_DEPTH; depth += 1) {
    const value: PDFObject | undefined = holder.lookup(PDFName.of(key));
    if (value !== undefined) return value;
    const parent: PDFObject | undefined = holder.lookup(PDFName.of('Parent'));
    holder = parent instanceof PDFDict ? parent : undefined;
  }
  return undefined;
}

function filtersOf(dict: PDFDict): readonly string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  return names.flatMap((name) => (name instanceof PDFName ? [name.decodeText()] : []));
}

const numberOf = (object: PDFObject | undefined): number => (object instanceof PDFNumber ? object.asNumber() : 0);
const numberAt = (dict: PDFDict, key: string): number => numberOf(dict.lookup(PDFName.of(key)));
