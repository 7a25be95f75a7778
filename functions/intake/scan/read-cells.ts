// Measures the ink in the cells of a registered sheet, row by row, and cuts out the strip a clerk confirms each row from.
import type { Ink, RowInk, SignatureInk } from '../../../domain/paper/filing/row-reading.ts';
import type { Box, SheetGeometry, SheetRow } from '../../../domain/paper/filing/sheet-geometry.ts';
import { encodeJpeg } from './decode-image.ts';
import { findOutline, meanOn } from './find-outline.ts';
import { inkOf, patchOf, SAMPLES_PER_MM, strokesOf } from './ink.ts';
import type { RegisteredSheet } from './register-sheet.ts';

/** Strokes shorter than this are dust, in mm. */
const DUST = 1.2;
const DUST_IN_BOX = 0.7;
/** Table lines may be off by this much where the paper waves, in mm. */
const WAVE = 1.6;
/** Distance kept from the middle of a table line. */
const BESIDE_LINE = 0.75;

export const readRows = (sheet: RegisteredSheet, { rows }: SheetGeometry): RowInk[] =>
  rows.map((row) => readRowInk(sheet, row));

function readRowInk(sheet: RegisteredSheet, { no, signature, opinions, publishRoom }: SheetRow): RowInk {
  const tick = (box: Box) => tickInk(sheet, box);
  return {
    no,
    signature: signatureInk(sheet, signature),
    opinions: {
      AGREE: tick(opinions.AGREE),
      DISAGREE: tick(opinions.DISAGREE),
      ABSTAIN: tick(opinions.ABSTAIN),
    },
    ...(publishRoom && { publishRoom: { YES: tick(publishRoom.YES), NO: tick(publishRoom.NO) } }),
  };
}

function signatureInk(sheet: RegisteredSheet, cell: Box): SignatureInk {
  const inside = betweenLines(sheet, cell);
  const patch = patchOf(sheet, inside);
  const ink = inkOf(patch, sheet.black);
  const strokes = strokesOf(ink, patch.columns).filter(({ extent }) => extent >= DUST);
  let middle = 0;
  for (let at = 0; at < ink.length; at += 1) {
    const height = Math.floor(at / patch.columns) / patch.rows;
    if (height > 0.33 && height < 0.67) middle += ink[at] ?? 0;
  }
  return { ...inkOfStrokes(strokes), middle: middle / SAMPLES_PER_MM ** 2 };
}

const inkOfStrokes = (strokes: readonly { readonly size: number; readonly extent: number }[]): Ink => ({
  area: strokes.reduce((sum, { size }) => sum + size, 0) / SAMPLES_PER_MM ** 2,
  extent: Math.max(0, ...strokes.map(({ extent }) => extent)),
});

/** The cell without its lines, which are looked for on each side. */
function betweenLines(sheet: RegisteredSheet, { x, y, width, height }: Box): Box {
  const across = (place: number) => darkestLine((off) => meanOn(sheet.at, x, place + off, width, 0));
  const along = (place: number) => darkestLine((off) => meanOn(sheet.at, place + off, y, 0, height));
  const left = x + along(x) + BESIDE_LINE;
  const right = x + width + along(x + width) - BESIDE_LINE;
  const top = y + across(y) + BESIDE_LINE;
  const bottom = y + height + across(y + height) - BESIDE_LINE;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function darkestLine(brightness: (off: number) => number): number {
  let best = { off: 0, value: brightness(0) };
  for (let off = -WAVE; off <= WAVE; off += 0.1) {
    const value = brightness(off);
    if (value < best.value - 0.3) best = { off, value };
  }
  return best.off;
}

/** Waves of the paper that the projection does not follow, in mm. */
const BOX_REACH = 1;
/** How far a tick may run over its box, as a share of the box. */
const OVERRUN = 0.35;
/** The outline of the box and what is smeared beside it, in mm from its middle. */
const OUTLINE = 0.42;

/** Ink in and about a printed box, without the box itself. */
function tickInk(sheet: RegisteredSheet, printed: Box): Ink {
  const { box } = findOutline(sheet.at, printed, BOX_REACH);
  const over = box.width * OVERRUN;
  const patch = patchOf(sheet, {
    x: box.x - over,
    y: box.y - over,
    width: box.width + 2 * over,
    height: box.height + 2 * over,
  });
  const ink = inkOf(patch, sheet.black);
  const half = box.width / 2;
  for (let at = 0; at < ink.length; at += 1) {
    const x = Math.abs(((at % patch.columns) + 0.5) / SAMPLES_PER_MM - over - half);
    const y = Math.abs((Math.floor(at / patch.columns) + 0.5) / SAMPLES_PER_MM - over - half);
    if (Math.abs(Math.max(x, y) - half) < OUTLINE) ink[at] = 0;
    // Right of small boxes stands their label.
    if (box.width < 4 && Math.max(x, y) > half) ink[at] = 0;
  }
  return inkOfStrokes(strokesOf(ink, patch.columns).filter(({ extent }) => extent >= DUST_IN_BOX));
}

const STRIP_QUALITY = 70;
/** As fine as a scan of 180 dpi: people tell characters by less than the machine needs to measure ink. */
const STRIP_SAMPLES_PER_MM = 7;

/** One small JPEG a row: the opinion boxes, the signature, the consent. */
export const cutStrips = (sheet: RegisteredSheet, { rows }: SheetGeometry): Uint8Array[] =>
  rows.map(({ strip }) => {
    const { columns, rows: height, values } = patchOf(sheet, strip, STRIP_SAMPLES_PER_MM);
    return encodeJpeg({ width: columns, height, data: Uint8Array.from(values) }, STRIP_QUALITY);
  });
