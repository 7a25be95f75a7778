// Amounts, areas and shares for people, from the exact texts of the API: whole numbers of fen all the way, no floats.
import type { Bilingual } from '../../domain/bilingual.ts';
import { unitText } from '../text/units.ts';

const groups = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `-829000` → `−829,000.00`; yuan or ㎡ with two decimals. */
export function printExact(amount: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return `${sign && '−'}${groups(whole)}.${fraction.padEnd(2, '0').slice(0, 2)}`;
}

/** Amounts and areas within a sentence of the API, which keeps them as texts that can be computed with. */
export const groupAmounts = (sentence: string): string =>
  sentence.replaceAll(/(?<![\w.,-])\d{4,}\.\d{2}(?![\w.])/g, printExact);

export const printCount = (count: number): string => groups(String(count));

export function fenOf(amount: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(2, '0').slice(0, 2)}`);
}

export function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const plus = (a: string, b: string): string => yuanOf(fenOf(a) + fenOf(b));
export const minus = (a: string, b: string): string => yuanOf(fenOf(a) - fenOf(b));

const FEN_OF_TEN_THOUSAND = 1_000_000n;
/** A hundredth of a ten thousand: 100 yuan. */
const FEN_OF_HUNDREDTH = 10_000n;

/**
 * A sum of many projects, half up to a hundredth of ten thousand: `51.72 万元`, and the very same as `517,200 yuan`. Less than one
 * ten thousand is told to the fen, so that little is never told as nothing.
 */
export function largeAmount(
  amount: string,
  language: keyof Bilingual,
): { readonly figure: string; readonly unit: Bilingual } {
  const fen = fenOf(amount);
  const size = fen < 0n ? -fen : fen;
  if (size > 0n && size < FEN_OF_TEN_THOUSAND) return { figure: printExact(amount), unit: unitText.yuan };
  const hundredths = (size + FEN_OF_HUNDREDTH / 2n) / FEN_OF_HUNDREDTH;
  const sign = fen < 0n ? '−' : '';
  const figure = language === 'zh' ? printExact(yuanOf(hundredths)) : groups(String(hundredths * 100n));
  return { figure: `${sign}${figure}`, unit: unitText.large };
}

/** With its unit, within a sentence. */
export function printLarge(amount: string, language: keyof Bilingual): string {
  const { figure, unit } = largeAmount(amount, language);
  return `${figure} ${unit[language]}`;
}

/** Under a head that names the unit of large sums; what is told in another unit says so. */
export function printUnderLarge(amount: string, language: keyof Bilingual): string {
  const { figure, unit } = largeAmount(amount, language);
  return unit[language] === unitText.large[language] ? figure : `${figure} ${unit[language]}`;
}

/** For the height of a line only, in ten thousands. */
export const heightOf = (amount: string): number => Number(fenOf(amount) / FEN_OF_TEN_THOUSAND);

/** What stands at the height of a line: `3,000` (万元) or `30 M` (yuan). */
export const printHeight = (tenThousands: number, language: keyof Bilingual): string =>
  language === 'zh' ? groups(String(tenThousands)) : tenThousands === 0 ? '0' : `${tenThousands / 100} M`;

/** Hundredths of a percent of the whole, rounded down, so that 99.999 % never reads as 100 %. */
export function shareOf(part: string, whole: string): number {
  const all = fenOf(whole);
  return all === 0n ? 0 : Number((fenOf(part) * 10_000n) / all) / 100;
}

export const printShare = (part: string, whole: string): string => `${shareOf(part, whole).toFixed(2)}%`;

/** What each part is of all of them together; hundredths go to the largest remainders, so that it comes to 100 %. */
export function printParts(amounts: readonly string[]): readonly string[] {
  const fen = amounts.map(fenOf);
  const all = fen.reduce((sum, each) => sum + each, 0n);
  if (all === 0n) return amounts.map(() => '0.00%');
  const exact = fen.map((each) => ({ share: (each * 10_000n) / all, rest: (each * 10_000n) % all }));
  const given = exact.reduce((sum, { share }) => sum + share, 0n);
  const order = exact.map((_, index) => index).toSorted((a, b) => Number(sign(exact[b]?.rest, exact[a]?.rest)));
  const further = new Set(order.slice(0, Number(10_000n - given)));
  return exact.map(({ share }, index) => `${printExact(yuanOf(share + (further.has(index) ? 1n : 0n)))}%`);
}

const sign = (a = 0n, b = 0n): bigint => (a > b ? 1n : a < b ? -1n : 0n);

/** A rate as the rules write it, exactly: `0.3` is 30 %. */
export function printRate(rate: string): string {
  const [, whole = '0', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate) ?? [];
  const percent = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(2).replace(/0+$/, '');
  return `${percent}${rest && `.${rest}`}%`;
}
