// Finds money that a budget holds though the project does not say so, and completes the reservation or gives the money back.
import {
  type Budget,
  decideRelease,
  type Holding,
  holdsAlready,
  type ReleaseReason,
} from '../../domain/budget/budget.ts';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { loadProject } from '../runtime/load-project.ts';
import { performAct } from '../runtime/perform-act.ts';
import { appendToBudget, loadBudget } from './append-to-budget.ts';
import { reserveSubsidy } from './reserve-subsidy.ts';

export interface OrphanReservation {
  readonly year: string;
  readonly holding: Holding;
  /** COMPLETE: the project still stands where the reservation was made, only its own entry is missing. */
  readonly remedy: 'COMPLETE' | ReleaseReason;
}

/** Between the two writes of a reservation pass milliseconds; whoever is younger may still be on his way. */
const SETTLED_AFTER = 60_000;

export async function findOrphanReservations(ports: Ports): Promise<readonly OrphanReservation[]> {
  const now = ports.clock.now();
  const orphans: OrphanReservation[] = [];
  for (const year of await ports.ledger.list('BUDGET')) {
    const budget = await loadBudget(ports, year);
    for (const holding of settledHoldings(budget, now)) {
      const remedy = await remedyFor(ports, year, holding);
      if (remedy) orphans.push({ year, holding, remedy });
    }
  }
  return orphans;
}

const settledHoldings = ({ holdings }: Budget, now: Instant): readonly Holding[] =>
  [...holdings.values()].filter(({ at }) => epochMillisecondsOf(now) - epochMillisecondsOf(at) >= SETTLED_AFTER);

async function remedyFor(
  ports: Ports,
  year: string,
  { projectId, projectSeq }: Holding,
): Promise<OrphanReservation['remedy'] | undefined> {
  const project = await loadProject(ports, projectId);
  if (project === undefined) return 'NOT_COMPLETED';
  const { reservation } = project.funding;
  if (reservation?.budgetYear === year && reservation.seq === projectSeq + 1) {
    return project.state === 'EXCLUDED' ? 'LEFT_PROGRAMME' : undefined;
  }
  if (project.head.seq === projectSeq) return 'COMPLETE';
  const [next] = await ports.ledger.read({ kind: 'PROJECT', id: projectId }, projectSeq);
  const made =
    next?.act === 'reserve-subsidy' && reserveSubsidy.act.input.parse(next.payload.input).budgetYear === year;
  return made ? 'SUPERSEDED' : 'NOT_COMPLETED';
}

/** A project that moved on in the meantime is left as it is: the next round looks again. */
export async function settleOrphanReservation(
  ports: Ports,
  { year, holding, remedy }: OrphanReservation,
): Promise<'COMPLETED' | 'RELEASED' | 'LEFT'> {
  if (remedy !== 'COMPLETE') return release(ports, year, holding, remedy);
  const { projectId, actor, projectSeq: expectedSeq } = holding;
  const input = { budgetYear: year };
  const completed = await performAct(ports, reserveSubsidy, { projectId, actor, input, expectedSeq });
  if (completed.ok) return 'COMPLETED';
  return completed.refusal.code === 'STALE' ? 'LEFT' : release(ports, year, holding, 'NOT_COMPLETED');
}

async function release(ports: Ports, year: string, holding: Holding, reason: ReleaseReason): Promise<'RELEASED'> {
  await appendToBudget(ports, { actor: SYSTEM }, year, (budget) =>
    granted(holdsAlready(budget, holding) ? decideRelease(holding, reason) : undefined),
  );
  return 'RELEASED';
}
