// What people read: a number, an act, a date and a link, in both languages. Nothing else of a message ever leaves.
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Message } from '../../domain/ports.ts';
import { ACT_NAMES, type ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import type { SentMessage } from '../runtime/delivery-log.ts';

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

/** A paper of which one person has proposed that it be void: the title of its kind, never a reason. */
const voiding = z.object({
  projectId: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  version: z.string(),
  dueOn: z.iso.date(),
});
const VOIDING = 'voiding-proposed';

/** A project whose workflow one person has proposed to repair by hand. */
const repair = z.object({ projectId: z.string(), dueOn: z.iso.date() });
const REPAIR = 'repair-proposed';

export const DIGEST = 'digest';

/** Undefined for a template that this version does not know. */
export function noticeOf(
  message: Pick<Message, 'messageId' | 'template' | 'values'>,
  at: Instant,
  letterhead: Letterhead,
): Notice | undefined {
  if (message.template === VOIDING) return noticeOfVoiding(message, at, letterhead);
  if (message.template === REPAIR) return noticeOfRepair(message, at, letterhead);
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

function noticeOfVoiding(
  { messageId, values }: Pick<Message, 'messageId' | 'values'>,
  at: Instant,
  letterhead: Letterhead,
): Notice | undefined {
  const read = voiding.safeParse(values);
  if (!read.success) return undefined;
  const { projectId, titleZh, titleEn, version, dueOn } = read.data;
  const link = linkToVoiding(letterhead, projectId);
  return {
    id: messageId,
    at,
    subject: marked(letterhead, {
      zh: `${projectId} 待确认作废：${titleZh}第 ${version} 版（${dueOn} 前）`,
      en: `${projectId} to be voided, second person: ${titleEn}, version ${version} (by ${dueOn})`,
    }),
    text: marked(letterhead, {
      zh: `项目 ${projectId}\n有人提出作废：${titleZh}第 ${version} 版\n须由另一名经办人确认或不同意；答复前该文件仍有效\n答复期限：${dueOn}\n${link}`,
      en: `Project ${projectId}\nProposed to be voided: ${titleEn}, version ${version}\nAnother person confirms or declines; until then it holds\nDue: ${dueOn}\n${link}`,
    }),
    tasks: [],
    message: { template: VOIDING, values: { ...read.data } },
  };
}

function noticeOfRepair(
  { messageId, values }: Pick<Message, 'messageId' | 'values'>,
  at: Instant,
  letterhead: Letterhead,
): Notice | undefined {
  const read = repair.safeParse(values);
  if (!read.success) return undefined;
  const { projectId, dueOn } = read.data;
  return {
    id: messageId,
    at,
    subject: marked(letterhead, {
      zh: `${projectId} 待确认修复流程（${dueOn} 前）`,
      en: `${projectId} workflow to be repaired, second person (by ${dueOn})`,
    }),
    text: marked(letterhead, {
      zh: `项目 ${projectId}\n有人提出修复流程（不动台账）\n须由另一名经办人确认或不同意\n答复期限：${dueOn}\n${tasksOf(letterhead)}`,
      en: `Project ${projectId}\nProposed: repair its workflow (its ledger is not touched)\nAnother person confirms or declines\nDue: ${dueOn}\n${tasksOf(letterhead)}`,
    }),
    tasks: [],
    message: { template: REPAIR, values: { projectId, dueOn } },
  };
}

/** Papers of the district as a whole have no project: they are answered in the list of tasks. */
const linkToVoiding = (letterhead: Letterhead, projectId: string): string =>
  projectId.endsWith('-0000') ? tasksOf(letterhead) : `${linkTo(letterhead, projectId)}/papers`;

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
}

export interface ToVoid {
  readonly projectNo: string;
  readonly title: Bilingual;
  readonly version: number;
  readonly dueOn: string;
}

/** Undefined when there is nothing to do. */
export function digestOf(
  { id, at, today, rows, more, voidings, repairs }: DigestOf,
  letterhead: Letterhead,
): Notice | undefined {
  const tasks = z.array(task).parse(rows);
  const count = tasks.length + voidings.length + repairs.length;
  if (count === 0) return undefined;
  const total = more ? `${count}+` : String(count);
  const overdue = [...tasks, ...voidings, ...repairs].filter(({ dueOn }) => dueOn < today).length;
  const lines = (language: keyof Bilingual, late: string): string =>
    [
      ...repairs.slice(0, LISTED).map(({ projectId, dueOn }) => ({
        ...{ dueOn, projectId, link: tasksOf(letterhead) },
        what: { zh: '待确认修复流程', en: 'workflow to be repaired' },
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

const tasksOf = ({ site }: Letterhead): string => `${site}/tasks`;

const linkTo = ({ site }: Letterhead, projectId: string): string => `${site}/projects/${projectId}`;

const marked = ({ rehearsal }: Letterhead, { zh, en }: Bilingual): Bilingual =>
  rehearsal ? { zh: `【演练】${zh}`, en: `[REHEARSAL] ${en}` } : { zh, en };
