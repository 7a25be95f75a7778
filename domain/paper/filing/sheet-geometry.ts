// Where a sheet to be signed has its marks, code, cells and boxes, in millimetres from the top left corner of the page.
import * as z from 'zod';

const length = z.number();

export const box = z.strictObject({ x: length, y: length, width: length, height: length });
export type Box = z.output<typeof box>;

/** What people write in one row: a household, its opinion, its signature. */
export const sheetRow = z.strictObject({
  /** Place of the household in the frozen roll, as printed in the first column. */
  no: z.int().positive(),
  signature: box,
  /** The printed squares; ticks may run over them. */
  opinions: z.strictObject({ AGREE: box, DISAGREE: box, ABSTAIN: box }),
  /** Squares of the separate consent to publish the room number (Personal Information Protection Law 25). */
  publishRoom: z.strictObject({ YES: box, NO: box }).optional(),
  /** The part of the row that a clerk must see to confirm it. */
  strip: box,
});
export type SheetRow = z.output<typeof sheetRow>;

export const sheetGeometry = z.strictObject({
  page: z.strictObject({ width: length, height: length }),
  /** Black squares: top left, top right, bottom right, bottom left. */
  marks: z.tuple([box, box, box, box]),
  /** The code with its quiet zone. */
  code: box,
  rows: z.array(sheetRow),
});
export type SheetGeometry = z.output<typeof sheetGeometry>;

/** A4 as our forms are laid out: marks of 5 mm, 7 mm from the edges; code of 32 mm, 14 mm from the right, 9 mm from the top. */
export const FORM_PAGE = {
  page: { width: 210, height: 297 },
  marks: [
    { x: 7, y: 7, width: 5, height: 5 },
    { x: 198, y: 7, width: 5, height: 5 },
    { x: 198, y: 285, width: 5, height: 5 },
    { x: 7, y: 285, width: 5, height: 5 },
  ],
  code: { x: 164, y: 9, width: 32, height: 32 },
} as const satisfies Omit<SheetGeometry, 'rows'>;

/** A row as the typesetter reports it from the template. */
export interface PlacedRow {
  /** Place of the household in the roll. */
  readonly row: number;
  readonly cells: readonly (Box & { readonly name: string })[];
}

const OPINION_BOX = 5;
/** On sheets of many rows the boxes stand alone in narrow cells; on pages of one household their answer stands beside. */
const NARROW = 20;
const LETTER = 3.7;
const LETTERS = { AGREE: 2, DISAGREE: 3, ABSTAIN: 2 } as const;
const CONSENT_BOX = 3;
/** Consent boxes of sheets stand one above the other, this far from the left of their cell and from its middle. */
const CONSENT_INDENT = 1.6;
const CONSENT_OFFSET = 2.38;
/** Those of household pages stand side by side, this far from the middle of their cell. */
const WIDE_CONSENT_BOX = 3.6;
const WIDE_CONSENT_OFFSETS = { YES: -13.8, NO: 5.5 } as const;

/** The geometry of one page of F2 or F2D from its cells AGREE, DISAGREE, ABSTAIN, SIGNATURE and PUBLISH_ROOM. */
export function geometryOfSignSheet(placed: readonly PlacedRow[]): SheetGeometry {
  const rows = placed.map(({ row, cells }): SheetRow => {
    const cellOf = (wanted: string): Box => {
      const found = cells.find(({ name }) => name === wanted);
      if (found === undefined) throw new RangeError(`row ${row} has no cell ${wanted}`);
      const { x, y, width, height } = found;
      return { x, y, width, height };
    };
    const signature = cellOf('SIGNATURE');
    const agree = cellOf('AGREE');
    const consent = cellOf('PUBLISH_ROOM');
    const right = Math.max(signature.x + signature.width, consent.x + consent.width);
    const bottom = Math.max(signature.y + signature.height, consent.y + consent.height);
    return {
      no: row,
      signature,
      opinions: {
        AGREE: opinionBox(agree, 'AGREE'),
        DISAGREE: opinionBox(cellOf('DISAGREE'), 'DISAGREE'),
        ABSTAIN: opinionBox(cellOf('ABSTAIN'), 'ABSTAIN'),
      },
      publishRoom: { YES: consentBox(consent, 'YES'), NO: consentBox(consent, 'NO') },
      strip: { x: agree.x, y: agree.y, width: right - agree.x, height: bottom - agree.y },
    };
  });
  return { ...FORM_PAGE, marks: [...FORM_PAGE.marks], rows: rows.toSorted((a, b) => a.no - b.no) };
}

function opinionBox({ x, y, width, height }: Box, opinion: keyof typeof LETTERS): Box {
  const beside = width > NARROW ? LETTER * (1 + LETTERS[opinion]) : 0;
  return {
    x: x + (width - OPINION_BOX - beside) / 2,
    y: y + (height - OPINION_BOX) / 2,
    width: OPINION_BOX,
    height: OPINION_BOX,
  };
}

function consentBox({ x, y, width, height }: Box, answer: 'YES' | 'NO'): Box {
  const middle = y + height / 2;
  if (width > NARROW) {
    const left = x + width / 2 + WIDE_CONSENT_OFFSETS[answer];
    return { x: left, y: middle - WIDE_CONSENT_BOX / 2, width: WIDE_CONSENT_BOX, height: WIDE_CONSENT_BOX };
  }
  const down = answer === 'YES' ? -CONSENT_OFFSET : CONSENT_OFFSET;
  return { x: x + CONSENT_INDENT, y: middle + down - CONSENT_BOX / 2, width: CONSENT_BOX, height: CONSENT_BOX };
}
