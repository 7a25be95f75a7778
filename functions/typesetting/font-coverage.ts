// Which characters a font can print: a name with a character that no font has is found before it is printed as a box.
import { readFileSync } from 'node:fs';

/** Tells whether the font in the file has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

interface Segment {
  readonly from: number;
  readonly to: number;
}

const NO_SEGMENTS: readonly Segment[] = [];
/** Platform 3 (Windows) encoding 10, or platform 0 encoding 4: all of Unicode, in a table of format 12. */
const SEGMENTED_COVERAGE = 12;
/** Of the basic plane only: formats 4 (segments of 16 bits). */
const SEGMENT_MAPPING = 4;

export function readCoverage(file: string): Coverage {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = subtablesOf(font)
    .flatMap((offset) => segmentsAt(font, offset))
    .toSorted((a, b) => a.from - b.from);
  return (codePoint) => {
    let [low, high] = [0, segments.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { from, to } = segments[middle] ?? { from: 0, to: -1 };
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** Offsets of the best subtable of `cmap`: format 12 if there is one, for it says all that format 4 does. */
function subtablesOf(font: DataView): number[] {
  const collection = font.getUint32(0) === 0x74746366;
  const start = collection ? font.getUint32(12) : 0;
  const tables = Array.from({ length: font.getUint16(start + 4) }, (_, index) => start + 12 + 16 * index);
  const cmap = tables.find((record) => font.getUint32(record) === 0x636d6170);
  if (cmap === undefined) return [];
  const offset = font.getUint32(cmap + 8);
  const subtables = Array.from(
    { length: font.getUint16(offset + 2) },
    (_, index) => offset + font.getUint32(offset + 8 + 8 * index),
  );
  const ofFormat = (format: number) => subtables.filter((subtable) => font.getUint16(subtable) === format).slice(0, 1);
  const best = ofFormat(SEGMENTED_COVERAGE);
  return best.length > 0 ? best : ofFormat(SEGMENT_MAPPING);
}

function segmentsAt(font: DataView, offset: number): readonly Segment[] {
  if (font.getUint16(offset) === SEGMENTED_COVERAGE) {
    return Array.from({ length: font.getUint32(offset + 12) }, (_, index) => {
      const group = offset + 16 + 12 * index;
      return { from: font.getUint32(group), to: font.getUint32(group + 4) };
    });
  }
  const doubled = font.getUint16(offset + 6);
  if (doubled === 0) return NO_SEGMENTS;
  return Array.from({ length: doubled / 2 }, (_, index) => ({
    to: font.getUint16(offset + 14 + 2 * index),
    from: font.getUint16(offset + 16 + doubled + 2 * index),
  }));
}
