// Hides what looks like an id, telephone or card number in free text: residents write it although they are asked not to.

/** Eleven digits and more, spaces and hyphens between them not counted: mobile numbers have 11, id cards 18, bank cards 16 to 19. */
const LONG_NUMBER = /\d(?:[ -]?\d){9,}[\dXx]/g;

export const hideNumbers = (words: string): string => words.replace(LONG_NUMBER, (number) => '●'.repeat(number.length));
