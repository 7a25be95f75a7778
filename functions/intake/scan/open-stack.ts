// Opens a stack of any type that the intake takes, and shows its pages.
import type { Renderer } from '../../runtime/render-pdf.ts';
import { type AcceptedType, detectType } from '../detect-type.ts';
import {
  checkPixels,
  decodeJpeg,
  decodeWithSharp,
  MAXIMUM_PIXELS,
  readJpegFrame,
  TooManyPixels,
} from './decode-image.ts';
import type { GrayImage } from './gray-image.ts';
import { loadSharp } from './load-sharp.ts';
import { checkPageCount, type Stack, type StackPage, UnreadableStack } from './stack.ts';

/** Drawn pages have no resolution of their own; codes of 25 mm need 150. */
const DRAWING_DPI = 200;

export interface OpenedStack extends Stack {
  /** Undefined if a person must look at the page. The image is overwritten by the next call. */
  view(page: StackPage): Promise<GrayImage | undefined>;
}

export async function openStack(bytes: Buffer): Promise<OpenedStack> {
  const detected = await detectType(bytes);
  if (!detected.ok) throw new UnreadableStack('NOT_A_STACK');
  const { pages } = await pagesOf(detected.value, bytes);
  let renderer: Promise<Renderer> | undefined;
  return {
    pages,
    async view({ source }) {
      switch (source.kind) {
        case 'JPEG':
          return decodeJpeg(source.jpeg);
        case 'PICTURE':
          return decodeWithSharp(source.bytes, source.frame);
        case 'DRAWING':
          renderer ??= import('../../runtime/render-pdf.ts').then(({ openRenderer }) =>
            openRenderer(bytes, checkPixels),
          );
          return (await renderer).draw(source.index, DRAWING_DPI);
        case 'VECTOR':
          return undefined;
      }
    },
  };
}

/** What a type needs is loaded with the first file of that type: each reader lives for one file. */
async function pagesOf(type: AcceptedType, bytes: Buffer): Promise<Stack> {
  switch (type) {
    case 'PDF':
      return (await import('./open-pdf.ts')).openPdf(bytes);
    case 'OFD':
      return (await import('./open-ofd.ts')).openOfd(bytes);
    case 'JPEG':
      return onePicture(bytes);
    case 'PNG':
    case 'TIFF':
      return pictures(bytes);
    case 'XLSX':
      throw new UnreadableStack('NOT_A_STACK');
  }
}

function onePicture(jpeg: Buffer): Stack {
  const frame = readJpegFrame(jpeg);
  if (frame === undefined) throw new UnreadableStack('DAMAGED');
  try {
    checkPixels(frame.width, frame.height);
  } catch (cause) {
    throw new UnreadableStack(cause instanceof TooManyPixels ? 'TOO_MUCH_INSIDE' : 'DAMAGED', { cause });
  }
  return { pages: [{ source: { kind: 'JPEG', jpeg } }] };
}

async function pictures(bytes: Buffer): Promise<Stack> {
  const sharp = await loadSharp();
  const described = await sharp(bytes, { limitInputPixels: MAXIMUM_PIXELS })
    .metadata()
    .catch((cause) => {
      throw new UnreadableStack(/pixel limit/.test(String(cause)) ? 'TOO_MUCH_INSIDE' : 'DAMAGED', { cause });
    });
  const count = described.pages ?? 1;
  checkPageCount(count);
  return { pages: Array.from({ length: count }, (_, frame) => ({ source: { kind: 'PICTURE', bytes, frame } })) };
}
