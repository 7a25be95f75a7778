// Takes an OFD (GB/T 33190) apart: pages that are one scanned picture are read, drawn ones go to a person.
import { XMLParser } from 'fast-xml-parser';
import { unpackZip } from '../zip-guard.ts';
import { checkPageCount, checkSize, type PageSource, type Stack, type StackPage, UnreadableStack } from './stack.ts';

const LIMITS = { entries: 20_000, entryBytes: 50_000_000, totalBytes: 300_000_000 };

/** Entities off: an OFD needs none, and nested ones grow without limit. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  parseAttributeValue: false,
  parseTagValue: false,
});

type Parts = ReadonlyMap<string, Uint8Array>;
/** Elements by name; whatever else an XML file may hold is looked at where it is used. */
type Element = Readonly<Record<string, unknown>>;

export async function openOfd(bytes: Uint8Array): Promise<Stack> {
  const unpacked = await unpackZip(bytes, LIMITS);
  if (!unpacked.ok) throw new UnreadableStack('DAMAGED');
  const parts = unpacked.value;
  for (const name of parts.keys())
    if (/\.(?:js|exe|bat|cmd|vbs|dll)$/i.test(name)) throw new UnreadableStack('ACTIVE_CONTENT');
  const pages = elementsAt(parts, 'OFD.xml', 'OFD', 'DocBody').flatMap((body) =>
    pagesOf(parts, pathIn('', text(body.DocRoot))),
  );
  checkPageCount(pages.length);
  return { pages };
}

function pagesOf(parts: Parts, root: string): StackPage[] {
  const [document] = elementsAt(parts, root, 'Document');
  if (document === undefined) throw new UnreadableStack('DAMAGED');
  const common = element(document.CommonData);
  const area = text(element(common?.PageArea)?.PhysicalBox);
  const pictures = new Map(
    [common?.PublicRes, common?.DocumentRes]
      .flatMap(list)
      .flatMap((path) => picturesIn(parts, pathIn(root, text(path)))),
  );
  return list(element(document.Pages)?.Page).map((page) => {
    const path = pathIn(root, text(element(page)?.BaseLoc));
    return pageOf(parts, path, area, pictures);
  });
}

/** Resource id → path of the picture. */
function picturesIn(parts: Parts, path: string): (readonly [string, string])[] {
  return elementsAt(parts, path, 'Res').flatMap((resources) => {
    const base = pathIn(path, text(resources.BaseLoc));
    return list(element(resources.MultiMedias)?.MultiMedia).flatMap((item) => {
      const media = element(item);
      const file = text(media?.MediaFile);
      return media?.Type === 'Image' ? [[text(media.ID), pathIn(base === '' ? '' : `${base}/`, file)] as const] : [];
    });
  });
}

function pageOf(parts: Parts, path: string, area: string, pictures: ReadonlyMap<string, string>): StackPage {
  const [page] = elementsAt(parts, path, 'Page');
  if (page === undefined) throw new UnreadableStack('DAMAGED');
  const [, , width = 0, height = 0] = numbers(text(element(page.Area)?.PhysicalBox) || area);
  const size = checkSize(width, height);
  const layers = elementsOf(list(element(page.Content)?.Layer));
  return { source: scannedPicture(parts, layers, size, pictures) ?? { kind: 'VECTOR' }, size };
}

/** A scan is one picture over (nearly) the whole page, and nothing drawn. */
function scannedPicture(
  parts: Parts,
  layers: readonly Element[],
  { width, height }: { readonly width: number; readonly height: number },
  pictures: ReadonlyMap<string, string>,
): PageSource | undefined {
  const drawn = layers.some(
    (layer) => layer.TextObject !== undefined || layer.PathObject !== undefined || layer.PageBlock !== undefined,
  );
  const [only, ...others] = layers.flatMap((layer) => list(layer.ImageObject));
  const picture = element(only);
  if (drawn || picture === undefined || others.length > 0) return undefined;
  const [, , across = 0, down = 0] = numbers(text(picture.Boundary));
  const bytes = parts.get(pictures.get(text(picture.ResourceID)) ?? '');
  if (bytes === undefined || across * down < 0.8 * width * height) return undefined;
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? { kind: 'JPEG', jpeg: bytes } : { kind: 'PICTURE', bytes, frame: 0 };
}

/** The elements `names` lead to from the root of an XML part; none if the part or an element on the way is missing. */
function elementsAt(parts: Parts, path: string, ...names: string[]): Element[] {
  const bytes = parts.get(path);
  if (bytes === undefined) return [];
  let found: unknown[] = [parse(bytes)];
  for (const name of names) found = found.flatMap((each) => list(element(each)?.[name]));
  return elementsOf(found);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parser.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new UnreadableStack('DAMAGED', { cause });
  }
}

const element = (value: unknown): Element | undefined =>
  // The parser gives plain objects for elements, checked here; their fields stay unknown.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : undefined;
const elementsOf = (values: readonly unknown[]): Element[] => values.map(element).filter((each) => each !== undefined);
const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const numbers = (value: string): number[] => value.split(/\s+/).map(Number);

/** Paths are relative to the file that names them, or absolute from the root of the archive. */
function pathIn(from: string, path: string): string {
  const whole = path.startsWith('/') ? path.slice(1) : from.replace(/[^/]*$/, '') + path;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
