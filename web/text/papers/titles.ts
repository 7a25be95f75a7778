// What the contents of a paper are called where they are shown: fields by kind, values of closed lists.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { both } from '../texts.ts';
import { titleOfValue } from '../titles.ts';
import { findTitle } from './field-titles.ts';
import { PAPER_VALUES } from './values.ts';

export const titleOfPaperField =
  (kind: string) =>
  (field: string): Bilingual =>
    findTitle(kind, field) ?? both(field, field);

export const titleOfPaperValue = (value: string): Bilingual => PAPER_VALUES[value] ?? titleOfValue(value);
