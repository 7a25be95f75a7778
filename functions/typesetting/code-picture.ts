// The picture of a code: one SVG path, quiet zone included, so that it prints sharp at any size.
import { type CodeResistance, maskedCode } from './masked-code.ts';

const QUIET_ZONE = 4;

export function codePicture(text: string, resistance: CodeResistance): string {
  const { size, dark } = maskedCode(text, resistance);
  let path = '';
  for (let row = 0; row < size; row += 1) path += runsOf(dark.subarray(row * size, (row + 1) * size), row);
  const side = size + 2 * QUIET_ZONE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
}

/** Neighbouring dark modules as one rectangle: fewer edges, no hairlines between them. */
function runsOf(row: Uint8Array, y: number): string {
  let path = '';
  for (let from = row.indexOf(1); from !== -1; ) {
    const end = row.indexOf(0, from);
    const length = (end === -1 ? row.length : end) - from;
    path += `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`;
    from = end === -1 ? -1 : row.indexOf(1, end);
  }
  return path;
}
