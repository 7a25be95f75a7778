// Writes on a printed sheet as people do: signatures, ticks, strokes, stains and dirt, all in millimetres of the sheet.
import sharp from 'sharp';
import type { GrayImage } from '../../functions/intake/scan/gray-image.ts';
import { between, gaussian, type Random } from '../randomness.ts';

/** How finely a sheet is drawn where nothing else is said. */
export const PRINTED_DPI = 300;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const mm = (length: number) => length.toFixed(2);
const ink = (gray: number) => `rgb(${gray},${gray},${gray})`;
const stroke = (path: string, gray: number, width: number) =>
  `<path d="${path}" fill="none" stroke="${ink(gray)}" stroke-width="${mm(width)}" stroke-linecap="round"/>`;

/** Two or three characters of crossing curves; a faint pen is a dry ball point. */
export function signature(random: Random, { x, y, width, height }: Area, faint: boolean): string {
  const characters = random() < 0.6 ? 3 : 2;
  const size = height * between(random, 0.35, 0.8);
  const advance = size * between(random, 0.8, 1.05);
  const pen = between(random, 0.25, 0.65);
  const gray = Math.round(faint ? between(random, 95, 145) : between(random, 15, 95));
  const top = y + (height - size) / 2 + gaussian(random) * 0.6;
  let left = x + 1.2 + random() * Math.max(0.5, width - characters * advance - 2.4);
  let path = '';
  for (let character = 0; character < characters; character += 1) {
    const at = () => `${mm(left + random() * size * 0.9)} ${mm(top + random() * size)}`;
    for (let line = 0; line < 3 + random() * 5; line += 1) path += `M${at()}Q${at()} ${at()}`;
    left += advance;
  }
  return stroke(path, gray, pen);
}

/** A tick in or about a box of the given size whose middle is at x, y. */
export function tick(random: Random, x: number, y: number, size: number, faint = false): string {
  const scale = (size / 5) * between(random, 0.7, 1.3);
  const left = x + gaussian(random) * size * 0.08 - 1.6 * scale;
  const middle = y + gaussian(random) * size * 0.08 + 0.2 * scale;
  const path = `M${mm(left)} ${mm(middle)}l${mm(1.3 * scale)} ${mm(1.6 * scale)}l${mm(2.6 * scale)} ${mm(-4 * scale)}`;
  return stroke(
    path,
    Math.round(faint ? between(random, 90, 135) : between(random, 20, 80)),
    between(random, 0.3, 0.6),
  );
}

/** Dots of dust and toner. */
export function dirt(random: Random, { x, y, width, height }: Area): string {
  const dots = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const [cx, cy] = [x + random() * width, y + random() * height];
    return `<circle cx="${mm(cx)}" cy="${mm(cy)}" r="${mm(between(random, 0.05, 0.35))}" fill="${ink(60)}"/>`;
  });
  return dots.join('');
}

export const slash = (random: Random, { x, y, width, height }: Area): string =>
  stroke(`M${mm(x + 2)} ${mm(y + height - 2)}L${mm(x + width - 2)} ${mm(y + 2)}`, 50, between(random, 0.3, 0.5));

export const coffeeRing = (random: Random): string =>
  `<circle cx="${mm(between(random, 40, 190))}" cy="${mm(between(random, 70, 260))}" r="${mm(between(random, 18, 33))}" fill="none" stroke="${ink(190)}" stroke-width="2.5"/>`;

/** Black: the lid of the scanner shines through a punched hole as a dark disc. */
export const punchHoles = (): string =>
  [108.5, 188.5].map((cy) => `<circle cx="12" cy="${cy}" r="3" fill="${ink(40)}"/>`).join('');

export const tornCorner = (random: Random): string => {
  const size = between(random, 12, 22);
  const [left, top] = [random() < 0.5, random() < 0.3];
  const [x, y] = [left ? 0 : 210, top ? 0 : 297];
  const corner = `${x},${y} ${x + (left ? size : -size)},${y} ${x},${y + (top ? size : -size)}`;
  return `<polygon points="${corner}" fill="${ink(235)}"/>`;
};

/** The sheet, drawn at `dpi`, with what was written on it. */
export async function writeOn(sheet: GrayImage, marks: string, dpi = PRINTED_DPI): Promise<GrayImage> {
  const { width, height, data } = sheet;
  const perMm = dpi / 25.4;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width / perMm} ${height / perMm}">${marks}</svg>`;
  const ink = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  // Laid over by hand: composing whole pages in colour takes longer than scanning them.
  const written = Uint8Array.from(data);
  for (let at = 0, alpha = 3; at < written.length; at += 1, alpha += 4) {
    const share = (ink[alpha] ?? 0) / 255;
    if (share > 0) written[at] = (written[at] ?? 0) * (1 - share) + (ink[alpha - 3] ?? 0) * share;
  }
  return { width, height, data: written };
}
