// The round of one year put together: its ledger and that of the year before, the budget, who is in, who waits for what.
import { type Budget, budgetLedger, foldBudget, leftOf } from '../../domain/budget/budget.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Programme } from '../../domain/programme/programme-ledger.ts';
import { competesIn, isMember, type Membership, membershipOf, previousYear } from '../../domain/programme/rounds.ts';
import { type Waiting, waitingList } from '../../domain/programme/waiting-list.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { readRegister } from './read-register.ts';

export interface RoundOfYear {
  readonly programme: Programme;
  /** A year whose budget is not set yet has none: everybody waits for it. */
  readonly budget: Budget;
  readonly members: readonly { readonly project: Project; readonly membership: Membership }[];
  /** The queue that a reservation goes by. */
  readonly competing: readonly Project[];
  readonly waiting: readonly Waiting[];
}

export async function roundOf(ports: Pick<Ports, 'ledger' | 'views'>, year: string): Promise<RoundOfYear> {
  const [programme, before, projects, entries] = await Promise.all([
    loadProgramme(ports, year),
    loadProgramme(ports, previousYear(year)),
    readRegister(ports),
    ports.ledger.read(budgetLedger(year)),
  ]);
  const budget = foldBudget(year, entries);
  const members = projects.flatMap((project) => {
    const membership = membershipOf(year, project, programme, before);
    return membership ? [{ project, membership }] : [];
  });
  const standing = new Map(members.map(({ project, membership }) => [project.projectId, membership]));
  const competes = (project: Project): boolean => competesIn(year, project, programme, before);
  const isFunded = ({ funding }: Project): boolean => funding.reachedAt !== undefined;
  const waits = (project: Project): boolean => {
    const membership = standing.get(project.projectId);
    if (membership === undefined) return isFunded(project);
    // Carried over: it waits in the year that it was carried to.
    return membership.as !== 'CARRIED_OUT' && (isMember(membership) || isFunded(project));
  };
  return {
    programme,
    budget,
    members,
    competing: projects.filter((project) => isFunded(project) && competes(project)),
    waiting: waitingList(projects.filter(waits), leftOf(budget), competes),
  };
}
