// Units of money beside figures.
import { both } from './texts.ts';

export const unitText = {
  yuan: both('元', 'yuan'),
  /** Chinese counts large sums in 万; English has no such step, and says the yuan. */
  large: both('万元', 'yuan'),
} as const;
