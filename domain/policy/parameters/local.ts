// The numbers that a district or a city sets for its own renovation programme.
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Parameter } from './dated.ts';

export const CATEGORIES = ['MANDATORY', 'BASIC', 'IMPROVEMENT', 'UPGRADE'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A share as whole numbers, so that it is compared without division: `{of: 2, outOf: 3}`. */
export interface Fraction {
  readonly of: number;
  readonly outOf: number;
}

export const COUNT_MODES = ['BY_OWNER', 'BY_UNIT'] as const;
export type CountMode = (typeof COUNT_MODES)[number];

/** What residents pay of a category's investment; `countsAs` names the class it falls under where there are fewer. */
export interface ResidentShare {
  readonly rate: Decimal;
  readonly countsAs: Category;
}

export interface LocalParameters {
  /** Owners by area, and households, that must agree, of all. */
  readonly ballotShare: Parameter<Fraction>;
  readonly countMode: Parameter<CountMode>;
  readonly publicityWorkingDays: Parameter<number>;
  /** Completed on or before this day: core scope. */
  readonly coreCutoff: Parameter<PlainDate>;
  /** Self-built housing is the main part above this share of the building area. */
  readonly mainlySelfBuiltAbove: Parameter<Fraction>;
  readonly residentShares: Parameter<Readonly<Record<Category, ResidentShare>>>;
  /** Whether residents pay exactly the shares or at least the shares. */
  readonly residentSharesAre: Parameter<'FIXED' | 'AT_LEAST'>;
  /** Yuan of subsidy per square metre of building area by property right. */
  readonly subsidyCap: Parameter<Decimal>;
  /** What must have arrived before the start: the self-raised part alone, or with the excess over the cap. */
  readonly arrivalBasis: Parameter<'SELF_RAISED' | 'SELF_RAISED_AND_EXCESS'>;
}
