// Titles of the values of closed lists, papers, duties and parties among them; whatever has none shows its code.
import { table as documentTitles } from 'virtual:document-titles';
import { table as programmeTitles } from 'virtual:programme-titles';
import type { Bilingual } from '../../domain/bilingual.ts';
import { PARTIES } from '../../domain/parties.ts';
import { VALUE_TITLES } from './values.ts';

const PARTY_TITLES: Readonly<Record<string, Bilingual>> = PARTIES;

/** Of a page on file: the source writes ××× where the name of the neighbourhood stands, and its number stands beside it here. */
export function titleOfFiled(kind: string): Bilingual {
  const { zh, en } = titleOfValue(kind);
  return { zh: zh.replace(/×××(?:小区)?/u, ''), en };
}

export function titleOfValue(value: string): Bilingual {
  const paper = documentTitles[value];
  if (paper) return { zh: `${value} ${paper.zh}`, en: `${value} ${paper.en}` };
  return programmeTitles[value] ?? VALUE_TITLES[value] ?? PARTY_TITLES[value] ?? { zh: value, en: value };
}
