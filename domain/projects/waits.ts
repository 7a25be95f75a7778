// What the machines that wait for human acts are told, from the project alone.
import type { Act } from './act.ts';
import { ACT_NAMES, type ActName } from './act-names.ts';
import { ACTS } from './acts.ts';
import type { Project } from './project.ts';
import { isLastOfStep, type OrderedState, STATES, type Step } from './states.ts';

/**
 * Outcome for the wait named after `act`, or undefined while the act is awaited.
 * `closed`: the project is over. `sent-back`: it went back to an earlier step (plan changed, ballot failed).
 * A suspended project keeps everybody waiting.
 */
export function outcomeOf(act: ActName, project: Project): string | undefined {
  if (project.state === 'EXCLUDED') return 'closed';
  if (project.state === 'SUSPENDED') return undefined;
  const awaited: Act = ACTS[act];
  if (isSentBack(awaited.step, project.state)) return 'sent-back';
  return awaited.outcome?.(project);
}

/**
 * A project stands in the last state of a step while the first act of the next one is awaited. Steps 5 and 6 begin
 * together: acts of the site are awaited while approvals are still open.
 */
function isSentBack(awaited: Step, state: OrderedState): boolean {
  const begins = awaited === 6 ? 5 : awaited;
  const { step } = STATES[state];
  return step < begins && (step < begins - 1 || !isLastOfStep(state));
}

/** All waits that have an outcome now, by name. */
export function outcomes(project: Project): Readonly<Record<string, string>> {
  const settled: Record<string, string> = {};
  for (const act of ACT_NAMES) {
    const outcome = outcomeOf(act, project);
    if (outcome !== undefined) settled[act] = outcome;
  }
  return settled;
}
