// A table of texts: every one in both languages, checked where it is written.
import type { Bilingual } from '../../domain/bilingual.ts';

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Between a title and what it is of. */
export const colon = both('：', ': ');
