// What follows from the ledgers of each kind: read models are written from it entry by entry, and built anew from nothing else.
import { foldBudget, projectBudget } from './budget/budget.ts';
import { allDelegations, projectDelegations } from './delegations/delegations.ts';
import { allGrants, projectGrants } from './directory/grant-rows.ts';
import { projectTelephones } from './directory/office-telephones.ts';
import type { Entry, LedgerKind, LedgerRef } from './ledger.ts';
import { allOfRegister, registerConsequences } from './paper/register-consequences.ts';
import { type Consequences, NO_CONSEQUENCES, type ViewWrite } from './ports.ts';
import { allOfProgramme, programmeConsequences } from './programme/circular-tasks.ts';
import { consequencesOf } from './projects/consequences.ts';
import { foldProject } from './projects/fold.ts';
import { projectionOf } from './projects/projection.ts';
import { allOfRepairs, repairConsequences } from './repairs/repair-consequences.ts';

type Following = (ref: LedgerRef, entries: readonly Entry[]) => Consequences;

export interface Projection {
  /** What the last of these entries brings about. */
  readonly last: Following;
  /**
   * What all of them bring about, from one fold: the rows that stand, also as null those that are gone (but for projects,
   * whose rows move with every entry), and every message that needs no more than the ledger.
   */
  readonly all: Following;
}

const rows =
  (views: (ref: LedgerRef, entries: readonly Entry[]) => readonly ViewWrite[]): Following =>
  (ref, entries) => ({ ...NO_CONSEQUENCES, views: views(ref, entries) });

/** The year of a budget is one row: each entry stands for all before it. */
const yearOfBudget = rows((ref, entries) => [projectBudget(foldBudget(ref.id, entries))]);

const project: Projection = {
  last(_ref, entries) {
    const after = foldProject(entries);
    return after === undefined ? NO_CONSEQUENCES : consequencesOf(foldProject(entries.slice(0, -1)), after);
  },
  all: rows((_ref, entries) => {
    const standing = foldProject(entries);
    return standing === undefined ? [] : projectionOf(undefined, standing);
  }),
};

/** Asked of its ledgers directly. */
export const NOTHING_FOLLOWS = 'NOTHING_FOLLOWS';

export const PROJECTIONS = {
  PROJECT: project,
  BUDGET: { last: yearOfBudget, all: yearOfBudget },
  CALENDAR: NOTHING_FOLLOWS,
  ROSTER: NOTHING_FOLLOWS,
  GRANTS: { last: rows(projectGrants), all: rows(allGrants) },
  PROGRAMME: { last: programmeConsequences, all: allOfProgramme },
  PAPERS: { last: registerConsequences, all: allOfRegister },
  PRIVACY: NOTHING_FOLLOWS,
  DELEGATIONS: { last: rows(projectDelegations), all: rows(allDelegations) },
  REPAIRS: { last: repairConsequences, all: allOfRepairs },
  TELEPHONES: { last: rows(projectTelephones), all: rows(projectTelephones) },
} as const satisfies Record<LedgerKind, Projection | typeof NOTHING_FOLLOWS>;

/** All that follows from a ledger, nothing where nothing does. */
export function allConsequences(ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const projection = PROJECTIONS[ref.kind];
  return projection === NOTHING_FOLLOWS ? NO_CONSEQUENCES : projection.all(ref, entries);
}

/** All that follows from the last of a ledger's entries. */
export function lastConsequences(ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const projection = PROJECTIONS[ref.kind];
  return projection === NOTHING_FOLLOWS ? NO_CONSEQUENCES : projection.last(ref, entries);
}
