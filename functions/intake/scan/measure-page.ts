// How much is on a page and how sharp it is, from its pixels alone.
import { type GrayImage, shrink } from './gray-image.ts';

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
/** Every third stretch of so many rows, all over the page, says as much as the whole page. */
const STRETCH = 48;
const STRETCHES = 3;

/**
 * Steepness of the steeper edges against the brightness of the paper, after smoothing. Variance of the Laplacian, the
 * usual measure, takes noise for sharpness.
 */
export function sharpness(page: GrayImage): number {
  const factor = Math.max(1, Math.floor(Math.min(page.width, page.height) / SHARPNESS_WIDTH));
  const left = Math.floor(page.width * MARGIN);
  const margin = Math.floor(page.height * MARGIN);
  const edges = new Uint32Array(512);
  const histogram = new Uint32Array(256);
  const rows = STRETCH * factor;
  for (let top = margin; top + rows <= page.height - margin; top += rows * STRETCHES) {
    const box = { left, top, width: page.width - 2 * left, height: rows };
    countEdges(smooth(shrink(page, box, factor)), edges, histogram);
  }
  const seen = histogram.reduce((sum, count) => sum + count, 0);
  const steep = edges.reduce((sum, count) => sum + count, 0);
  return brightnessAbove(edges, steep * 0.05) / Math.max(1, brightnessAbove(histogram, seen * PAPER_SHARE));
}

function countEdges({ width, height, data }: GrayImage, edges: Uint32Array, histogram: Uint32Array): void {
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const value = data[at] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
      const across = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const down = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      const edge = Math.min(511, Math.round(Math.sqrt(across * across + down * down)));
      if (edge > NOISE_FLOOR) edges[edge] = (edges[edge] ?? 0) + 1;
    }
  }
}

/** Weights 1 4 6 4 1 across and down: a Gaussian of deviation 1. Two pixels of each edge have too few neighbours and are left out. */
function smooth({ width, height, data }: GrayImage): GrayImage {
  const columns = width - 4;
  const rows = height - 4;
  const across = new Uint16Array(columns * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0, from = y * width; x < columns; x += 1, at += 1, from += 1) {
      const outer = (data[from] ?? 0) + (data[from + 4] ?? 0);
      const inner = (data[from + 1] ?? 0) + (data[from + 3] ?? 0);
      across[at] = outer + 4 * inner + 6 * (data[from + 2] ?? 0);
    }
  }
  const smoothed = new Uint8Array(columns * rows);
  for (let at = 0; at < smoothed.length; at += 1) {
    const outer = (across[at] ?? 0) + (across[at + 4 * columns] ?? 0);
    const inner = (across[at + columns] ?? 0) + (across[at + 3 * columns] ?? 0);
    smoothed[at] = (outer + 4 * inner + 6 * (across[at + 2 * columns] ?? 0)) >> 8;
  }
  return { width: columns, height: rows, data: smoothed };
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
