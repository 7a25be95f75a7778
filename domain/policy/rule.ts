// What the catalogue says of one rule: its place and words in the source, what it means, and where it is carried out.
import type { Bilingual } from '../bilingual.ts';

export interface Citation {
  /** Place in the source, `二(三)3`. */
  readonly clause: string;
  /** Literal words of the source. */
  readonly quote: string;
  /** The reading adopted where the words are open. */
  readonly reading?: Bilingual;
}

/** Gate: something must not go on without it. Formula: it yields a figure. Check: it warns or asks. Principle: none of these. */
export type RuleHome =
  | { readonly kind: 'gate' | 'formula' | 'check'; readonly implementedBy: string }
  | { readonly kind: 'principle'; readonly why: string };

export interface Rule extends Citation {
  /** The rule in one formal statement. */
  readonly formal: string;
  readonly home: RuleHome;
}
