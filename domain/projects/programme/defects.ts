// Defects found after the acceptance, each repaired by the contractor within the warranty, by the owners after it (H-04).
import type { PlainDate } from '../../calendar/plain-date.ts';
import { WARRANTY_YEARS_PARTS } from '../../policy/parameters/law.ts';
import type { WarrantyTerm } from '../works/warranty-terms.ts';

export const DEFECT_PARTS = [...WARRANTY_YEARS_PARTS, 'STRUCTURE', 'OTHER'] as const;
export type DefectPart = (typeof DEFECT_PARTS)[number];

export interface Defect {
  /** Counted through the project, from 1. */
  readonly no: number;
  readonly part: DefectPart;
  readonly reportedOn: PlainDate;
  readonly responsible: 'CONTRACTOR' | 'OWNERS';
  readonly closedOn?: PlainDate;
  readonly seq: number;
}

/** The last day of the warranty is still the contractor's; the structure is warranted for its design life. */
export function responsibleFor(
  part: DefectPart,
  reportedOn: PlainDate,
  warranties: readonly WarrantyTerm[],
): Defect['responsible'] {
  if (part === 'STRUCTURE') return 'CONTRACTOR';
  const term = warranties.find((warranty) => warranty.part === part);
  return term !== undefined && reportedOn <= term.endsOn ? 'CONTRACTOR' : 'OWNERS';
}

export const openDefects = (defects: readonly Defect[]): readonly Defect[] =>
  defects.filter(({ closedOn }) => closedOn === undefined);
