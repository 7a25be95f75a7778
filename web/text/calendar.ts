// Words of what an entry of the calendar would do.
import { both } from './texts.ts';

export const calendarText = {
  look: both('先看影响', 'See what it would do'),
  affects: both('影响公示', 'Notices moved'),
  of: both('共', 'of'),
  none: both('不影响正在公示的项目。', 'No running notice would end on another day.'),
  only: both('只会变晚，不会提前；确认无误再补录。', 'Only later, never earlier; enter it when this is right.'),
  from: both('由', 'from'),
  to: both('到', 'to'),
  open: both('待日历', 'open'),
} as const;
