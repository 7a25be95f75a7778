// Lays the printed geometry of a sheet over its scan: from the code to the corner marks, and so to every cell.
import type { Box, SheetGeometry } from '../../../domain/paper/filing/sheet-geometry.ts';
import { findOutline } from './find-outline.ts';
import type { GrayImage } from './gray-image.ts';
import { flatProjectionOf, type Matrix, mapPoint, type Pair, projectionOf } from './projection.ts';
import type { SeenCode } from './reader-messages.ts';

export interface RegisteredSheet {
  /** Brightness at a place given in mm, between the pixels; white beside the scan. */
  at(x: number, y: number): number;
  /** What black is on this scan. */
  readonly black: number;
}

/** Codes of our forms have 33 modules and 4 of quiet zone on each side. */
const QUIET_SHARE = 4 / 41;

/** How far a mark may be from where the points found so far say, in mm. */
const MARK_REACH = 9;
const BOX_REACH = 2;
const SAMPLES_PER_MM = 4;
/** Marks are darker than their surroundings by at least this much, outlines of boxes by this much. */
const MARK_CONTRAST = 40;
const BOX_CONTRAST = 10;
/** With fewer of its boxes in sight nobody should trust where its cells are. */
const BOXES_IN_SIGHT = 0.8;
/** So many points, spread over the page, bear a projection with perspective. */
const ENOUGH_POINTS = 8;

interface Points {
  readonly sheet: Pair[];
  readonly scan: Pair[];
}

/** Undefined if the printed boxes are not where the geometry says. */
export function registerSheet(page: GrayImage, code: SeenCode, geometry: SheetGeometry): RegisteredSheet | undefined {
  const points: Points = { sheet: cornersOf(geometry.code), scan: [...code.corners] };
  let projection = flatProjectionOf(points.sheet, points.scan);
  const near = nearTo(geometry.code);
  // From near to far: each point found makes the guess for the next one better.
  for (const mark of geometry.marks.toSorted(near)) {
    const seen = findMark(page, projection, mark);
    if (seen === undefined) continue;
    projection = withPoint(points, middleOf(mark), seen);
  }
  const boxes = geometry.rows.flatMap(({ opinions }) => Object.values(opinions)).toSorted(near);
  let inSight = 0;
  for (const box of boxes) {
    const guess = projection;
    const found = findOutline((x, y) => brightnessAt(page, guess, x, y), box, BOX_REACH);
    if (found.contrast < BOX_CONTRAST) continue;
    inSight += 1;
    const [x, y] = middleOf(found.box);
    projection = withPoint(points, middleOf(box), mapPoint(guess, x, y));
  }
  if (inSight < boxes.length * BOXES_IN_SIGHT) return undefined;
  const final = projection;
  const at = (x: number, y: number) => brightnessAt(page, final, x, y);
  return { at, black: blackOf(at, geometry.code) };
}

function withPoint(points: Points, place: Pair, seen: Pair): Matrix {
  points.sheet.push(place);
  points.scan.push(seen);
  const fitting = points.sheet.length >= ENOUGH_POINTS ? projectionOf : flatProjectionOf;
  return fitting(points.sheet, points.scan);
}

/** What the darker tenth of the code looks like: nearly half of it is printed black. */
function blackOf(at: (x: number, y: number) => number, { x, y, width, height }: Box): number {
  const samples = Array.from({ length: 900 }, (_, index) =>
    at(x + (width * ((index % 30) + 0.5)) / 30, y + (height * (Math.floor(index / 30) + 0.5)) / 30),
  );
  return samples.sort((a, b) => a - b)[90] ?? 0;
}

function nearTo(code: Box): (a: Box, b: Box) => number {
  const [x, y] = middleOf(code);
  const distance = (box: Box) => Math.hypot(box.x - x, box.y - y);
  return (a, b) => distance(a) - distance(b);
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
function findMark(page: GrayImage, projection: Matrix, mark: Box): Pair | undefined {
  const side = Math.round((2 * MARK_REACH + mark.width + 2) * SAMPLES_PER_MM);
  const origin: Pair = [mark.x - MARK_REACH - 1, mark.y - MARK_REACH - 1];
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
  const total = (i: number, j: number, width: number, height: number): number => {
    const at = (x: number, y: number) => sums[y * (side + 1) + x] ?? 0;
    return at(i + width, j + height) - at(i, j + height) - at(i + width, j) + at(i, j);
  };
  const size = Math.round(mark.width * SAMPLES_PER_MM);
  const ring = SAMPLES_PER_MM;
  const outer = size + 2 * ring;
  let best = { contrast: MARK_CONTRAST, i: -1, j: -1 };
  for (let j = 0; j + outer <= side; j += 1) {
    for (let i = 0; i + outer <= side; i += 1) {
      const black = total(i + ring, j + ring, size, size) / (size * size);
      const sides = [
        total(i + ring, j, size, ring),
        total(i + ring, j + ring + size, size, ring),
        total(i, j + ring, ring, size),
        total(i + ring + size, j + ring, ring, size),
      ];
      // Light on all four sides: the edge of the dark lid beside a crooked sheet has it on fewer.
      const contrast = Math.min(...sides) / (size * ring) - black;
      if (contrast > best.contrast) best = { contrast, i, j };
    }
  }
  if (best.i < 0) return undefined;
  const middle = (start: number, from: number) => from + (start + outer / 2) / SAMPLES_PER_MM;
  return mapPoint(projection, middle(best.i, origin[0]), middle(best.j, origin[1]));
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
