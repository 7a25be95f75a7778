// How long what is kept about people is kept, and when each paper of a closed project has done its duty (paper.md §1.7).
import { addDays, type PlainDate, plainDateOf, yearOf } from '../calendar/plain-date.ts';
import type { DocumentKind } from './catalogue.ts';

/** Names, id numbers and phones of owners, with the spreadsheets they came in: what else but the ballots and the settlement needs them? */
export const PEOPLE_AFTER_CLOSING = 365;
/** A roster that was corrected before any roll was frozen from it has served nothing. */
export const SUPERSEDED_ROSTER = 30;
/** An upload that nobody has filed, imported or named in an act. */
export const UNUSED_UPLOAD = 90;

const YEARS = { '10年': 10, '30年': 30 } as const;

/** The last day; counted from the first of January after the closing, as archives count. Undefined: for good. */
export function keptUntil(retention: DocumentKind['retention'], closedOn: PlainDate): PlainDate | undefined {
  return retention === '永久' ? undefined : plainDateOf(`${yearOf(closedOn) + YEARS[retention]}-12-31`);
}

export const peopleKeptUntil = (closedOn: PlainDate): PlainDate => addDays(closedOn, PEOPLE_AFTER_CLOSING);
