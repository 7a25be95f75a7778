// Crockford's base 32, for codes that people read aloud and type: without I, L, O and U.

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` digits that the hexadecimal text gives, five bits each; `length` up to 12. */
export function base32(hexadecimal: string, length: number): string {
  const bits = BigInt(`0x${hexadecimal.slice(0, 16)}`);
  return Array.from({ length }, (_, place) => DIGITS[Number((bits >> BigInt(5 * place)) & 31n)]).join('');
}

/** What was meant by what was typed: lower case, spaces, O for 0, I or L for 1. */
export const typedBase32 = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
