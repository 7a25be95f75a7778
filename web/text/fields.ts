// What the fields of acts and calculators are called on forms; a test finds a field without a title.
import type { Bilingual } from '../../domain/bilingual.ts';
import { CALCULATORS_FIELDS } from './fields/calculators.ts';
import { CONSENT_FIELDS } from './fields/consent.ts';
import { MONEY_FIELDS } from './fields/money.ts';
import { PROGRAMME_FIELDS } from './fields/programme.ts';
import { WORKS_FIELDS } from './fields/works.ts';

/** One name means the same wherever it stands. */
export const FIELD_TITLES: Readonly<Record<string, Bilingual>> = {
  ...CONSENT_FIELDS,
  ...MONEY_FIELDS,
  ...WORKS_FIELDS,
  ...CALCULATORS_FIELDS,
  ...PROGRAMME_FIELDS,
};

export const titleOfField = (field: string): Bilingual => FIELD_TITLES[field] ?? { zh: field, en: field };
