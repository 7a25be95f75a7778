// A page as the readers of scans see it: brightness only, one byte a pixel, row by row from the top left.

export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** In pixels. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the image in the box, made smaller by a whole factor; each pixel is the mean of what it stands for. */
export function shrink(image: GrayImage, box: PixelBox, factor: number): GrayImage {
  const width = Math.floor(box.width / factor);
  const height = Math.floor(box.height / factor);
  const data = new Uint8Array(width * height);
  const part = { image, box, width, height, data };
  if (factor === 1) copyRows(part);
  else if (factor === 2) halve(part);
  else average(part, factor);
  return { width, height, data };
}

interface Part {
  readonly image: GrayImage;
  readonly box: PixelBox;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function copyRows({ image, box: { left, top }, width, height, data }: Part): void {
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * image.width + left;
    data.set(image.data.subarray(from, from + width), y * width);
  }
}

/** By far the most frequent: pages of 300 dpi are looked at with 150. */
function halve({ image, box: { left, top }, width, height, data }: Part): void {
  const { data: pixels, width: stride } = image;
  for (let y = 0, at = 0; y < height; y += 1) {
    let upper = (top + 2 * y) * stride + left;
    let lower = upper + stride;
    for (let x = 0; x < width; x += 1, at += 1, upper += 2, lower += 2) {
      const sum = (pixels[upper] ?? 0) + (pixels[upper + 1] ?? 0) + (pixels[lower] ?? 0) + (pixels[lower + 1] ?? 0);
      data[at] = sum >> 2;
    }
  }
}

function average({ image, box: { left, top }, width, height, data }: Part, factor: number): void {
  const sums = new Uint32Array(width);
  const area = factor * factor;
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let j = 0; j < factor; j += 1) {
      let from = (top + y * factor + j) * image.width + left;
      for (let x = 0; x < width; x += 1) {
        let sum = sums[x] ?? 0;
        for (let i = 0; i < factor; i += 1, from += 1) sum += image.data[from] ?? 0;
        sums[x] = sum;
      }
    }
    for (let x = 0; x < width; x += 1) data[y * width + x] = (sums[x] ?? 0) / area;
  }
}

export const wholeOf = ({ width, height }: GrayImage): PixelBox => ({ left: 0, top: 0, width, height });

/** How many quarter turns clockwise bring the page upright. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export function turn(image: GrayImage, turns: QuarterTurns): GrayImage {
  if (turns === 0) return image;
  const { width, height, data } = image;
  const turned = new Uint8Array(data.length);
  const [columns, rows] = turns === 2 ? [width, height] : [height, width];
  for (let y = 0, at = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1, at += 1) {
      const from =
        turns === 2
          ? (height - 1 - y) * width + (width - 1 - x)
          : turns === 1
            ? (height - 1 - x) * width + y
            : x * width + (width - 1 - y);
      turned[at] = data[from] ?? 0;
    }
  }
  return { width: columns, height: rows, data: turned };
}
