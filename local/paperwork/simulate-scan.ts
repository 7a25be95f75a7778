// What a scanner or a phone makes of a sheet: crooked, in perspective, blurred, noisy, pale, compressed, turned.
import sharp from 'sharp';
import type { GrayImage } from '../../functions/intake/scan/gray-image.ts';
import { type Matrix, projectionOf } from '../../functions/intake/scan/projection.ts';
import { between, gaussian, type Random, randomOf } from '../randomness.ts';
import { PRINTED_DPI } from './pen.ts';

export interface ScanConditions {
  readonly dpi: number;
  /** Degrees. */
  readonly skew: number;
  /** Share of the page by which corners may be off. */
  readonly perspective: number;
  /** In pixels. */
  readonly blur: number;
  /** Deviation in steps of brightness. */
  readonly noise: number;
  readonly contrast: number;
  readonly jpegQuality: number;
  /** Waves of paper that does not lie flat, in pixels. */
  readonly waves: number;
  /** Clockwise quarter turns of the sheet as it was fed. */
  readonly turned: 0 | 1 | 2 | 3;
}

/** The scanner of an office in good order, each stack a little crooked in its own way. */
export const officeScanner = (skew: number): ScanConditions => ({
  dpi: 150,
  skew,
  perspective: 0.002,
  blur: 0.4,
  noise: 5,
  contrast: 0.9,
  jpegQuality: 60,
  waves: 0,
  turned: 0,
});

export function normalConditions(random: Random, dpi = 200): ScanConditions {
  return {
    dpi,
    skew: between(random, -3, 3),
    perspective: 0.004,
    blur: between(random, 0.3, 0.9) * (dpi / 200),
    noise: between(random, 3, 14),
    contrast: between(random, 0.7, 1),
    jpegQuality: Math.round(between(random, 45, 80)),
    waves: between(random, 0, 0.3) * (dpi / 25.4),
    turned: random() < 0.15 ? 2 : 0,
  };
}

export function harshConditions(random: Random, dpi = 150): ScanConditions {
  return {
    dpi,
    skew: between(random, -8, 8),
    perspective: 0.012,
    blur: between(random, 0.8, 2) * (dpi / 200),
    noise: between(random, 8, 35),
    contrast: between(random, 0.4, 0.9),
    jpegQuality: Math.round(between(random, 25, 50)),
    waves: between(random, 0, 0.6) * (dpi / 25.4),
    turned: [0, 1, 2, 3][Math.floor(random() * 4)] as 0 | 1 | 2 | 3,
  };
}

const PAPER = 240;
const LID = 25;
const GRAINS = 65_521;

/** A JPEG of the sheet, drawn at `printedAt` dpi, under these conditions; the same seed gives the same picture. */
export async function simulateScan(
  sheet: GrayImage,
  conditions: ScanConditions,
  seed: number,
  printedAt = PRINTED_DPI,
): Promise<Buffer> {
  const random = randomOf(seed);
  const scale = conditions.dpi / printedAt;
  const width = Math.round(sheet.width * scale);
  const height = Math.round(sheet.height * scale);
  const small = await sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 1 } })
    .resize(width, height)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const laid = layCrooked({ width, height, data: small }, conditions, random);
  const blurred = sharp(laid, { raw: { width, height, channels: 1 } });
  const soft = await (conditions.blur >= 0.3 ? blurred.blur(conditions.blur) : blurred)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  // Computing a deviation for each of four million pixels would take longer than all the rest.
  const grain = Float64Array.from({ length: GRAINS }, () => gaussian(random) * conditions.noise);
  for (let start = 0; start < soft.length; start += GRAINS) {
    const end = Math.min(start + GRAINS, soft.length);
    for (let at = start, from = Math.floor(random() * GRAINS); at < end; at += 1) {
      soft[at] = Math.max(0, Math.min(255, (soft[at] ?? 0) + (grain[from] ?? 0)));
      from = from + 1 === GRAINS ? 0 : from + 1;
    }
  }
  return sharp(soft, { raw: { width, height, channels: 1 } })
    .rotate(conditions.turned * 90)
    .toColourspace('b-w')
    .jpeg({ quality: conditions.jpegQuality })
    .toBuffer();
}

function layCrooked({ width, height, data }: GrayImage, conditions: ScanConditions, random: Random): Buffer {
  const [a, b, c, d, e, f, g, h] = placingOf(width, height, conditions, random);
  const [phaseX, phaseY] = [random(), random()];
  const light = between(random, -12, 12);
  const dark = conditions.contrast * (PAPER / 255);
  const wave = (share: number) => conditions.waves * Math.sin(2 * Math.PI * share);
  const shiftsY = Array.from({ length: width }, (_, x) => wave((x / width) * 1.1 + phaseY));
  const laid = Buffer.alloc(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    const shiftX = wave((y / height) * 1.3 + phaseX);
    for (let x = 0; x < width; x += 1, at += 1) {
      const scale = g * x + h * y + 1;
      const u = (a * x + b * y + c) / scale + shiftX;
      const v = (d * x + e * y + f) / scale + (shiftsY[x] ?? 0);
      const beside = u < 0 || v < 0 || u >= width - 1 || v >= height - 1;
      laid[at] = beside ? LID : Math.max(0, PAPER + light * (x / width - 0.5) - inkAt(data, width, u, v) * dark);
    }
  }
  return laid;
}

function placingOf(width: number, height: number, { skew, perspective }: ScanConditions, random: Random): Matrix {
  const angle = (skew * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const off = () => between(random, -perspective, perspective);
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const;
  const seen = corners.map(([x, y]) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [
      width / 2 + dx * cos - dy * sin + off() * width,
      height / 2 + dx * sin + dy * cos + off() * height,
    ] as const;
  });
  return projectionOf(seen, corners);
}

/** Darkness between the pixels. */
function inkAt(data: Uint8Array, width: number, x: number, y: number): number {
  const [column, row] = [x | 0, y | 0];
  const [right, down] = [x - column, y - row];
  const at = row * width + column;
  const above = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
  const below = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
  return 255 - (above * (1 - down) + below * down);
}
