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
  const bits = row.map((dark) => (dark ? '1' : '0')).join('');
  return [...bits.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('');
}
