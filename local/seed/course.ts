// The ordinary course of a project, act by act.
import { COURSE_AFTER } from './course-after.ts';
import { COURSE_ON_SITE } from './course-on-site.ts';
import { COURSE_TO_CLOSE, COURSE_TO_SITE } from './course-to-end.ts';
import { COURSE_TO_START } from './course-to-start.ts';
import type { Move } from './move.ts';

export const COURSE: readonly Move[] = [
  ...COURSE_TO_START,
  ...COURSE_TO_SITE,
  ...COURSE_ON_SITE,
  ...COURSE_TO_CLOSE,
  ...COURSE_AFTER,
];

/** Days from the opening to the move with this index. */
export const daysTo = (index: number): number =>
  COURSE.slice(0, index + 1).reduce((days, { after }) => days + after, 0);
