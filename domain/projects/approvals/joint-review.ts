// The joint review of a plan (二(四)2): rounds of opinions, in which an approval once given stands.
import type { Bilingual } from '../../bilingual.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Actor, PARTIES } from '../../parties.ts';
import { REVIEW_DEPARTMENTS } from './review-departments.ts';

/** A department by its role; of the specialised units, each by its own name: `UTILITY:鹿城供电`. */
export type ReviewParty = (typeof REVIEW_DEPARTMENTS)[number] | `UTILITY:${string}`;

export const partyOf = ({ role, unit }: Actor): string => (role === 'UTILITY' ? `UTILITY:${unit}` : role);

export function titleOfParty(party: ReviewParty): Bilingual {
  const department = REVIEW_DEPARTMENTS.find((name) => name === party);
  if (department !== undefined) return PARTIES[department];
  const unit = party.slice('UTILITY:'.length);
  return { zh: unit, en: unit };
}

export const OPINIONS = ['APPROVE', 'RETURN', 'REJECT'] as const;
export type Opinion = (typeof OPINIONS)[number];

export interface GivenOpinion {
  readonly party: ReviewParty;
  readonly round: number;
  readonly opinion: Opinion;
}

export interface JointReview {
  /** 0 before the first. */
  readonly round: number;
  /** Whose opinion this round asks for; parties removed are not among them. */
  readonly asked: readonly ReviewParty[];
  /** Taken out by a recorded reason, and not convened again since. */
  readonly removed?: readonly ReviewParty[];
  /** Of all rounds, in the order given; also of parties removed since. */
  readonly opinions: readonly GivenOpinion[];
  /** Of the current round; undefined while it is open. */
  readonly result?: 'PASSED' | 'RETURNED';
  readonly minutesOn?: PlainDate;
}

export const NO_REVIEW: JointReview = { round: 0, asked: [], opinions: [] };

export const isOpen = ({ round, result }: JointReview): boolean => round > 0 && result === undefined;

const inThisRound = ({ opinions, round }: JointReview) => opinions.filter((given) => given.round === round);

/** Parties asked in this round that have not answered yet. */
export function awaitedParties(review: JointReview): readonly ReviewParty[] {
  const answered = inThisRound(review).map(({ party }) => party);
  return review.asked.filter((party) => !answered.includes(party));
}

/** Parties that returned or rejected the plan in this round; to remove one of them does not undo what it said. */
export const adverseParties = (review: JointReview): readonly ReviewParty[] =>
  inThisRound(review)
    .filter(({ opinion }) => opinion !== 'APPROVE')
    .map(({ party }) => party);

export const hasApproved = (review: JointReview, party: string): boolean =>
  review.opinions.findLast((given) => given.party === party)?.opinion === 'APPROVE';

/** Sentence parts of a list of parties. */
export function nameParties(parties: readonly ReviewParty[]): Bilingual {
  const titles = parties.map(titleOfParty);
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
