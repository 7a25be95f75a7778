// What the lists say first.
import { many } from '../../domain/bilingual.ts';
import type { Review } from '../../domain/dashboard.ts';
import { daysFrom } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

interface Dated {
  readonly next?: { readonly dueOn: string } | undefined;
}

export function projectsSentence(
  projects: readonly Dated[],
  more: boolean,
  today: string,
  where: string,
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const due = projects.flatMap(({ next }) => (next ? daysFrom(today, next.dueOn) : []));
  const late = due.filter((days) => days < 0).length;
  const soon = due.filter((days) => days >= 0 && days <= 7).length;
  const count = `${projects.length}${more ? '+' : ''}`;
  const noun = count === '1' ? 'project' : 'projects';
  return [
    zh ? `${where}${where && ' '}${count} 个项目：` : `${where}${where && ': '}${count} ${noun}: `,
    marked(soon > 0 ? 'warn' : 'good', zh ? `${soon} 个 7 天内到期` : `${soon} due in 7 days`),
    zh ? '，' : ', ',
    marked(late > 0 ? 'bad' : 'good', zh ? `${late} 个逾期` : `${late} overdue`),
    zh ? '。' : '.',
  ];
}

export function tasksSentence(
  tasks: readonly { readonly dueOn: string }[],
  today: string,
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const [first] = tasks.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (first === undefined) return [zh ? '现在没有要办的。' : 'Nothing is waiting for you.'];
  const now = tasks.filter(({ dueOn }) => dueOn <= today).length;
  const late = tasks.filter(({ dueOn }) => dueOn < today).length;
  if (now === 0) {
    const days = daysFrom(today, first.dueOn);
    return zh
      ? [marked('good', '今天没有要办的'), `；共 ${tasks.length} 件，最早的还剩 ${days} 天。`]
      : [
          marked('good', 'Nothing is due today'),
          `; ${many(tasks.length, 'task')} in all, the first in ${many(days, 'day')}.`,
        ];
  }
  return zh
    ? [
        '今天 ',
        marked('warn', `${now} 件`),
        late > 0 ? '，其中 ' : '',
        late > 0 ? marked('bad', `${late} 件逾期`) : '',
        `；共 ${tasks.length} 件。`,
      ]
    : [
        marked('warn', `${now} due`),
        ' today',
        late > 0 ? ', ' : '',
        late > 0 ? marked('bad', `${late} overdue`) : '',
        `; ${tasks.length} in all.`,
      ];
}

export function reviewsSentence(reviews: readonly Review[], language: Language): Sentence {
  const zh = language === 'zh';
  if (reviews.length === 0) return [zh ? '现在没有方案联审。' : 'No joint review is under way.'];
  const open = reviews.filter(({ round, result }) => round > 0 && result === undefined);
  const waiting = open.reduce((sum, { awaited }) => sum + awaited, 0);
  const returned = reviews.filter(({ result }) => result === 'RETURNED').length;
  return [
    zh ? `${reviews.length} 个项目在报建阶段：` : `${many(reviews.length, 'project')} in approvals: `,
    marked(waiting > 0 ? 'warn' : 'good', zh ? `${waiting} 家未表态` : `${many(waiting, 'opinion')} awaited`),
    zh ? '，' : ', ',
    marked(returned > 0 ? 'bad' : 'good', zh ? `${returned} 个被退回` : `${returned} returned`),
    zh ? '。' : '.',
  ];
}

/** Who has not spoken yet, and who sent the plan back. */
export function reviewSentence(
  facts: {
    readonly name: string;
    readonly round: number;
    readonly asked: number;
    readonly awaited: readonly string[];
    readonly against: readonly string[];
    readonly passed: boolean;
  },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { name, round, asked, awaited, against, passed } = facts;
  if (round === 0) return [zh ? `${name}还没有召集方案联审。` : `${name}: the joint review is not convened yet.`];
  const head = zh ? `${name}第 ${round} 轮联审：` : `${name}, round ${round}: `;
  if (passed) return [head, marked('good', zh ? `${asked} 家全部通过` : `all ${asked} approved`), zh ? '。' : '.'];
  const list = (names: readonly string[]) => names.join(zh ? '、' : ', ');
  if (against.length > 0) {
    return [head, marked('bad', zh ? `${list(against)} 退回` : `${list(against)} sent it back`), zh ? '。' : '.'];
  }
  return [
    head,
    zh ? `${asked} 家中，` : `of ${asked}, `,
    marked('warn', zh ? `${list(awaited)} 未表态` : `${list(awaited)} not heard yet`),
    zh ? '。' : '.',
  ];
}
