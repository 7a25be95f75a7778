// How long the contractor repairs which part, from the day acceptance passed (二(三)8, H-04).
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { WARRANTY_YEARS_PARTS, type WarrantyYearsPart } from '../../policy/parameters/law.ts';
import { assessWarranty, type WarrantyPart } from '../../policy/rules/warranty.ts';

/** A part whose warranty ends by years: the structure lasts for its design life and holds no project open. */
export interface WarrantyTerm {
  readonly part: WarrantyYearsPart | 'OTHER';
  /** Last day, which is still the contractor's. */
  readonly endsOn: PlainDate;
  /** When the ledger noted that the owners maintain from now on. */
  readonly endedOn?: PlainDate;
}

export interface AgreedWarranty {
  /** Longer than the law has it; shorter is not possible. */
  readonly agreedYears?: Readonly<Partial<Record<WarrantyYearsPart, number | undefined>>> | undefined;
  /** Works besides the five parts of 质量条例 40, by contract. */
  readonly otherYears?: number | undefined;
}

/** Every part of 质量条例 40 that is counted in years, and what was agreed besides. */
export function warrantyTerms(
  acceptedOn: PlainDate,
  { agreedYears = {}, otherYears }: AgreedWarranty,
  pack: RulePack,
): { readonly terms: readonly WarrantyTerm[]; readonly findings: readonly Finding[] } {
  const parts: readonly (WarrantyPart & { readonly part: WarrantyTerm['part'] })[] = [
    ...WARRANTY_YEARS_PARTS.map((part) => ({ part, agreedYears: agreedYears[part] })),
    ...(otherYears === undefined ? [] : [{ part: 'OTHER' as const, agreedYears: otherYears }]),
  ];
  const assessed = parts.map((part) => ({ part, ...assessWarranty({ acceptedOn, part }, acceptedOn, pack) }));
  return {
    terms: assessed.flatMap(({ part: { part }, endsOn }) => (endsOn === undefined ? [] : [{ part, endsOn }])),
    findings: assessed.flatMap(({ findings }) => findings),
  };
}

const isOpen = ({ endedOn }: WarrantyTerm): boolean => endedOn === undefined;

/** Terms whose last day is over, and of which the ledger does not know yet. */
export const termsOver = (terms: readonly WarrantyTerm[], on: PlainDate): readonly WarrantyTerm[] =>
  terms.filter((term) => isOpen(term) && term.endsOn < on);

/** The earliest last day ahead; undefined when all have ended. */
export const nextEnd = (terms: readonly WarrantyTerm[]): PlainDate | undefined =>
  terms
    .filter(isOpen)
    .map(({ endsOn }) => endsOn)
    .sort()[0];
