// The picture of a code: one SVG path, quiet zone included, so that it prints sharp at any size.
import { encode } from 'uqr';

/** H for sheets that are written on and scanned, Q for posters and household papers, M for clean official documents. */
export type CodeResistance = 'H' | 'Q' | 'M';

const QUIET_ZONE = 4;

export function codePicture(text: string, resistance: CodeResistance): string {
  const { data } = encode(text, { ecc: resistance, border: QUIET_ZONE });
  const path = data.map(runsOf).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${data.length} ${data.length}"><path d="${path}"/></svg>`;
}

/** Neighbouring dark modules as one rectangle: fewer edges, no hairlines between them. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let from = row.indexOf(true); from !== -1; ) {
    const end = row.indexOf(false, from);
    const length = (end === -1 ? row.length : end) - from;
    path += `M${from} ${y}h${length}v1h-${length}z`;
    from = end === -1 ? -1 : row.indexOf(true, end);
  }
  return path;
}
