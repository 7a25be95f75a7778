// Where the slider beside a field of a calculation may stand: whole steps between two exact figures, never through floats.
import { type Draft, fieldOf } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';

/** Figures in the smallest part that the field has: households and years whole, yuan and ㎡ in hundredths. */
export interface Track {
  readonly least: bigint;
  readonly most: bigint;
  readonly step: bigint;
  readonly decimals: 0 | 2;
}

/** A part of a whole that stands beside it is never larger. */
const WHOLES = { householdsAgreed: 'households', areaAgreed: 'area' } as const satisfies Readonly<
  Record<string, string>
>;
/** Of bounds that are far apart a slider would choose nothing that anybody means. */
const NARROW = 1_000n;
const STEPS = 200n;
/** Where nothing is filled in yet: up to 10,000 households, a million yuan or ㎡. */
const AT_FIRST = { 0: 10_000n, 2: 100_000_000n } as const;

/** Twelve figures before the point: more is refused. */
const LARGEST = 99_999_999_999_999n;

const isDecimal = ({ pattern }: FormSchema): boolean => pattern?.startsWith('^(?:0|[1-9]') ?? false;

/** Lists of units are pasted from a spreadsheet: nobody slides a thousand areas. */
export const hasSlider = (schema: FormSchema, name: string, siblings: readonly string[]): boolean =>
  (schema.type === 'integer' || isDecimal(schema)) && !(name === 'area' && !siblings.includes('areaAgreed'));

export function figureOf(value: Draft, decimals: 0 | 2): bigint | undefined {
  const [, whole, fraction = ''] = /^\s*(\d{1,12})(?:\.(\d{1,2}))?\s*$/.exec(String(value ?? '')) ?? [];
  if (whole === undefined || (decimals === 0 && fraction !== '')) return undefined;
  return BigInt(decimals === 0 ? whole : `${whole}${fraction.padEnd(2, '0')}`);
}

/** `held`: how far it reached before. It stays as long as that while it is being slid, and grows when more is typed. */
export function trackOf(schema: FormSchema, name: string, value: Draft, around: Draft, held = 0n): Track {
  const decimals = schema.type === 'integer' ? 0 : 2;
  const whole = name in WHOLES ? figureOf(fieldOf(around, WHOLES[name as keyof typeof WHOLES]), decimals) : undefined;
  if (whole !== undefined && whole > 0n) return { least: 0n, most: whole, step: stepTo(whole, decimals), decimals };
  const { minimum = 0, maximum } = schema;
  const least = BigInt(minimum);
  if (maximum !== undefined && BigInt(maximum) - least <= NARROW) {
    return { least, most: BigInt(maximum), step: 1n, decimals };
  }
  const figure = figureOf(value, decimals) ?? 0n;
  // What is filled in stands in the first half: there is as much to add as to take away.
  const most = held > 0n && figure <= held ? held : figure === 0n ? AT_FIRST[decimals] : roundUp(figure * 2n);
  return { least: 0n, most, step: stepTo(most, decimals), decimals };
}

const stepTo = (most: bigint, decimals: 0 | 2): bigint => {
  const one = decimals === 0 ? 1n : 100n;
  return most <= NARROW * one ? one : roundUp(most / STEPS);
};

/** Up to 1, 2 or 5 and noughts. */
function roundUp(figure: bigint): bigint {
  const noughts = 10n ** BigInt(String(figure).length - 1);
  const round = [1n, 2n, 5n, 10n].map((each) => each * noughts).find((each) => each >= figure) ?? figure;
  return round < LARGEST ? round : LARGEST;
}

export const stepsOn = ({ least, most, step }: Track): number => Number((most - least + step - 1n) / step);

/** The last step that is not beyond the figure: shown only, the field keeps what was typed. */
export function placeOn(track: Track, value: Draft): number {
  const figure = figureOf(value, track.decimals) ?? track.least;
  if (figure <= track.least) return 0;
  return figure >= track.most ? stepsOn(track) : Number((figure - track.least) / track.step);
}

/** What is written into the field: the very figure of the step, as people would type it. */
export function textAt(track: Track, place: number): string {
  const reached = track.least + BigInt(place) * track.step;
  const figure = reached > track.most ? track.most : reached;
  if (track.decimals === 0) return String(figure);
  const digits = String(figure).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
