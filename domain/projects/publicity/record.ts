// What the project knows of its public notice (二(三)3): papers, posting places, the running period, objections.
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import type { OBJECTION_OUTCOMES } from '../../policy/rules/publicity.ts';

export const NOTICE_KINDS = ['F3', 'F4', 'P2'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The three papers that must hang together, by SHA-256 (PB-02). */
export type Notice = Readonly<Record<NoticeKind, string>>;

/** A paper of the notice that two persons voided before its time was over. */
export interface VoidedPaper {
  readonly kind: NoticeKind;
  readonly version: number;
  /** 2 and more: a later printing of the same version. */
  readonly printing?: number;
  readonly sha256: string;
  readonly on: PlainDate;
  /** A notice without it was made ready since. */
  readonly replaced?: true;
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
  /** In the order in which the project learned of them; absent where nothing was voided. */
  readonly voided?: readonly VoidedPaper[];
  /** The latest confirmed posting day: the count begins the day after. */
  readonly runsFrom?: PlainDate;
  /** Last counted day as announced; a new count may only move it on (公示时间不少于). */
  readonly endsOn?: PlainDate;
  /** When the next step opens, if the calendar can tell. */
  readonly opensAt?: Instant;
  readonly objections: readonly Objection[];
}

export const NO_PUBLICITY: PublicityRecord = { places: [], objections: [] };

/** While one of its papers is void, nothing can be posted: a notice without it has to be made ready first. */
export const voidNow = ({ voided = [] }: PublicityRecord): readonly VoidedPaper[] =>
  voided.filter(({ replaced }) => replaced === undefined);

export const openObjections = ({ objections }: PublicityRecord): readonly Objection[] =>
  objections.filter(({ outcome }) => outcome === undefined);
