// Finds a printed square by its outline: dark sides with light on both sides of them.
import type { Box } from '../../../domain/paper/filing/sheet-geometry.ts';

/** Brightness at a place given in mm. */
export type Brightness = (x: number, y: number) => number;

export interface Outline {
  readonly box: Box;
  /** How much darker the sides are than what is beside them; below 10 there is no square. */
  readonly contrast: number;
}

const STEP = 0.2;
/** Beside a line of 0.25 mm, in mm from its middle. */
const BESIDE = 0.8;

/** The place within `reach` mm of where the square should be at which its outline stands out most. */
export function findOutline(at: Brightness, box: Box, reach: number): Outline {
  let best = { box, contrast: outlineContrast(at, box) };
  for (let dy = -reach; dy <= reach; dy += STEP) {
    for (let dx = -reach; dx <= reach; dx += STEP) {
      const moved = { ...box, x: box.x + dx, y: box.y + dy };
      const contrast = outlineContrast(at, moved);
      if (contrast > best.contrast) best = { box: moved, contrast };
    }
  }
  return best;
}

/** The weakest side decides: three lines of a table and a tick make no square. */
function outlineContrast(at: Brightness, { x, y, width, height }: Box): number {
  const right = x + width;
  const bottom = y + height;
  const across = (line: number) => meanOn(at, x, line, width, 0);
  const along = (line: number) => meanOn(at, line, y, 0, height);
  const stands = (mean: (line: number) => number, line: number) =>
    (mean(line - BESIDE) + mean(line + BESIDE)) / 2 - mean(line);
  return Math.min(stands(across, y), stands(across, bottom), stands(along, x), stands(along, right));
}

/** Mean brightness on a line, its ends left out. */
export function meanOn(at: Brightness, x: number, y: number, width: number, height: number): number {
  const samples = 12;
  let sum = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const share = 0.08 + (0.84 * (sample + 0.5)) / samples;
    sum += at(x + width * share, y + height * share);
  }
  return sum / samples;
}
