// What people read: a number, an act, a date and a link, in both languages. Nothing else of a message ever leaves.
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Message } from '../../domain/ports.ts';
import type { CircularTask } from '../../domain/programme/circular-tasks.ts';
import { ACT_NAMES, type ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import type { SentMessage } from '../runtime/delivery-log.ts';
import { type AskedOfSecondPerson, askedOf } from './asked-of-second-person.ts';
import { type Letterhead, linkTo, linkToCircular, linkToVoiding, tasksOf } from './letterhead.ts';

export interface Notice {
  /** The same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly at: Instant;
  readonly subject: Bilingual;
  readonly text: Bilingual;
  readonly tasks: readonly Task[];
  /** What it was written from, so that it can be written again for another channel. */
  readonly message: SentMessage;
}

export interface Task {
  readonly projectId: string;
  readonly act: ActName;
  readonly dueOn: string;
}

const task = z.object({ projectId: z.string(), act: z.enum(ACT_NAMES), dueOn: z.iso.date() });

/** A longer list is read in the pages. */
const LISTED = 50;

/** What each template of a task begins with. */
const WORDS: ReadonlyMap<string, Bilingual> = new Map([
  ['task-opened', { zh: '待办', en: 'to do' }],
  ['task-reminder', { zh: '催办', en: 'reminder' }],
]);

export const DIGEST = 'digest';

/** Undefined for a template that this version does not know. */
export function noticeOf(
  message: Pick<Message, 'messageId' | 'template' | 'values'>,
  at: Instant,
  letterhead: Letterhead,
): Notice | undefined {
  const asked = askedOf(message, letterhead);
  if (asked) return noticeToSecondPerson(message, asked, at, letterhead);
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
    message: { template: message.template, values: { projectId, act, dueOn } },
  };
}

/** One person has proposed something, and the message asks for another one. */
function noticeToSecondPerson(
  { messageId, template }: Pick<Message, 'messageId' | 'template'>,
  { subject, text, values }: AskedOfSecondPerson,
  at: Instant,
  letterhead: Letterhead,
): Notice {
  const until = { zh: `（${values.dueOn} 前）`, en: ` (by ${values.dueOn})` };
  return {
    ...{ id: messageId, at, tasks: [], message: { template, values } },
    subject: marked(letterhead, { zh: `${subject.zh}${until.zh}`, en: `${subject.en}${until.en}` }),
    text: marked(letterhead, { zh: text.zh.join('\n'), en: text.en.join('\n') }),
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
  /** Papers that wait for a second person to be void. */
  readonly voidings: readonly ToVoid[];
  /** Projects whose repair by hand waits for a second person. */
  readonly repairs: readonly Pick<Task, 'projectId' | 'dueOn'>[];
  /** Circulars that wait for a second person to be issued. */
  readonly circulars: readonly Pick<CircularTask, 'year' | 'no' | 'month' | 'dueOn'>[];
}

export interface ToVoid {
  readonly projectNo: string;
  readonly title: Bilingual;
  readonly version: number;
  readonly dueOn: string;
}

/** Undefined when there is nothing to do. */
export function digestOf(
  { id, at, today, rows, more, voidings, repairs, circulars }: DigestOf,
  letterhead: Letterhead,
): Notice | undefined {
  const tasks = z.array(task).parse(rows);
  const bySecondPerson = [...voidings, ...repairs, ...circulars];
  const count = tasks.length + bySecondPerson.length;
  if (count === 0) return undefined;
  const total = more ? `${count}+` : String(count);
  const overdue = [...tasks, ...bySecondPerson].filter(({ dueOn }) => dueOn < today).length;
  const lines = (language: keyof Bilingual, late: string): string =>
    [
      ...repairs.slice(0, LISTED).map(({ projectId, dueOn }) => ({
        ...{ dueOn, projectId, link: tasksOf(letterhead) },
        what: { zh: '待确认修复流程', en: 'workflow to be repaired' },
      })),
      ...circulars.slice(0, LISTED).map(({ year, no, month, dueOn }) => ({
        ...{ dueOn, projectId: `${year}-${no}`, link: linkToCircular(letterhead, { year, no }) },
        what: { zh: `待复核印发：${month} 进度通报`, en: `to be looked at and issued: progress circular of ${month}` },
      })),
      ...voidings.slice(0, LISTED).map(({ projectNo, title, version, dueOn }) => ({
        ...{ dueOn, projectId: projectNo, link: linkToVoiding(letterhead, projectNo) },
        what: { zh: `待确认作废：${title.zh}第 ${version} 版`, en: `to be voided: ${title.en}, version ${version}` },
      })),
      ...tasks.slice(0, LISTED).map(({ projectId, act, dueOn }) => ({
        ...{ dueOn, projectId, link: linkTo(letterhead, projectId), what: ACTS[act].title },
      })),
    ]
      .map(
        ({ dueOn, projectId, what, link }) =>
          `${dueOn}${dueOn < today ? late : ''} ${projectId} ${what[language]} ${link}`,
      )
      .join('\n');
  const link = tasksOf(letterhead);
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
    message: { template: DIGEST, values: {} },
  };
}

export function inLanguage(text: Bilingual, language: 'zh' | 'en' | 'both', between = '\n\n'): string {
  return language === 'both' ? `${text.zh}${between}${text.en}` : text[language];
}

const marked = ({ rehearsal }: Letterhead, { zh, en }: Bilingual): Bilingual =>
  rehearsal ? { zh: `【演练】${zh}`, en: `[REHEARSAL] ${en}` } : { zh, en };
