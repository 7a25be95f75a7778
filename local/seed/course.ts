// The ordinary course of a project, act by act.
import { COURSE_TO_END } from './course-to-end.ts';
import { COURSE_TO_START } from './course-to-start.ts';
import type { Move } from './move.ts';

export const COURSE: readonly Move[] = [...COURSE_TO_START, ...COURSE_TO_END];

/** Days from the opening to the move with this index. */
export const daysTo = (index: number): number =>
  COURSE.slice(0, index + 1).reduce((days, { after }) => days + after, 0);
