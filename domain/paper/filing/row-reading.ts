// What the ink in one row of a sign sheet means: signed or not, which opinion, consent to publish the room number.

export interface Ink {
  /** In mm², without dust. */
  readonly area: number;
  /** Longest connected stroke in mm. */
  readonly extent: number;
}

export interface SignatureInk extends Ink {
  /** mm² in the middle third of the cell's height, where a signature always passes and a stray stroke rarely does. */
  readonly middle: number;
}

export const OPINIONS = ['AGREE', 'DISAGREE', 'ABSTAIN'] as const;
export type Opinion = (typeof OPINIONS)[number];

export interface RowInk {
  readonly no: number;
  readonly signature: SignatureInk;
  readonly opinions: Readonly<Record<Opinion, Ink>>;
  readonly publishRoom?: { readonly YES: Ink; readonly NO: Ink };
}

/** `LOOK`: not clear enough to propose anything; a person decides from the picture. */
export const SIGNATURE_READINGS = ['SIGNED', 'BLANK', 'LOOK'] as const;
export const OPINION_READINGS = [...OPINIONS, 'NONE', 'SEVERAL', 'LOOK'] as const;
export const CONSENT_READINGS = ['YES', 'NO', 'NONE', 'LOOK'] as const;

export interface RowReading {
  readonly no: number;
  readonly signature: (typeof SIGNATURE_READINGS)[number];
  readonly opinion: (typeof OPINION_READINGS)[number];
  readonly publishRoom: (typeof CONSENT_READINGS)[number];
}

/** Measured on simulated sheets: the faintest signature has 1.9 mm², dust and a table line out of place stay below 0.7. */
const NO_SIGNATURE = { area: 0.7, extent: 1.6 };
/**
 * A slash through an empty row has as much ink as a small signature, but it is one long line: for its length, characters
 * have twice the ink and more. A stain or a line of the table has little in the middle.
 */
const SURE_SIGNATURE = { area: 4, middle: 1.6, share: 0.2, thickness: 1.4 };

const NO_TICK = { area: 0.2, extent: 0.7 };
const SURE_TICK = { area: 0.7, extent: 1.8 };

export function readRow({ no, signature, opinions, publishRoom }: RowInk): RowReading {
  return {
    no,
    signature: readSignature(signature),
    opinion: readOpinion(opinions),
    publishRoom: publishRoom === undefined ? 'NONE' : readConsent(publishRoom),
  };
}

function readSignature({ area, extent, middle }: SignatureInk): RowReading['signature'] {
  if (area < NO_SIGNATURE.area || extent < NO_SIGNATURE.extent) return 'BLANK';
  const sure =
    area >= SURE_SIGNATURE.area &&
    area >= SURE_SIGNATURE.thickness * extent &&
    middle >= Math.max(SURE_SIGNATURE.middle, SURE_SIGNATURE.share * area);
  return sure ? 'SIGNED' : 'LOOK';
}

function readOpinion(inks: RowInk['opinions']): RowReading['opinion'] {
  const ticks = OPINIONS.map((opinion) => [opinion, readTick(inks[opinion])] as const);
  if (ticks.some(([, tick]) => tick === 'LOOK')) return 'LOOK';
  const [first, ...others] = ticks.filter(([, tick]) => tick === 'TICKED');
  if (first === undefined) return 'NONE';
  return others.length > 0 ? 'SEVERAL' : first[0];
}

function readConsent({ YES, NO }: { readonly YES: Ink; readonly NO: Ink }): RowReading['publishRoom'] {
  const [yes, no] = [readTick(YES), readTick(NO)];
  if (yes === 'LOOK' || no === 'LOOK') return 'LOOK';
  if (yes === 'TICKED') return no === 'TICKED' ? 'LOOK' : 'YES';
  return no === 'TICKED' ? 'NO' : 'NONE';
}

function readTick({ area, extent }: Ink): 'TICKED' | 'EMPTY' | 'LOOK' {
  if (area < NO_TICK.area || extent < NO_TICK.extent) return 'EMPTY';
  return area >= SURE_TICK.area && extent >= SURE_TICK.extent ? 'TICKED' : 'LOOK';
}
