// The process that looks into files of strangers. It knows no secrets, keeps nothing, and is killed when it takes too long
// or grows too large.
import { hash } from 'node:crypto';
import { read as readDescriptor } from 'node:fs';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { isBlank } from '../../../domain/paper/filing/page-quality.ts';
import { encodeJpeg, TooManyPixels } from './decode-image.ts';
import { findAllCodes, findCode, prepareCodeReader, searchCode } from './find-code.ts';
import { type GrayImage, type QuarterTurns, shrink, turn, wholeOf } from './gray-image.ts';
import { inkShare, sharpness } from './measure-page.ts';
import { type OpenedStack, openStack } from './open-stack.ts';
import { photographedAt } from './photo-time.ts';
import { cutStrips, readRows } from './read-cells.ts';
import type { HeadReader } from './read-head.ts';
import type { Answers, ExpectedHead, Glance, ReaderReply, ReaderRequest, SeenCode } from './reader-messages.ts';
import { registerSheet } from './register-sheet.ts';
import { type StackPage, UnreadableStack } from './stack.ts';
import { cpuMilliseconds, type Watched } from './watchdog.ts';

/** Everything our codes begin with; what else stands on a page as a code is not looked at. */
const LIKE_A_CODE = /^JG1:|^HTTPS?:\/\/[^\s?#]*\/\d{6}-\d{4}-\d{4}\//i;

/** A page takes a twentieth of it, with letters or cells to read a fifth. Loading what a type of file needs is in it. */
const CPU_MILLISECONDS = { OPEN: 3_500, GLANCE: 2_500, SEARCH: 6_000, EXAMINE: 6_000, READ_CELLS: 6_000 } as const;
const OPENED_PER_MILLISECOND = 25_000;

const PICTURE_WIDTH = 1_000;
const PICTURE_QUALITY = 60;

const STANDARD_INPUT = 0;
const [fileBytes = 0, memoryLimit = 0] = process.argv.slice(2).map(Number);
/** In place from the first byte on: collecting and joining would need the memory twice, and so do the pieces of a stream. */
const file = Buffer.allocUnsafeSlow(fileBytes);

let stack: OpenedStack | undefined;
let headReader: Promise<HeadReader> | undefined;

async function answer(request: ReaderRequest): Promise<Answers[keyof Answers]> {
  if (request.kind === 'OPEN') {
    stack = await openStack(file);
    const drawn = stack.pages.flatMap(({ source }, index) => (source.kind === 'VECTOR' ? [index + 1] : []));
    return { pages: stack.pages.length, drawn };
  }
  const page = stack?.pages[request.page - 1];
  const image = page && (await stack?.view(page));
  if (page === undefined || image === undefined) return null;
  switch (request.kind) {
    case 'GLANCE':
      return glance(page, image);
    case 'SEARCH':
      return seen(await searchCode(image, (text) => LIKE_A_CODE.test(text) && !request.rejected.includes(text)));
    case 'EXAMINE':
      return {
        sharpness: sharpness(image),
        codes: (await findAllCodes(image)).map(({ text }) => text).filter((text) => LIKE_A_CODE.test(text)),
        head: request.code === null ? null : await readHead(image, request.code, request.expected),
        picture: pictureOf(image, request.code?.turns ?? 0),
      };
    case 'READ_CELLS': {
      const sheet = registerSheet(image, request.code, request.geometry);
      if (sheet === undefined) return null;
      return { rows: readRows(sheet, request.geometry), strips: cutStrips(sheet, request.geometry) };
    }
  }
}

async function glance({ source, size }: StackPage, image: GrayImage): Promise<Glance> {
  const jpeg = source.kind === 'JPEG' ? source.jpeg : undefined;
  const ink = inkShare(image);
  const code = isBlank(ink) ? undefined : await findCode(image, (text) => LIKE_A_CODE.test(text));
  return {
    digest: hash('sha256', jpeg ?? image.data, 'hex'),
    width: image.width,
    height: image.height,
    size: size ?? null,
    ink,
    code: seen(code),
    photographedAt: jpeg === undefined ? null : photographedAt(jpeg),
  };
}

const seen = (code: Awaited<ReturnType<typeof findCode>>): SeenCode | null =>
  code === undefined ? null : { text: code.text, turns: code.turns, corners: code.corners.map(({ x, y }) => [x, y]) };

async function readHead(
  image: GrayImage,
  { corners: [topLeft, topRight] }: SeenCode,
  expected: ExpectedHead | null,
): Promise<string> {
  // Loaded when first needed: filing does without, and it is half of the memory and a fifth of the start.
  headReader ??= import('./read-head.ts').then(({ openHeadReader }) => openHeadReader());
  const [left = [0, 0], right = [1, 0]] = [topLeft, topRight];
  return (await headReader).read(image, Math.atan2(right[1] - left[1], right[0] - left[0]), expected);
}

function pictureOf(image: GrayImage, turns: QuarterTurns): Uint8Array {
  const factor = Math.max(1, Math.round(Math.min(image.width, image.height) / PICTURE_WIDTH));
  return encodeJpeg(turn(shrink(image, wholeOf(image), factor), turns), PICTURE_QUALITY);
}

async function receiveFile(): Promise<void> {
  const read = promisify(readDescriptor);
  for (let received = 0; received < file.length; ) {
    const { bytesRead } = await read(STANDARD_INPUT, file, received, file.length - received, null);
    if (bytesRead === 0) return;
    received += bytesRead;
  }
}

async function replyTo(request: ReaderRequest): Promise<ReaderReply> {
  try {
    return { ok: true, answer: await answer(request) };
  } catch (error) {
    if (error instanceof UnreadableStack) return { ok: false, refusal: error.refusal };
    // Whatever else a file makes its reader throw is the file's fault; too many pixels is one of the ways.
    if (request.kind === 'OPEN')
      return { ok: false, refusal: error instanceof TooManyPixels ? 'TOO_MUCH_INSIDE' : 'DAMAGED' };
    return { ok: false };
  }
}

const deadline = new Float64Array(new SharedArrayBuffer(8));
const watched: Watched = { memory: memoryLimit, deadline: deadline.buffer };
new Worker(new URL('watchdog.ts', import.meta.url), { workerData: watched }).unref();
await Promise.all([receiveFile(), prepareCodeReader()]);
process.on('message', async (request: ReaderRequest) => {
  // Only our own parent process writes to this channel, in the types of reader-messages.
  deadline[0] =
    cpuMilliseconds() +
    CPU_MILLISECONDS[request.kind] +
    (request.kind === 'OPEN' ? fileBytes / OPENED_PER_MILLISECOND : 0);
  const reply = await replyTo(request);
  deadline[0] = 0;
  process.send?.(reply);
});
process.send?.('READY');
