// Whom an act is kept from although the table gives it to their post: nobody decides on, or takes back, what is their own.
// Told by the project alone, so that a page says it before somebody tries, and no ledger is read for it.
import type { Bilingual } from '../bilingual.ts';
import type { ActName } from './act-names.ts';
import { ANOTHER_DECIDES, ANOTHER_DECIDES_CHANGE, ANOTHER_TAKES_BACK } from './another-person.ts';
import { actsDecidedOn, isDecidedByOthers } from './decided-by-others.ts';
import type { Project } from './project.ts';

/** Ids of those who have done the acts that others decide on or take back, by the act. */
export type Filers = Readonly<Partial<Record<ActName, readonly string[]>>>;

/** The filers after one more entry; the same ones where nobody decides on the act. */
export function filersAfter(filers: Filers | undefined, act: ActName, person: string): Filers | undefined {
  const known = filers?.[act] ?? [];
  if (!isDecidedByOthers(act) || known.includes(person)) return filers;
  return { ...filers, [act]: [...known, person].toSorted() };
}

/** Ids of the people who can do nothing of the act now; others of the same post can. */
export function heldBackFrom(act: ActName, { filedBy = {}, works }: Pick<Project, 'filedBy' | 'works'>): string[] {
  switch (act) {
    // Of several who booked, each takes back the receipts of the others.
    case 'reverse-contribution': {
      const booked = filedBy['book-contributions'] ?? [];
      return booked.length === 1 ? [...booked] : [];
    }
    case 'decide-change-order': {
      const asking = works.changeOrders.filter(({ status }) => status === 'REQUESTED');
      const people = new Set(asking.map(({ requestedBy }) => requestedBy));
      return people.size === 1 ? [...people] : [];
    }
    default:
      return [...new Set(actsDecidedOn(act).flatMap((filed) => filedBy[filed] ?? []))].toSorted();
  }
}

/** Why, in a sentence. */
export function whyHeldBack(act: ActName): Bilingual {
  switch (act) {
    case 'reverse-contribution':
      return ANOTHER_TAKES_BACK;
    case 'decide-change-order':
      return ANOTHER_DECIDES_CHANGE;
    default:
      return ANOTHER_DECIDES;
  }
}
