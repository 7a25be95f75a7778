// Which parties of the district a project concerns: those read it (design §1: they decide their own acts, nothing else; ui.md §2:
// "theirs"). Streets, communities and bodies are told by their area instead (`belongsTo`).
import { mayRead } from '../page-readers.ts';
import { type Actor, ROLES, type Role } from '../parties.ts';
import { openedDuties } from '../programme/open-duties.ts';
import type { ActName } from './act-names.ts';
import { actsOf, rolesOf } from './allowed-acts.ts';
import { partyOf } from './approvals/joint-review.ts';
import type { Project } from './project.ts';
import { ALL_STATES, hasReached, type OrderedState, STATES } from './states.ts';

/** Told by their area, or by nobody. */
const OTHERWISE: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY', 'RESIDENT', 'SYSTEM'];

const isNarrow = (role: Role): boolean => !OTHERWISE.includes(role) && !mayRead('everyProject', role);

/** Only whom the project itself calls does these: by its contents, or whoever convenes the review. */
const CALLED: ReadonlySet<ActName> = new Set<ActName>(['discharge-duty', 'give-review-opinion']);

const ORDERED = ALL_STATES.filter((state): state is OrderedState => state in STATES);

/** From which state on an act is theirs that nobody needs to call them for: 图审 from the approvals, 档案馆 from the works' end. */
const FROM: readonly (readonly [Role, OrderedState])[] = ROLES.filter(isNarrow).flatMap((role) => {
  const first = ORDERED.find((state) =>
    actsOf(state).some((act) => !CALLED.has(act) && rolesOf(state, act).includes(role)),
  );
  return first === undefined ? [] : [[role, first] as const];
});

/** Roles; of specialised units that are named, each by its own name (`UTILITY:国网鹿城供电`). None of those who read every project. */
export function concernedParties(project: Project): readonly string[] {
  const state = project.suspended?.from ?? project.state;
  const { jointReview } = project.approvals;
  const called = [
    ...openedDuties(project).map(({ party, unit }) => (party === 'UTILITY' ? `UTILITY:${unit}` : party)),
    ...jointReview.asked,
    ...jointReview.opinions.map(({ party }) => party),
    ...FROM.filter(([, first]) => hasReached(state, first))
      .map(([role]) => role)
      // Declared lines name their units; where none were declared, any unit may take a facility over (二(三)8).
      .filter((role) => role !== 'UTILITY' || project.programme.contents === undefined),
  ];
  return [...new Set(called)].filter(isOfOne).toSorted();
}

/** What every project is open to need not stand in its rows. */
const isOfOne = (party: string): boolean => party.startsWith('UTILITY:') || isNarrow(party as Role);

/** `parties`: as a row of the list keeps them; rows of older software keep none. */
export const isConcerned = (actor: Actor, parties: readonly string[] = []): boolean =>
  !isNarrow(actor.role) || parties.includes(partyOf(actor)) || parties.includes(actor.role);

export const concerns = (actor: Actor, project: Project): boolean =>
  !isNarrow(actor.role) || isConcerned(actor, concernedParties(project));
