// Titles of what comes from closed lists: fields, values, papers, parties; whatever has none shows its code.
import { table as documentTitles } from 'virtual:document-titles';
import { table as programmeTitles } from 'virtual:programme-titles';
import type { Bilingual } from '../../domain/bilingual.ts';
import { PARTIES } from '../../domain/parties.ts';
import { FIELD_TITLES } from './fields.ts';
import { VALUE_TITLES } from './values.ts';

const PARTY_TITLES: Readonly<Record<string, Bilingual>> = PARTIES;

export const titleOfField = (field: string): Bilingual => FIELD_TITLES[field] ?? { zh: field, en: field };

export function titleOfValue(value: string): Bilingual {
  const paper = documentTitles[value];
  if (paper) return { zh: `${value} ${paper.zh}`, en: `${value} ${paper.en}` };
  return programmeTitles[value] ?? VALUE_TITLES[value] ?? PARTY_TITLES[value] ?? { zh: value, en: value };
}
