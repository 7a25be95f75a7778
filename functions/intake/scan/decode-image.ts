// Brings the picture of a page to brightness values, refusing pictures whose size alone would exhaust the machine.
import turbo from '@julusian/jpeg-turbo';
import type { GrayImage } from './gray-image.ts';
import { loadSharp } from './load-sharp.ts';

/** A3 at 600 dpi has 70 million pixels; nothing of the procedure is larger. */
export const MAXIMUM_PIXELS = 80_000_000;

export class TooManyPixels extends Error {}

export function checkPixels(width: number, height: number): void {
  if (!(width * height <= MAXIMUM_PIXELS)) throw new TooManyPixels(`${width} × ${height} pixels`);
}

const START_OF_IMAGE = 0xd8;
/** Frame headers: C0–CF without the tables C4, C8 and CC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 3 colour, 4 CMYK. */
  readonly components: number;
}

/** Size and components as the frame header says; undefined if the bytes are no JPEG. */
export function readJpegFrame(jpeg: Uint8Array): JpegFrame | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== START_OF_IMAGE) return undefined;
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < jpeg.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: view.getUint8(at + 9) };
    } else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** One page after the other: the buffer of the last one is used again. */
let lastBuffer = Buffer.alloc(0);

/**
 * Brightness of a JPEG; the result is overwritten by the next call. The luma plane alone is decoded, which takes a
 * quarter of the time that decoding colour and converting it takes.
 */
export async function decodeJpeg(jpeg: Uint8Array): Promise<GrayImage> {
  const frame = readJpegFrame(jpeg);
  if (frame === undefined) throw new Error('no JPEG frame');
  const { width, height, components } = frame;
  checkPixels(width, height);
  if (components === 4) return decodeWithSharp(jpeg);
  if (lastBuffer.length < width * height) lastBuffer = Buffer.alloc(width * height);
  const view = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const decoded = turbo.decompressSync(view, lastBuffer, { format: turbo.FORMAT_GRAY });
  return { width: decoded.width, height: decoded.height, data: lastBuffer.subarray(0, width * height) };
}

/** Brightness of any picture that sharp opens; `page` counts from 0 in files of several. */
export async function decodeWithSharp(bytes: Uint8Array, page = 0): Promise<GrayImage> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes, { page, limitInputPixels: MAXIMUM_PIXELS })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return { width: info.width, height: info.height, data };
  const gray = new Uint8Array(info.width * info.height);
  for (let at = 0; at < gray.length; at += 1) gray[at] = data[at * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: gray };
}

/** A JPEG of gray pixels: what people look at. */
export function encodeJpeg({ width, height, data }: GrayImage, quality: number): Buffer {
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return turbo.compressSync(pixels, {
    width,
    height,
    format: turbo.FORMAT_GRAY,
    subsampling: turbo.SAMP_GRAY,
    quality,
  });
}
