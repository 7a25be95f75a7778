// What the project knows of its start (二(三)4): application, confirmation, report, the leader's word, the investment plan.
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';

export const LISTINGS = ['LISTED', 'SUPPLEMENTED'] as const;

export interface StartRecord {
  /** The application that the street has taken. */
  readonly application?: { readonly at: Instant; readonly on: PlainDate };
  /** What was missing the last time, while it is; document codes and titles of further materials. */
  readonly missing?: readonly string[];
  readonly confirmedOn?: PlainDate;
  readonly reportedOn?: PlainDate;
  /** The last word of the principal leader. */
  readonly consent?: {
    readonly decision: 'CONSENT' | 'DECLINE';
    readonly decidedOn: PlainDate;
    readonly reference: string;
  };
  readonly investmentPlan?: {
    readonly listing: (typeof LISTINGS)[number];
    readonly year: string;
    readonly itemNo: string;
    readonly listedOn: PlainDate;
  };
}

export const NO_START: StartRecord = {};
