// The modules of a QR code under the mask that the standard would choose: the very picture that the library draws, whose own
// choice takes ten times as long as all the rest of it.
import { encode } from 'uqr';

/** H for sheets that are written on and scanned, Q for posters and household papers, M for clean official documents. */
export type CodeResistance = 'H' | 'Q' | 'M';

export interface Modules {
  readonly size: number;
  /** Row by row, 1 where it is dark. */
  readonly dark: Uint8Array;
}

const MASKS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** ISO/IEC 18004, 7.8.3.1: runs, blocks of four, what looks like a finder, and dark out of balance. */
const RUN = 3;
const LONG_RUN = 5;
const BLOCK = 3;
const FINDER = 40;
const BALANCE = 10;

/** By size and resistance: how the picture under each mask differs from that under the first, whatever it says. */
const differences = new Map<string, readonly Uint8Array[]>();

export function maskedCode(text: string, resistance: CodeResistance): Modules {
  const first = drawn(text, resistance, 0);
  const { size } = first;
  const key = `${size} ${resistance}`;
  let between = differences.get(key);
  if (between === undefined) {
    between = MASKS.map((mask) => xor(first.dark, drawn(text, resistance, mask).dark));
    differences.set(key, between);
  }
  let best = first.dark;
  let least = Number.POSITIVE_INFINITY;
  for (const difference of between) {
    const dark = xor(first.dark, difference);
    const penalty = penaltyOf(dark, size, least);
    if (penalty >= least) continue;
    least = penalty;
    best = dark;
  }
  return { size, dark: best };
}

function drawn(text: string, ecc: CodeResistance, maskPattern: number): Modules {
  const { size, data } = encode(text, { ecc, maskPattern, border: 0 });
  const dark = new Uint8Array(size * size);
  for (const [y, row] of data.entries()) for (let x = 0; x < size; x += 1) dark[y * size + x] = row[x] ? 1 : 0;
  return { size, dark };
}

function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length);
  for (let at = 0; at < both.length; at += 1) both[at] = (one[at] ?? 0) ^ (other[at] ?? 0);
  return both;
}

/** Counted no further than it takes to see that it is not less than `least`. */
function penaltyOf(dark: Uint8Array, size: number, least: number): number {
  let darkModules = 0;
  for (const module of dark) darkModules += module;
  const steps = Math.ceil(Math.abs(darkModules * 20 - dark.length * 10) / dark.length) - 1;
  let penalty = steps * BALANCE;
  for (let line = 0; line < size && penalty < least; line += 1) {
    penalty += penaltyOfLine(dark, size, line * size, 1) + penaltyOfLine(dark, size, line, size);
    if (line > 0) penalty += BLOCK * blocksAbove(dark, size, line * size);
  }
  return penalty;
}

/** Blocks of four alike, of the row from here and the one above it. */
function blocksAbove(dark: Uint8Array, size: number, from: number): number {
  let blocks = 0;
  for (let at = from + 1; at < from + size; at += 1) {
    const module = dark[at];
    if (module === dark[at - 1] && module === dark[at - size] && module === dark[at - size - 1]) blocks += 1;
  }
  return blocks;
}

/** Lengths of the runs of one line, light and dark in turn, with the white around the code at both ends; used again and again. */
const runs = new Uint16Array(180);

function penaltyOfLine(dark: Uint8Array, size: number, from: number, stride: number): number {
  let penalty = 0;
  let run = 0;
  let length = 0;
  let isDark = 0;
  for (let step = 0, at = from; step <= size; step += 1, at += stride) {
    if (step < size && dark[at] === isDark) {
      length += 1;
      continue;
    }
    if (length >= LONG_RUN) penalty += RUN + length - LONG_RUN;
    runs[run] = length;
    run += 1;
    isDark = 1 - isDark;
    length = 1;
  }
  // A line that ends dark has no light of its own behind.
  if (run % 2 === 0) {
    runs[run] = 0;
    run += 1;
  }
  runs[0] = (runs[0] ?? 0) + size;
  runs[run - 1] = (runs[run - 1] ?? 0) + size;
  for (let last = 6; last < run; last += 2) penalty += FINDER * findersBefore(last);
  return penalty;
}

/** Dark, light, three times dark, light, dark, with four times light on one side. */
function findersBefore(last: number): number {
  const unit = runs[last - 1] ?? 0;
  const isFinder =
    runs[last - 2] === unit && runs[last - 3] === 3 * unit && runs[last - 4] === unit && runs[last - 5] === unit;
  if (!isFinder) return 0;
  const [before, after] = [runs[last - 6] ?? 0, runs[last] ?? 0];
  return Number(after >= 4 * unit && before >= unit) + Number(before >= 4 * unit && after >= unit);
}
