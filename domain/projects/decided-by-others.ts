// Who has filed does not decide: roles keep the two apart in the table of acts, and this keeps them apart where one person
// holds both posts. It goes by the person, whatever post they act under.
import type { Entry } from '../ledger.ts';
import type { Actor } from '../parties.ts';
import type { ActName } from './act-names.ts';

/** By the act that decides: the acts that it decides on. A change order is looked at one by one, by its own act. */
export const DECIDED_BY_OTHERS = {
  'determine-eligibility': ['record-survey'],
  'reserve-subsidy': ['book-contributions'],
  'confirm-project': ['submit-application'],
  'consent-start': ['report-project', 'confirm-project'],
  'list-in-investment-plan': ['report-project'],
  'decide-feasibility-study': ['file-feasibility-study'],
  'decide-preliminary-design': ['file-preliminary-design'],
  'record-ex-post-review': ['file-drawings'],
  'decide-combined-permit': ['file-combined-permit'],
  'approve-final-accounts': ['submit-final-accounts'],
  'pay-special-line': ['list-special-line'],
} as const satisfies Partial<Record<ActName, readonly ActName[]>>;

const table: Partial<Record<ActName, readonly ActName[]>> = DECIDED_BY_OTHERS;

/** None of an act that decides on nothing. */
export const actsDecidedOn = (act: ActName): readonly ActName[] => table[act] ?? [];

const DECIDED_ON: ReadonlySet<ActName> = new Set(Object.values(table).flat());

/** Whether it matters who did `act`, because somebody else decides on it. */
export const isDecidedByOthers = (act: ActName): boolean => DECIDED_ON.has(act);

/** Whether `act` decides on what others have filed: only then the ledger has to be asked who that was. */
export const decidesOnOthers = (act: ActName): boolean => table[act] !== undefined;

/** Whether the actor has filed, in any round and under any post, what `act` decides on. */
export function hasFiledIt(
  act: ActName,
  actor: Pick<Actor, 'id'>,
  entries: readonly Pick<Entry, 'act' | 'actor'>[],
): boolean {
  const filed: readonly string[] = actsDecidedOn(act);
  return entries.some((entry) => entry.actor.id === actor.id && filed.includes(entry.act));
}
