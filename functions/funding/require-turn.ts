// Asks whether it is a project's turn in the queue of a budget year.
import type { Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { previousYear } from '../../domain/programme/rounds.ts';
import { decideTurn } from '../../domain/programme/turn.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { readQueuedProjects } from './read-queue.ts';

/** Asked before money is put aside, and never again of a reservation that was made: a replay finds the budget as it was. */
export async function requireTurn(
  ports: Pick<Ports, 'ledger' | 'views'>,
  project: Project,
  budgetYear: string,
): Promise<Outcome<undefined>> {
  const [queue, programme, before] = await Promise.all([
    readQueuedProjects(ports),
    loadProgramme(ports, budgetYear),
    loadProgramme(ports, previousYear(budgetYear)),
  ]);
  return decideTurn(project, queue, { programme, before });
}
