// Brings the head of a page upright, whatever way it was fed, and finds the lines printed there.
import type { GrayImage } from './gray-image.ts';

/** The titles of our sheets and forms stand in the upper fifth. */
const HEAD = 0.22;
/** 150 dpi on A4: titles of 15 pt are 30 pixels high. */
const HEAD_WIDTH = 1_240;
/** Left of the corner marks and right of the text, where the code stands, no title is printed. */
const TEXT_FROM = 0.085;
const TEXT_TO = 0.76;

/** `angle`: direction in which the lines of the page run on the scan, in radians. */
export function uprightHead(page: GrayImage, angle: number): GrayImage {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const sideways = Math.abs(sin) > Math.abs(cos);
  const [across, down] = sideways ? [page.height, page.width] : [page.width, page.height];
  const scale = across / HEAD_WIDTH;
  const width = HEAD_WIDTH;
  const height = Math.round((down / scale) * HEAD);
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0, at = 0; y < height; y += 1) {
    const below = (y + 0.5) * scale - down / 2;
    for (let x = 0; x < width; x += 1, at += 1) {
      const right = (x + 0.5) * scale - across / 2;
      const u = page.width / 2 + right * cos - below * sin - 0.5;
      const v = page.height / 2 + right * sin + below * cos - 0.5;
      data[at] = between(page, u, v);
    }
  }
  return { width, height, data };
}

/** Brightness between the pixels, white beside the page. */
function between({ width, height, data }: GrayImage, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 255;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - column, y - row];
  const at = row * width + column;
  const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return above * (1 - down) + below * down;
}

export interface Line {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const TALLEST = 100;
const LOWEST = 14;
/** Rows of pixels with less ink than this are the white between lines; noise and dust stay below. */
const INK_IN_ROW = 6;
const AIR = 5;
const MAXIMUM_LINES = 5;

/** The lines of print, the tallest first: the title is among them. */
export function findLines({ width, height, data }: GrayImage): readonly Line[] {
  const from = Math.round(width * TEXT_FROM);
  const to = Math.round(width * TEXT_TO);
  const ink = inkThreshold(data);
  const isInk = (x: number, y: number) => (data[y * width + x] ?? 255) < ink;
  const rows = Array.from({ length: height }, (_, y) => {
    let count = 0;
    for (let x = from; x < to; x += 1) if (isInk(x, y)) count += 1;
    return count > INK_IN_ROW;
  });
  return runsOf(rows, 1)
    .filter(([top, bottom]) => bottom - top >= LOWEST && bottom - top <= TALLEST)
    .flatMap(([top, bottom]) => {
      const columns = Array.from({ length: to - from }, (_, x) => {
        for (let y = top; y < bottom; y += 1) if (isInk(from + x, y)) return true;
        return false;
      });
      const tall = bottom - top;
      return runsOf(columns, tall * 2.5)
        .filter(([left, right]) => right - left > tall * 1.5)
        .map(([left, right]) => ({
          left: Math.max(0, from + left - AIR),
          top: Math.max(0, top - AIR),
          width: right - left + 2 * AIR,
          height: Math.min(height - top, tall + 2 * AIR),
        }));
    })
    .toSorted((a, b) => b.height - a.height)
    .slice(0, MAXIMUM_LINES);
}

/** Half way between the paper and the darkest hundredth part, which is the print. */
function inkThreshold(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1;
  const darker = (share: number): number => {
    let below = 0;
    return histogram.findIndex((count) => {
      below += count;
      return below > data.length * share;
    });
  };
  return (darker(0.6) + darker(0.01)) / 2;
}

/** Stretches of `true`, those closer than `gap` as one. */
function runsOf(marks: readonly boolean[], gap: number): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  marks.forEach((mark, at) => {
    if (!mark) return;
    const last = runs.at(-1);
    if (last !== undefined && at - last[1] <= gap) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}
