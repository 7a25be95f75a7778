// Sign sheets as residents hand them in, with the truth of what they wrote.
import { OPINIONS, type Opinion } from '../../../domain/paper/filing/row-reading.ts';
import { geometryOfSignSheet, type SheetGeometry } from '../../../domain/paper/filing/sheet-geometry.ts';
import type { GrayImage } from '../../../functions/intake/scan/gray-image.ts';
import {
  coffeeRing,
  dirt,
  punchHoles,
  signature,
  slash,
  tick,
  tornCorner,
  writeOn,
} from '../../../local/paperwork/pen.ts';
import { type Random, randomOf } from '../../../local/randomness.ts';
import type { PrintedSheet } from './printed-sheets.ts';

export interface WrittenRow {
  readonly no: number;
  readonly signed: boolean;
  readonly opinions: readonly Opinion[];
  readonly publishRoom: 'YES' | 'NO' | 'NONE';
  /** Struck through by whoever collected the sheet. */
  readonly slashed: boolean;
}

export interface FilledSheet {
  readonly image: GrayImage;
  readonly geometry: SheetGeometry;
  readonly truth: readonly WrittenRow[];
}

/** `harsh`: stains, torn corners, slashes through empty rows, punch holes, faint pens. */
export async function fillIn(sheet: PrintedSheet, seed: number, harsh: boolean): Promise<FilledSheet> {
  const random = randomOf(seed);
  const geometry = geometryOfSignSheet(sheet.rows);
  const rows = geometry.rows.map(({ no }) => write(random, no, harsh));
  let marks = '';
  rows.forEach((row, index) => {
    marks += draw(random, row, geometry.rows[index], harsh);
  });
  if (harsh && random() < 0.4) marks += coffeeRing(random);
  if (harsh && random() < 0.25) marks += tornCorner(random);
  if (random() < (harsh ? 0.5 : 0.2)) marks += punchHoles();
  return { image: await writeOn(sheet.image, marks), geometry, truth: rows };
}

function write(random: Random, no: number, harsh: boolean): WrittenRow {
  const signed = random() < 0.7;
  const slashed = harsh && !signed && random() < 0.2;
  const first = OPINIONS[random() < 0.8 ? 0 : random() < 0.6 ? 1 : 2] ?? 'AGREE';
  const none = !signed || random() < 0.04;
  const second = random() < 0.03 ? OPINIONS.filter((opinion) => opinion !== first).slice(0, 1) : [];
  const consent = random();
  return {
    no,
    signed,
    slashed,
    opinions: none ? [] : OPINIONS.filter((opinion) => opinion === first || second.includes(opinion)),
    publishRoom: none || consent > 0.9 ? 'NONE' : consent < 0.7 ? 'YES' : 'NO',
  };
}

function draw(
  random: Random,
  row: WrittenRow,
  place: SheetGeometry['rows'][number] | undefined,
  harsh: boolean,
): string {
  if (place === undefined) return '';
  const faint = random() < (harsh ? 0.25 : 0.08);
  let marks = '';
  if (row.signed) marks += signature(random, place.signature, faint);
  else if (row.slashed) marks += slash(random, place.signature);
  else if (random() < 0.4) marks += dirt(random, place.signature);
  for (const opinion of row.opinions) {
    const { x, y, width } = place.opinions[opinion];
    marks += tick(random, x + width / 2, y + width / 2, width, faint);
  }
  if (row.publishRoom !== 'NONE' && place.publishRoom !== undefined) {
    const { x, y, width } = place.publishRoom[row.publishRoom];
    marks += tick(random, x + width / 2, y + width / 2, width, faint);
  }
  return marks;
}
