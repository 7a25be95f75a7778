// How far a project has come, whatever holds it up now: what circulars, assessment and statistics count by.
import type { PlainDate } from '../calendar/plain-date.ts';
import { nextEvent } from '../projects/next-event.ts';
import type { Project } from '../projects/project.ts';
import { hasReached, isClosed, type OrderedState } from '../projects/states.ts';

/** A suspended project has come as far as where it was held up. */
export const hasPassed = ({ state, suspended }: Project, milestone: OrderedState): boolean =>
  hasReached(suspended?.from ?? state, milestone);

export const isInProgramme = ({ state }: Project): boolean => state !== 'EXCLUDED';
export const isOpenProject = ({ state }: Project): boolean => !isClosed(state);

/** Late by the district's own targets; what waits for a date is nobody's delay. */
export function isOverdue(project: Project, on: PlainDate): boolean {
  const next = nextEvent(project);
  return next !== undefined && next.owner !== 'SYSTEM' && next.dueOn < on;
}

/** Whether the state was entered within these days, both included. */
export function enteredWithin(
  { programme }: Project,
  state: OrderedState,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): boolean {
  const on = programme.entered[state]?.on;
  return on !== undefined && on >= from && on <= to;
}
