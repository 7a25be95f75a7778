// Which Retry and Catch rules an error falls under, and how long to wait before the next attempt.
import type { Retrier, State } from './definition.ts';

export const RESERVED_ERRORS: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.NoChoiceMatched',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
]);

const TIMEOUTS: ReadonlySet<string> = new Set(['States.Timeout', 'States.HeartbeatTimeout']);
/** Errors that the wildcards do not match; States.Runtime cannot be named either. */
const TERMINAL: ReadonlySet<string> = new Set(['States.Runtime', 'States.DataLimitExceeded']);

export function matchesError(names: readonly string[], error: string, stateType: State['Type']): boolean {
  if (error === 'States.Runtime') return false;
  return names.some((name) => {
    if (name === error) return true;
    if (TERMINAL.has(error)) return false;
    if (name === 'States.ALL') return true;
    if (name === 'States.TaskFailed') return stateType === 'Task' && !TIMEOUTS.has(error);
    if (name === 'States.Timeout') return TIMEOUTS.has(error);
    return name === 'States.BranchFailed' && stateType === 'Parallel';
  });
}

/** The retrier that gives the state one more attempt, counted apart for each retrier, or undefined. */
export function findRetrier(
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: string,
  stateType: State['Type'],
): { retrier: Retrier; index: number; attempt: number } | undefined {
  const index = retriers.findIndex((retrier) => matchesError(retrier.ErrorEquals, error, stateType));
  const retrier = retriers[index];
  const attempt = attempts[index] ?? 0;
  return retrier && attempt < (retrier.MaxAttempts ?? 3) ? { retrier, index, attempt } : undefined;
}

/** Milliseconds before attempt number `attempt` (the first retry is 0). */
export function retryDelay(retrier: Retrier, attempt: number, random: () => number): number {
  const seconds = Math.min(
    (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** attempt,
    retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
  );
  return Math.round(seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}
