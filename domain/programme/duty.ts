// A duty: who owes it, what calls for it, and what shows that it was done.
import type { Bilingual } from '../bilingual.ts';
import type { Role } from '../parties.ts';
import type { ActName } from '../projects/act-names.ts';
import type { Content } from '../projects/programme/contents.ts';
import type { OrderedState } from '../projects/states.ts';

/** What calls for a duty. */
export type Trigger =
  /** The programme as a whole: owed all year, by no project in particular. */
  | { readonly kind: 'PROGRAMME' }
  /** Every project from this state on. */
  | { readonly kind: 'PROJECT'; readonly from: OrderedState }
  /** Works that touch one of these. */
  | { readonly kind: 'CONTENT'; readonly contents: readonly Content[] }
  /** A body that is no owners' committee (D-07 “自治小组的监督”). */
  | { readonly kind: 'SELF_GOVERNANCE' };

export interface Duty {
  readonly party: Role;
  readonly title: Bilingual;
  readonly trigger: Trigger;
  /** What shows that it was done. */
  readonly evidence: Bilingual;
  /** Acts of the project that discharge it when all have been done; otherwise the party says so itself. */
  readonly dischargedBy?: readonly ActName[];
  /** The party sits in the joint review of a project that opens the duty (二(四)2). */
  readonly reviews?: true;
}
