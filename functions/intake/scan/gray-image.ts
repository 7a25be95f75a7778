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
export function shrink({ width, data }: GrayImage, { left, top, ...box }: PixelBox, factor: number): GrayImage {
  const columns = Math.floor(box.width / factor);
  const rows = Math.floor(box.height / factor);
  const shrunk = new Uint8Array(columns * rows);
  const area = factor * factor;
  for (let y = 0, at = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1, at += 1) {
      let sum = 0;
      for (let j = 0; j < factor; j += 1) {
        const from = (top + y * factor + j) * width + left + x * factor;
        for (let i = from; i < from + factor; i += 1) sum += data[i] ?? 0;
      }
      shrunk[at] = sum / area;
    }
  }
  return { width: columns, height: rows, data: shrunk };
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
