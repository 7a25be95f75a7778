// Looks for the filing code on a page: first where our sheets carry it, then everywhere, then on repaired copies.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sharp } from 'sharp';
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { type GrayImage, type PixelBox, type QuarterTurns, shrink, wholeOf } from './gray-image.ts';
import { loadSharp } from './load-sharp.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FoundCode {
  readonly text: string;
  /** Corners of the code as it reads, from its top left clockwise, in pixels of the page as scanned. */
  readonly corners: readonly [Point, Point, Point, Point];
  readonly turns: QuarterTurns;
}

/** Whether a text is worth keeping: a misread code is looked for again. */
export type Accepts = (text: string) => boolean;

/** Loads the reader; its WebAssembly comes from the package, never from the network. */
export async function prepareCodeReader(): Promise<void> {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

const QUICK: ReaderOptions = { formats: ['QRCode'], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 1 };
const SEVERAL: ReaderOptions = { ...QUICK, tryRotate: false, tryDownscale: false, maxNumberOfSymbols: 8 };
const THOROUGH: ReaderOptions = { ...QUICK, tryRotate: true, tryDownscale: true, maxNumberOfSymbols: 8 };

/** Codes of 32 mm stand 9 mm from the top and 14 mm from the right; a quarter of the page leaves room for crooked feeding. */
const STRIP = 0.24;
/** Modules of 0.8 mm stay above 4 pixels; zxing needs 2, and a quarter of the pixels is a quarter of the time. */
const FINE_WIDTH = 2_000;

/** Corner of the page as scanned in which an upright, upside-down or quarter-turned sheet has its code. */
function placesOf({ width, height }: GrayImage): PixelBox[] {
  const across = { width: width >> 1, height: Math.round(height * STRIP) };
  const along = { width: Math.round(width * STRIP * 1.4), height: height >> 1 };
  const size = width > height ? along : across;
  const left = width - size.width;
  const top = height - size.height;
  return [
    { ...size, left, top: 0 },
    { ...size, left: 0, top },
    { ...size, left, top },
    { ...size, left: 0, top: 0 },
  ];
}

/** Where the code of a sheet that was fed straight stands: nine pages of ten need no other look. */
const straight = ({ width, height }: GrayImage): PixelBox => {
  const left = Math.round(width * 0.7);
  return { left, top: 0, width: width - left, height: Math.round(height * 0.19) };
};

/** A few hundredths of a second at most: the four places, then the whole page at half the resolution. */
export async function findCode(page: GrayImage, accepts: Accepts): Promise<FoundCode | undefined> {
  const factor = Math.max(page.width, page.height) > FINE_WIDTH ? 2 : 1;
  const [usual, ...others] = placesOf(page);
  if (usual === undefined) return undefined;
  const atOnce = await readAt(page, straight(page), factor, QUICK, accepts);
  if (atOnce !== undefined) return atOnce;
  for (const coarse of factor === 2 ? [2, 1] : [1]) {
    const found = await readAt(page, usual, coarse, QUICK, accepts);
    if (found !== undefined) return found;
  }
  for (const place of [...others, wholeOf(page)]) {
    const found = await readAt(page, place, factor, QUICK, accepts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every code on the page that reads, at half the resolution: a page with two different ones must not file by either. */
export async function findAllCodes(page: GrayImage): Promise<readonly FoundCode[]> {
  const factor = Math.max(page.width, page.height) > FINE_WIDTH ? 2 : 1;
  const codes = await read(shrink(page, wholeOf(page), factor), SEVERAL);
  return codes.map((code) => placed(code, { left: 0, top: 0 }, factor));
}

/** Ways to bring back a code that noise, a stain, a pen stroke or soft focus hides; each helps where the others do not. */
const REPAIRS: readonly ((image: Sharp) => Sharp)[] = [
  (image) => image.median(3).normalise(),
  (image) => image.blur(1).normalise(),
  (image) => image.sharpen({ sigma: 2 }).normalise(),
  (image) => image.blur(1.6).normalise(),
];

/** Up to a second: for pages that have ink but no code. */
export async function searchCode(page: GrayImage, accepts: Accepts): Promise<FoundCode | undefined> {
  const whole = wholeOf(page);
  const fine = Math.max(page.width, page.height) > FINE_WIDTH ? 2 : 1;
  for (const factor of [1, fine * 2]) {
    const found = await readAt(page, whole, factor, THOROUGH, accepts);
    if (found !== undefined) return found;
  }
  for (const place of placesOf(page)) {
    const cut = shrink(page, place, 1);
    for (const repair of REPAIRS) {
      const repaired = await repairOf(cut, repair);
      const found = (await read(repaired, QUICK)).find(({ text }) => accepts(text));
      if (found !== undefined) return placed(found, place, 1);
    }
  }
  return undefined;
}

async function readAt(page: GrayImage, place: PixelBox, factor: number, options: ReaderOptions, accepts: Accepts) {
  const found = (await read(shrink(page, place, factor), options)).find(({ text }) => accepts(text));
  return found && placed(found, place, factor);
}

/** The reader wants four bytes a pixel and keeps none: one buffer serves all calls, which come one after the other. */
let colours = new ArrayBuffer(0);

async function read(image: GrayImage, options: ReaderOptions): Promise<readonly ReadResult[]> {
  const { width, height, data } = image;
  if (colours.byteLength < data.length * 4) colours = new ArrayBuffer(data.length * 4);
  const rgba = new Uint8ClampedArray(colours, 0, data.length * 4);
  const words = new Uint32Array(colours, 0, data.length);
  for (let at = 0; at < data.length; at += 1) words[at] = 0xff000000 | ((data[at] ?? 0) * 0x010101);
  const codes = await readBarcodes({ data: rgba, width, height, colorSpace: 'srgb' }, options);
  return codes.filter(({ isValid }) => isValid);
}

async function repairOf({ width, height, data }: GrayImage, repair: (image: Sharp) => Sharp) {
  const sharp = await loadSharp();
  const raw = sharp(data, { raw: { width, height, channels: 1 } });
  const repaired = await repair(raw).toColourspace('b-w').raw().toBuffer();
  return { width, height, data: repaired };
}

function placed({ text, position }: ReadResult, { left, top }: Point2D, factor: number): FoundCode {
  const onPage = ({ x, y }: Point): Point => ({ x: left + x * factor, y: top + y * factor });
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return {
    text,
    corners: [onPage(topLeft), onPage(topRight), onPage(bottomRight), onPage(bottomLeft)],
    turns: turnsOf(topLeft, topRight),
  };
}

type Point2D = Pick<PixelBox, 'left' | 'top'>;

/** The upper edge of an upright code runs to the right; one that runs down wants three quarter turns. */
function turnsOf(topLeft: Point, topRight: Point): QuarterTurns {
  const quarter = Math.round(Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) / (Math.PI / 2));
  const turns = [0, 3, 2, 1] as const;
  return turns[(quarter + 4) % 4] ?? 0;
}
