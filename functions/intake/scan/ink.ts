// Tells ink from paper in a small part of a sheet: what is darker than the paper there, without noise and dust.
import type { Box } from '../../../domain/paper/filing/sheet-geometry.ts';
import type { RegisteredSheet } from './register-sheet.ts';

export const SAMPLES_PER_MM = 5;

/** Brightness of a part of the sheet, upright, SAMPLES_PER_MM to the millimetre. */
export interface Patch {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

export function patchOf(sheet: RegisteredSheet, { x, y, width, height }: Box, perMm = SAMPLES_PER_MM): Patch {
  const columns = Math.max(1, Math.round(width * perMm));
  const rows = Math.max(1, Math.round(height * perMm));
  const values = new Float32Array(columns * rows);
  const half = 0.5 / perMm;
  for (let j = 0, at = 0; j < rows; j += 1) {
    for (let i = 0; i < columns; i += 1, at += 1) {
      const [left, top] = [x + i / perMm, y + j / perMm];
      values[at] =
        (sheet.at(left, top) +
          sheet.at(left + half, top) +
          sheet.at(left, top + half) +
          sheet.at(left + half, top + half)) /
        4;
    }
  }
  return { columns, rows, values };
}

/** Ink is darker than the paper by a share of what black is darker, by more than the noise, and by what an eye can see. */
const SHARE_OF_BLACK = 0.22;
const NOISE_DEVIATIONS = 3.2;
const VISIBLE = 12;

/** Which samples are ink. */
export function inkOf({ values }: Patch, black: number): Uint8Array {
  const paper = Float32Array.from(values).sort()[Math.floor(values.length * 0.6)] ?? 255;
  let [squares, count] = [0, 0];
  for (const value of values) {
    if (value <= paper - 1) continue;
    squares += (value - paper) ** 2;
    count += 1;
  }
  const noise = Math.sqrt(squares / Math.max(1, count));
  const threshold = paper - Math.max(SHARE_OF_BLACK * (paper - black), NOISE_DEVIATIONS * noise, VISIBLE);
  return Uint8Array.from(values, (value) => (value < threshold ? 1 : 0));
}

export interface Stroke {
  /** Samples. */
  readonly size: number;
  /** Diagonal of its bounding box in mm. */
  readonly extent: number;
}

/** Connected ink, by four neighbours. */
export function strokesOf(ink: Uint8Array, columns: number): readonly Stroke[] {
  const rest = Uint8Array.from(ink);
  const strokes: Stroke[] = [];
  const open: number[] = [];
  for (let start = 0; start < rest.length; start += 1) {
    if (rest[start] !== 1) continue;
    rest[start] = 0;
    open.push(start);
    let [size, left, right, top, bottom] = [0, columns, 0, rest.length, 0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const column = at % columns;
      const row = (at - column) / columns;
      size += 1;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      const neighbours = [column > 0 ? at - 1 : -1, column < columns - 1 ? at + 1 : -1, at - columns, at + columns];
      for (const neighbour of neighbours) {
        if (rest[neighbour] !== 1) continue;
        rest[neighbour] = 0;
        open.push(neighbour);
      }
    }
    strokes.push({ size, extent: Math.hypot(right - left, bottom - top) / SAMPLES_PER_MM });
  }
  return strokes;
}
