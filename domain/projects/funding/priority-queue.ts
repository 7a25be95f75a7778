// The queue for the start: those whose own money was first all there come first (三(四), I-04).
import { dateInShanghai, startOfDay } from '../../calendar/plain-date.ts';
import { decimalOf } from '../../money/money.ts';
import { type Candidate, type Ranked, rankForStart } from '../../policy/rules/priority.ts';
import type { Project } from '../project.ts';
import { hasReached } from '../states.ts';

/** A project waits in the queue from being funded until its subsidy is reserved. */
export function candidateOf(project: Project): Candidate | undefined {
  const { projectId, state, start, funding } = project;
  const { reachedAt, arrival, lastCreditedOn, reservation } = funding;
  if (reachedAt === undefined || arrival === undefined || start.application === undefined) return undefined;
  if (reservation !== undefined || !hasReached(state, 'FUNDED')) return undefined;
  return {
    projectId,
    eligible: true,
    fundedOn: dateInShanghai(reachedAt),
    // Banks tell the day; all credits of a day are equal.
    creditedAt: lastCreditedOn && startOfDay(lastCreditedOn),
    appliedOn: start.application.on,
    nothingToRaise: decimalOf(arrival.required).isZero(),
  };
}

export const rankProjects = (projects: readonly Project[]): readonly Ranked[] =>
  rankForStart(projects.flatMap((project) => candidateOf(project) ?? []));
