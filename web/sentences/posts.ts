// What a post is called where somebody chooses or keeps it: the place it is held in, its role, and its last day.
import type { HeldPost, Post } from '../../domain/directory/post.ts';
import { PARTIES } from '../../domain/parties.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { titleOfParty } from '../../domain/title-of-party.ts';
import { printDate } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';

/** `松台街道`, `区财政局`; a community or body by its street and the code that tells it from others. */
export function titleOfPost({ role, unit }: Post, language: Language): string {
  if (role !== 'COMMUNITY' && role !== 'BODY') return titleOfParty(role, unit)[language];
  return `${titleOfStreet(unit.slice(0, 9))[language]} · ${PARTIES[role][language]} ${unit}`;
}

/** Role and last day, as far as the title does not say them. */
export function detailOfPost({ role, unit, until }: HeldPost, language: Language): string {
  const named = role === 'STREET' || (role === 'UTILITY' && unit !== role) ? PARTIES[role][language] : '';
  const last = until === undefined ? '' : untilInWords(until, language);
  return [named, last].filter((each) => each !== '').join(' · ');
}

export const untilInWords = (until: string, language: Language): string =>
  language === 'zh' ? `到 ${printDate(until, 'zh')}` : `until ${printDate(until, 'en')}`;
