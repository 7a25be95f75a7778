// What the pages of the programme year say first.
import { many } from '../../domain/bilingual.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export function roundSentence(
  facts: { readonly year: string; readonly members: number; readonly ready: number; readonly waiting: number },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { year, members, ready, waiting } = facts;
  return [
    zh ? `${year} 年度 ${members} 个项目列入；` : `${many(members, 'project')} in the round of ${year}; `,
    marked(ready > 0 ? 'good' : 'warn', zh ? `${ready} 个轮到预留` : `${ready} can be reserved`),
    zh ? `，${waiting} 个还在等。` : `, ${waiting} still ${waiting === 1 ? 'waits' : 'wait'}.`,
  ];
}

export function dutiesSentence(
  facts: { readonly owed: number; readonly parties: number; readonly tasks: number; readonly late: number },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { owed, parties, tasks, late } = facts;
  return [
    owed === 0
      ? marked('good', zh ? '没有待履行的部门职责' : 'No duty is owed')
      : marked(
          'warn',
          zh
            ? `${parties} 家单位 ${owed} 项职责待履行`
            : `${many(owed, 'duty', 'duties')} of ${many(parties, 'party', 'parties')} owed`,
        ),
    zh ? `；例会任务 ${tasks} 项未办结，` : `; ${many(tasks, 'task')} open, `,
    marked(late === 0 ? 'good' : 'bad', zh ? `${late} 项逾期` : `${late} overdue`),
    zh ? '。' : '.',
  ];
}

export function assessmentSentence(
  facts: { readonly streets: number; readonly ranked: number; readonly best?: string; readonly score?: string },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { streets, ranked, best, score } = facts;
  return [
    zh ? `${streets} 个街道，${ranked} 个参加排名` : `${many(streets, 'street')}, ${ranked} ranked`,
    ...(best === undefined
      ? []
      : [zh ? '；居首的是' : '; first is ', marked('good', zh ? `${best} ${score} 分` : `${best} with ${score}`)]),
    zh ? '。' : '.',
  ];
}

export function figuresSentence(
  facts: { readonly projects: string; readonly open: string; readonly overdue: string },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { projects, open, overdue } = facts;
  return [
    zh
      ? `${projects} 个项目，${open} 个在办，`
      : `${projects} ${projects === '1' ? 'project' : 'projects'}, ${open} open, `,
    marked(overdue === '0' ? 'good' : 'bad', zh ? `${overdue} 个逾期` : `${overdue} overdue`),
    zh ? '；每个数都能打开台账。' : '; every figure opens its entries.',
  ];
}

export function figureSentence(
  facts: { readonly title: string; readonly value: string; readonly entries: number; readonly projects: number },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { title, value, entries, projects } = facts;
  return [
    `${title}${zh ? '：' : ': '}`,
    marked('good', value),
    zh
      ? `，出自 ${projects} 个项目的 ${entries} 条台账。`
      : `, from ${many(entries, 'entry', 'entries')} of ${many(projects, 'project')}.`,
  ];
}
