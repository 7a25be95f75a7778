// What each repair is called on a page.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { operationsText } from '../../text/operations.ts';

const REPAIRS = {
  STARTED: operationsText.STARTED,
  ENDED_ORPHAN: operationsText.ENDED_ORPHAN,
  RESOLVED_LATE: operationsText.RESOLVED_LATE,
  REOPENED: operationsText.REOPENED,
} as const;

/** One that this version does not know is called by its code. */
export const titleOfRepair = (repair: string): Bilingual =>
  repair in REPAIRS ? REPAIRS[repair as keyof typeof REPAIRS] : { zh: repair, en: repair };
