// What people read: a number, an act, a date and a link, in both languages. Nothing else of a message ever leaves.
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Message } from '../../domain/ports.ts';
import { ACT_NAMES, type ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';

export interface Notice {
  /** The same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly at: Instant;
  readonly subject: Bilingual;
  readonly text: Bilingual;
  readonly tasks: readonly Task[];
}

export interface Task {
  readonly projectId: string;
  readonly act: ActName;
  readonly dueOn: string;
}

export interface Letterhead {
  /** Origin of the pages. */
  readonly site: string;
  /** Says so in every text: nobody may take a rehearsal for the real thing. */
  readonly rehearsal: boolean;
}

const task = z.object({ projectId: z.string(), act: z.enum(ACT_NAMES), dueOn: z.iso.date() });

/** A longer list is read in the pages. */
const LISTED = 50;

/** What each template of a task begins with. */
const WORDS: ReadonlyMap<string, Bilingual> = new Map([
  ['task-opened', { zh: '待办', en: 'to do' }],
  ['task-reminder', { zh: '催办', en: 'reminder' }],
]);

/** Undefined for a template that this version does not know. */
export function noticeOf(message: Message, at: Instant, letterhead: Letterhead): Notice | undefined {
  const words = WORDS.get(message.template);
  const read = task.safeParse(message.values);
  if (words === undefined || !read.success) return undefined;
  const { projectId, act, dueOn } = read.data;
  const { title } = ACTS[act];
  return {
    id: message.messageId,
    at,
    subject: marked(letterhead, {
      zh: `${projectId} ${words.zh}：${title.zh}（${dueOn} 前）`,
      en: `${projectId} ${words.en}: ${title.en} (by ${dueOn})`,
    }),
    text: marked(letterhead, {
      zh: `项目 ${projectId}\n待办事项：${title.zh}\n办理期限：${dueOn}\n${linkTo(letterhead, projectId)}`,
      en: `Project ${projectId}\nTo do: ${title.en}\nDue: ${dueOn}\n${linkTo(letterhead, projectId)}`,
    }),
    tasks: [read.data],
  };
}

export interface DigestOf {
  readonly id: string;
  readonly at: Instant;
  readonly today: PlainDate;
  /** Rows of the task list, the one due first on top. */
  readonly rows: readonly unknown[];
  /** The list goes on after these rows. */
  readonly more: boolean;
}

/** Undefined when there is nothing to do. */
export function digestOf({ id, at, today, rows, more }: DigestOf, letterhead: Letterhead): Notice | undefined {
  const tasks = z.array(task).parse(rows);
  if (tasks.length === 0) return undefined;
  const total = more ? `${tasks.length}+` : String(tasks.length);
  const overdue = tasks.filter(({ dueOn }) => dueOn < today).length;
  const lines = (language: keyof Bilingual, late: string): string =>
    tasks
      .slice(0, LISTED)
      .map(
        ({ projectId, act, dueOn }) =>
          `${dueOn}${dueOn < today ? late : ''} ${projectId} ${ACTS[act].title[language]} ${linkTo(letterhead, projectId)}`,
      )
      .join('\n');
  const link = `${letterhead.site}/tasks`;
  return {
    id,
    at,
    subject: marked(letterhead, {
      zh: `${today} 待办汇总：${total} 件，逾期 ${overdue} 件`,
      en: `Tasks on ${today}: ${total}, overdue ${overdue}`,
    }),
    text: marked(letterhead, {
      zh: `待办 ${total} 件，其中逾期 ${overdue} 件。\n${lines('zh', '（逾期）')}\n全部待办：${link}`,
      en: `Open tasks: ${total}, overdue: ${overdue}.\n${lines('en', ' (overdue)')}\nAll tasks: ${link}`,
    }),
    tasks,
  };
}

export function inLanguage(text: Bilingual, language: 'zh' | 'en' | 'both', between = '\n\n'): string {
  return language === 'both' ? `${text.zh}${between}${text.en}` : text[language];
}

const linkTo = ({ site }: Letterhead, projectId: string): string => `${site}/projects/${projectId}`;

const marked = ({ rehearsal }: Letterhead, { zh, en }: Bilingual): Bilingual =>
  rehearsal ? { zh: `【演练】${zh}`, en: `[REHEARSAL] ${en}` } : { zh, en };
