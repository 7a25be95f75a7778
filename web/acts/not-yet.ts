// Which acts of a role come later: from the one table of who may do what in which state, nothing of it written again.
import type { Role } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { allowedActs } from '../../domain/projects/allowed-acts.ts';
import type { State } from '../../domain/projects/states.ts';
import { isOrdered, STATE_ORDER } from './state-order.ts';

const SHOWN = 3;

/** The next acts of the role in the states that lie ahead, the nearest first; acts of every state are no news. */
export function actsAhead(role: Role, state: State): readonly ActName[] {
  const now = new Set(allowedActs(role, state));
  const from = isOrdered(state) ? STATE_ORDER.indexOf(state) + 1 : STATE_ORDER.length;
  const ahead = STATE_ORDER.slice(from).flatMap((later) => allowedActs(role, later));
  return [...new Set(ahead)].filter((act) => !now.has(act) && !DETOURS.has(act)).slice(0, SHOWN);
}

/** Ways back and repairs: nobody waits for them. */
const DETOURS: ReadonlySet<ActName> = new Set([
  'suspend-project',
  'recheck-eligibility',
  'resume-project',
  'revise-plan',
  'report-poster-down',
  'reverse-contribution',
  'file-objection',
  'remove-review-party',
]);
