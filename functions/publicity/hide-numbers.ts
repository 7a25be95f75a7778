// Hides what looks like an id, telephone or card number in free text: residents write it although they are asked not to.

/**
 * Eleven digits and more, however they are set apart: mobile numbers have 11, id cards 18, bank cards 16 to 19. Chinese input
 * methods write full-width digits and signs, so those count too.
 */
const APART = '[ \\u00a0\\u2000-\\u200b\\u3000.\\-\\u2010-\\u2015\\uff0d\\u00b7]{0,2}';
const LONG_NUMBER = new RegExp(`\\p{Nd}(?:${APART}\\p{Nd}){9,}${APART}[\\p{Nd}XxＸｘ]`, 'gu');

export const hideNumbers = (words: string): string =>
  words.replace(LONG_NUMBER, (number) => '●'.repeat([...number].length));
