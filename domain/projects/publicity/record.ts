// What the project knows of its public notice (二(三)3): papers, posting places, the running period, objections.
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import type { OBJECTION_OUTCOMES } from '../../policy/rules/publicity.ts';

/** The three papers that must hang together, by SHA-256 (PB-02). */
export interface Notice {
  readonly F3: string;
  readonly F4: string;
  readonly P2: string;
}

export interface PostingPlace {
  readonly place: string;
  readonly conspicuous: boolean;
  /** No posting before this day counts: the ballot, a changed notice, a poster found down. */
  readonly notBefore: PlainDate;
  /** Confirmed with a photo; absent while the place is not confirmed or the poster is down. */
  readonly posted?: { readonly on: PlainDate; readonly photo: string };
}

export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

export interface Objection {
  readonly objectionId: string;
  /** Keyed hash of the unit that objects. */
  readonly unit: string;
  readonly raisedBy: 'OWNER' | 'OTHER_RESIDENT';
  readonly raisedOn: PlainDate;
  readonly outcome?: ObjectionOutcome;
}

export interface PublicityRecord {
  readonly notice?: Notice;
  readonly places: readonly PostingPlace[];
  /** The latest confirmed posting day: the count begins the day after. */
  readonly runsFrom?: PlainDate;
  /** Last counted day as announced; a new count may only move it on (公示时间不少于). */
  readonly endsOn?: PlainDate;
  /** When the next step opens, if the calendar can tell. */
  readonly opensAt?: Instant;
  readonly objections: readonly Objection[];
}

export const NO_PUBLICITY: PublicityRecord = { places: [], objections: [] };

export const openObjections = ({ objections }: PublicityRecord): readonly Objection[] =>
  objections.filter(({ outcome }) => outcome === undefined);
