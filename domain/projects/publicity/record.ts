// What the project knows of its public notice (二(三)3).
import type { PlainDate } from '../../calendar/plain-date.ts';

export interface PublicityRecord {
  /** Last counted day of the running period, if it is known. */
  readonly endsOn?: PlainDate;
}
export const NO_PUBLICITY: PublicityRecord = {};
