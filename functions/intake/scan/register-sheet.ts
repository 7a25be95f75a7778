// Lays the printed geometry of a sheet over its scan: from the code to the corner marks, and so to every cell.
import type { Box, SheetGeometry } from '../../../domain/paper/filing/sheet-geometry.ts';
import type { GrayImage } from './gray-image.ts';
import { type Matrix, mapPoint, type Pair, projectionOf } from './projection.ts';
import type { SeenCode } from './reader-messages.ts';

export interface RegisteredSheet {
  /** Brightness at a place given in mm, between the pixels; white beside the scan. */
  at(x: number, y: number): number;
  /** Brightness of the printed marks: what black is on this scan. */
  readonly black: number;
}

/** Codes of our forms have 37 modules and 4 of quiet zone on each side. */
const QUIET_SHARE = 4 / 45;

/** How far a mark may be from where the points found so far say, in mm. */
const REACH = 9;
const SAMPLES_PER_MM = 4;
/** Marks are darker than their surroundings by at least this much. */
const CONTRAST = 40;
const MARKS_NEEDED = 3;

/** Undefined if too few marks are left to say where the cells are. */
export function registerSheet(page: GrayImage, code: SeenCode, geometry: SheetGeometry): RegisteredSheet | undefined {
  const known: { readonly sheet: Pair[]; readonly scan: Pair[] } = {
    sheet: cornersOf(geometry.code),
    scan: [...code.corners],
  };
  let projection = projectionOf(known.sheet, known.scan);
  const marks: { readonly place: Pair; readonly seen: Pair; readonly black: number }[] = [];
  const [, codeMiddleY] = middleOf(geometry.code);
  const [codeMiddleX] = middleOf(geometry.code);
  const far = ({ x, y }: Box) => Math.hypot(x - codeMiddleX, y - codeMiddleY);
  // From near to far: each mark found makes the guess for the next one better.
  for (const mark of geometry.marks.toSorted((a, b) => far(a) - far(b))) {
    const found = findMark(page, projection, mark);
    if (found === undefined) continue;
    marks.push({ place: middleOf(mark), ...found });
    projection = fitted(known, marks);
  }
  if (marks.length < MARKS_NEEDED) return undefined;
  const black = marks.reduce((sum, mark) => sum + mark.black, 0) / marks.length;
  const final = projection;
  return { black, at: (x, y) => brightnessAt(page, final, x, y) };
}

/** Marks alone fix the sheet once all four are there; before, the corners of the code hold it. */
function fitted(
  code: { readonly sheet: readonly Pair[]; readonly scan: readonly Pair[] },
  marks: readonly { readonly place: Pair; readonly seen: Pair }[],
): Matrix {
  const places = marks.map(({ place }) => place);
  const seen = marks.map(({ seen }) => seen);
  if (marks.length === 4) return projectionOf(places, seen);
  return projectionOf([...code.sheet, ...places], [...code.scan, ...seen]);
}

function cornersOf({ x, y, width, height }: Box): Pair[] {
  const quiet = width * QUIET_SHARE;
  const [left, top, right, bottom] = [x + quiet, y + quiet, x + width - quiet, y + height - quiet];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

const middleOf = ({ x, y, width, height }: Box): Pair => [x + width / 2, y + height / 2];

/** The darkest square of the mark's size with light around it, near where the mark should be. */
function findMark(
  page: GrayImage,
  projection: Matrix,
  mark: Box,
): { readonly seen: Pair; readonly black: number } | undefined {
  const side = Math.round((2 * REACH + mark.width + 2) * SAMPLES_PER_MM);
  const origin: Pair = [mark.x - REACH - 1, mark.y - REACH - 1];
  const sums = new Float64Array((side + 1) * (side + 1));
  for (let j = 0; j < side; j += 1) {
    let row = 0;
    for (let i = 0; i < side; i += 1) {
      row += brightnessAt(
        page,
        projection,
        origin[0] + (i + 0.5) / SAMPLES_PER_MM,
        origin[1] + (j + 0.5) / SAMPLES_PER_MM,
      );
      sums[(j + 1) * (side + 1) + i + 1] = (sums[j * (side + 1) + i + 1] ?? 0) + row;
    }
  }
  const total = (i: number, j: number, size: number): number => {
    const at = (x: number, y: number) => sums[y * (side + 1) + x] ?? 0;
    return at(i + size, j + size) - at(i, j + size) - at(i + size, j) + at(i, j);
  };
  const size = Math.round(mark.width * SAMPLES_PER_MM);
  const ring = SAMPLES_PER_MM;
  const outer = size + 2 * ring;
  let best = { contrast: CONTRAST, i: -1, j: -1, black: 255 };
  for (let j = 0; j + outer <= side; j += 1) {
    for (let i = 0; i + outer <= side; i += 1) {
      const inside = total(i + ring, j + ring, size);
      const black = inside / (size * size);
      const contrast = (total(i, j, outer) - inside) / (outer * outer - size * size) - black;
      if (contrast > best.contrast) best = { contrast, i, j, black };
    }
  }
  if (best.i < 0) return undefined;
  const middle = (start: number, from: number) => from + (start + outer / 2) / SAMPLES_PER_MM;
  return { seen: mapPoint(projection, middle(best.i, origin[0]), middle(best.j, origin[1])), black: best.black };
}

function brightnessAt(
  { width, height, data }: GrayImage,
  [a, b, c, d, e, f, g, h]: Matrix,
  x: number,
  y: number,
): number {
  const scale = g * x + h * y + 1;
  const u = (a * x + b * y + c) / scale - 0.5;
  const v = (d * x + e * y + f) / scale - 0.5;
  if (!(u >= 0 && v >= 0 && u < width - 1 && v < height - 1)) return 255;
  const column = Math.floor(u);
  const row = Math.floor(v);
  const [right, down] = [u - column, v - row];
  const at = row * width + column;
  const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return above * (1 - down) + below * down;
}
