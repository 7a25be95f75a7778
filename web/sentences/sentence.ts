// A sentence with some of its words marked: what a page opens with.
export type Tone = 'good' | 'warn' | 'bad';
export type Piece = string | { readonly tone: Tone; readonly text: string };
export type Sentence = readonly Piece[];

export const marked = (tone: Tone, text: string): Piece => ({ tone, text });

export const textOf = (sentence: Sentence): string =>
  sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
