// How much is on a page and how sharp it is, from its pixels alone.
import sharp from 'sharp';
import { type GrayImage, shrink, wholeOf } from './gray-image.ts';

/** The lid of the scanner shows as a black edge beside crooked sheets: the outer tenth is not looked at. */
const MARGIN = 0.1;
/** Every fourth pixel of every fourth row is enough to tell a blank page. */
const STEP = 4;
/** Brightness of the paper is where the brighter two fifths of the page begin. */
const PAPER_SHARE = 0.4;
/** Ink is darker than this share of the paper; pencil and show-through of the other side are not. */
const INK = 0.7;

/** Share of the page that is ink. */
export function inkShare({ width, height, data }: GrayImage): number {
  const [left, right] = [Math.floor(width * MARGIN), Math.ceil(width * (1 - MARGIN))];
  const [top, bottom] = [Math.floor(height * MARGIN), Math.ceil(height * (1 - MARGIN))];
  const histogram = new Uint32Array(256);
  let seen = 0;
  for (let y = top; y < bottom; y += STEP) {
    for (let at = y * width + left; at < y * width + right; at += STEP, seen += 1) {
      const value = data[at] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
  }
  const paper = brightnessAbove(histogram, seen * PAPER_SHARE);
  let ink = 0;
  for (let value = 0; value < paper * INK; value += 1) ink += histogram[value] ?? 0;
  return ink / Math.max(1, seen);
}

const SHARPNESS_WIDTH = 1_240;
const NOISE_FLOOR = 12;

/**
 * Steepness of the steeper edges against the brightness of the paper, after smoothing. Variance of the Laplacian, the
 * usual measure, takes noise for sharpness.
 */
export async function sharpness(page: GrayImage): Promise<number> {
  const factor = Math.max(1, Math.floor(Math.min(page.width, page.height) / SHARPNESS_WIDTH));
  const { width, height, data } = shrink(page, wholeOf(page), factor);
  const smooth = await sharp(data, { raw: { width, height, channels: 1 } })
    .blur(1)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const edges = new Uint32Array(512);
  const histogram = new Uint32Array(256);
  let count = 0;
  const margin = Math.floor(width * MARGIN);
  for (let y = margin; y < height - margin; y += 1) {
    for (let at = y * width + margin; at < (y + 1) * width - margin; at += 1) {
      const value = smooth[at] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
      const across = (smooth[at + 1] ?? 0) - (smooth[at - 1] ?? 0);
      const down = (smooth[at + width] ?? 0) - (smooth[at - width] ?? 0);
      const edge = Math.min(511, Math.round(Math.hypot(across, down)));
      if (edge <= NOISE_FLOOR) continue;
      edges[edge] = (edges[edge] ?? 0) + 1;
      count += 1;
    }
  }
  const seen = (width - 2 * margin) * (height - 2 * margin);
  const paper = brightnessAbove(histogram, seen * PAPER_SHARE);
  return brightnessAbove(edges, count * 0.05) / Math.max(1, paper);
}

/** The value that `count` of the highest values of a histogram lie at or above. */
function brightnessAbove(histogram: Uint32Array, count: number): number {
  let above = 0;
  for (let value = histogram.length - 1; value > 0; value -= 1) {
    above += histogram[value] ?? 0;
    if (above > count) return value;
  }
  return 0;
}
