// What the dashboard says first: is anything stuck, what is due today, what is overdue, which step is slowest.
import { many } from '../../domain/bilingual.ts';
import type { Funnel, Stuck } from '../../domain/dashboard.ts';
import { dayOf, daysFrom, printYear } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { marked, type Piece, type Sentence } from './sentence.ts';

/** What the figures are narrowed to: the title of a street, a year. */
export interface Of {
  readonly area?: string;
  readonly year?: string;
}

export function dashboardSentence(
  funnel: Funnel,
  stuck: Stuck | undefined,
  language: Language,
  { area, year }: Of = {},
): Sentence {
  const zh = language === 'zh';
  const { open, dueToday, overdue } = funnel;
  const where = [...(area === undefined ? [] : [area]), ...(year === undefined ? [] : [printYear(year, language)])];
  if (open === 0 && where.length > 0) {
    return [zh ? `${where.join(' ')}没有在办的项目。` : `${where.join(', ')}: no project is under way.`];
  }
  if (open === 0) {
    return [
      zh
        ? '还没有项目。街道完成摸底后，从“项目”页的“新开项目”开始。'
        : 'No projects yet. After its survey a street begins with “Open a project” on the page Projects.',
    ];
  }
  const stuckIds = stuck?.reconciliation?.stuck ?? [];
  const stuckPiece: Piece =
    stuckIds.length === 0
      ? marked('good', zh ? '没有卡住的' : 'none stuck')
      : marked('bad', zh ? `${stuckIds.length} 个卡住` : `${stuckIds.length} stuck`);
  const most = funnel.atLeast ? (zh ? '至少 ' : 'at least ') : '';
  const slow = slowestStep(funnel);
  return [
    ...(where.length === 0 ? [] : [zh ? `${where.join(' ')}：` : `${where.join(', ')}: `]),
    zh ? `${open} 个项目在办，` : `${many(open, 'project')} under way, `,
    stuckPiece,
    zh ? '；今天 ' : '; today ',
    marked('warn', zh ? `${dueToday} 件到期` : `${dueToday} due`),
    zh ? '、' : ', ',
    marked(overdue === 0 ? 'good' : 'bad', zh ? `${most}${overdue} 个逾期` : `${most}${overdue} overdue`),
    slow === undefined ? (zh ? '。' : '.') : zh ? `，最慢是第 ${slow} 步。` : `; slowest is step ${slow}.`,
  ];
}

/** The step with the most overdue; of those, the one whose longest stay has used up most of its time. */
export function slowestStep({ steps, today }: Funnel): number | undefined {
  const late = steps.filter(({ overdue }) => overdue > 0);
  const [slowest] = late.toSorted((a, b) => b.overdue - a.overdue || usedUp(b, today) - usedUp(a, today));
  return slowest?.step;
}

/** How much of the time that a stay should take is over: 1 on the due day. */
export function usedUp({ longest }: { longest?: { since: string; dueOn: string } | undefined }, today: string): number {
  if (longest === undefined) return 0;
  const since = dayOf(longest.since);
  return daysFrom(since, today) / Math.max(1, daysFrom(since, longest.dueOn));
}
