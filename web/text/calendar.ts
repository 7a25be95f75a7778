// Words of the calendar: what a day is, who says so, and what an entry would do.
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
  year: both('年份', 'Year'),
  before: both('上一年', 'Year before'),
  after: both('下一年', 'Year after'),
  today: both('今天', 'today'),
  source: both('来源', 'source'),
  sources: both('每一天的来源', 'Who says so of each day'),
  unlettered: both('没有字母的日子', 'Days without a letter'),
  weekly: both('周一至周五工作，周六、周日休息', 'Monday to Friday worked, Saturday and Sunday off'),
  enteredDay: both('本区补录的特殊日', 'A day that the district entered'),
  enteredYear: both('本区补录的年度安排', 'The arrangement of the year, entered by the district'),
  statutory: both('法定节日，每年都放假', 'Holidays by law, off in every year'),
  unpublished: both(
    '放假安排尚未公布：这些日子待定，不猜，也不计入工作日',
    'The arrangement is not published: these days are unknown, nothing is guessed or counted',
  ),
  notPublished: both(
    '年放假安排尚未公布：除法定节日外都待定，公布后在下面补录。',
    ': the arrangement of holidays is not published. All days but the holidays by law are unknown until it is entered below.',
  ),
} as const;

/** In full, and as the one sign that stands in the day. */
export const dayWords = {
  WORK: { title: both('工作', 'work'), sign: both('工', 'W') },
  OFF: { title: both('休息', 'off'), sign: both('休', 'O') },
  MADE_UP: { title: both('调休上班', 'worked by arrangement'), sign: both('班', 'M') },
  UNKNOWN: { title: both('待定', 'unknown'), sign: both('待', '?') },
} as const;
