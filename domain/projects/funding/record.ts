// What the project knows of its money (二(三)4, 三(三)).
import type { Instant } from '../../calendar/plain-date.ts';

export interface FundingRecord {
  /** When the residents' money first was all there (I-04). */
  readonly reachedAt?: Instant;
  /** Subsidy reserved in the annual budget. */
  readonly reservation?: { readonly budgetYear: string; readonly amount: string };
}
export const NO_FUNDING: FundingRecord = {};
