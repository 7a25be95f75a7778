// The first draft of a progress circular (C1): figures of the district and of each street, what is stuck, and prose that people go on editing.
import type { Bilingual } from '../bilingual.ts';
import { addMonths } from '../calendar/months.ts';
import { addDays, dateInWords, daysBetween, type PlainDate, plainDateOf } from '../calendar/plain-date.ts';
import { decimalOf, printShare } from '../money/money.ts';
import { inTenThousands } from '../paper/ten-thousands.ts';
import { ACTS } from '../projects/acts.ts';
import { nextEvent } from '../projects/next-event.ts';
import { type Project, stepOf } from '../projects/project.ts';
import type { OrderedState } from '../projects/states.ts';
import { titleOfParty } from '../title-of-party.ts';
import { type Count, countOf, type EntryRef, entryInto, entryIntoPresent, type Figure } from './figure.ts';
import { enteredWithin, isInProgramme, isOverdue } from './milestones.ts';
import { FIGURES, type FigureCode, figureOf } from './programme-figures.ts';

const STREET_FIGURES = [
  ...(['projects', 'planPassed', 'inPublicity', 'funded', 'listed', 'started'] as const),
  ...(['completed', 'settled', 'handedOver', 'overdue', 'stay'] as const),
] satisfies readonly FigureCode[];

const DISTRICT_FIGURES = [
  ...STREET_FIGURES,
  ...(['open', 'suspended', 'households', 'area', 'planned', 'required', 'credited', 'reserved', 'paid'] as const),
  ...(['petitionsOpen', 'petitionsOverdue', 'problemsOpen', 'progressLate', 'dutiesOwed'] as const),
] satisfies readonly FigureCode[];

/** What is news of the month. */
const NEWS = {
  newPassed: 'PLAN_APPROVED',
  newPublicity: 'PUBLICITY_SATISFIED',
  newFunded: 'FUNDED',
  newStarted: 'UNDER_CONSTRUCTION',
  newAccepted: 'ACCEPTED',
} as const satisfies Record<string, OrderedState>;

export type NewsCode = keyof typeof NEWS;

export interface StuckProject {
  readonly projectId: string;
  readonly project: string;
  /** In the words of the day on which it was frozen: titles may be worded otherwise later, the circular may not. */
  readonly step: Bilingual;
  readonly responsible: Bilingual;
  readonly overdueDays: number;
  readonly entries: readonly EntryRef[];
}

export interface CircularFigures {
  readonly month: string;
  /** The day that the figures hold for. */
  readonly asOf: string;
  readonly district: Readonly<Record<string, Figure>>;
  readonly news: Readonly<Record<NewsCode, Count>>;
  readonly streets: readonly { readonly street: string; readonly figures: Readonly<Record<string, Figure>> }[];
  /** The longest overdue first. */
  readonly stuck: readonly StuckProject[];
}

/** Figures as of `on`; the news are those of the month up to that day. */
export function circularFigures(all: readonly Project[], month: string, on: PlainDate): CircularFigures {
  const projects = all.filter(isInProgramme);
  const streets = [...new Set(projects.map(({ neighbourhood }) => neighbourhood.street))].toSorted();
  return {
    month,
    asOf: on,
    district: figuresOf(DISTRICT_FIGURES, projects, on),
    news: newsOf(projects, month),
    streets: streets.map((street) => ({
      street,
      figures: figuresOf(
        STREET_FIGURES,
        projects.filter(({ neighbourhood }) => neighbourhood.street === street),
        on,
      ),
    })),
    stuck: stuckProjects(projects, on),
  };
}

const figuresOf = (codes: readonly FigureCode[], projects: readonly Project[], on: PlainDate): Record<string, Figure> =>
  Object.fromEntries(codes.map((code) => [code, figureOf(code, projects, on)]));

function newsOf(projects: readonly Project[], month: string): CircularFigures['news'] {
  const from = plainDateOf(`${month}-01`);
  const days = { from, to: addDays(addMonths(from, 1), -1) };
  const entered = (state: OrderedState): Count =>
    countOf(
      projects.filter((project) => enteredWithin(project, state, days)),
      entryInto(state),
    );
  return {
    newPassed: entered(NEWS.newPassed),
    newPublicity: entered(NEWS.newPublicity),
    newFunded: entered(NEWS.newFunded),
    newStarted: entered(NEWS.newStarted),
    newAccepted: entered(NEWS.newAccepted),
  };
}

/** Overdue lists, of the circular and by themselves. */
export function stuckProjects(projects: readonly Project[], on: PlainDate): readonly StuckProject[] {
  return projects
    .filter((project) => isOverdue(project, on))
    .flatMap((project): StuckProject[] => {
      const next = nextEvent(project);
      if (next === undefined) return [];
      return [
        {
          projectId: project.projectId,
          project: project.neighbourhood.name,
          step: stepInWords(stepOf(project), ACTS[next.act].title),
          responsible: titleOfParty(next.owner, next.unit),
          overdueDays: daysBetween(next.dueOn, on),
          entries: entryIntoPresent(project),
        },
      ];
    })
    .toSorted((one, other) => other.overdueDays - one.overdueDays || (one.projectId < other.projectId ? -1 : 1));
}

const stepInWords = (step: number, { zh, en }: Bilingual): Bilingual => ({
  zh: `第${step}步 ${zh}`,
  en: `Step ${step}: ${en}`,
});

export interface DraftText {
  readonly title: string;
  readonly paragraphs: string[];
}

/** Paragraphs that state figures and judge nobody, and one that asks for what the rules ask for: the rest is the office's to write. */
export function draftText({ month, asOf, district, news, stuck }: CircularFigures): DraftText {
  const value = (code: FigureCode): string => String(district[code]?.value ?? 0);
  const wan = (code: FigureCode): string => inTenThousands(value(code));
  const [year, number] = month.split('-');
  const rate =
    value('listed') === '0' ? '' : `，开工率 ${printShare(decimalOf(value('started')), decimalOf(value('listed')))}%`;
  return {
    title: `关于${year}年${Number(number)}月全区老旧小区改造工作进展情况的通报`,
    paragraphs: [
      `截至${dateInWords(plainDateOf(asOf))}，全区列入改造项目${value('projects')}个，方案表决通过${value('planPassed')}个，自筹资金到位${value('funded')}个，列入投资计划${value('listed')}个，开工${value('started')}个${rate}，完工${value('completed')}个，结清${value('settled')}个，移交${value('handedOver')}个。`,
      `本月新增方案表决通过${news.newPassed.value}个、公示期满${news.newPublicity.value}个、自筹到位${news.newFunded.value}个、开工${news.newStarted.value}个、验收合格${news.newAccepted.value}个。方案总投资${wan('planned')}万元，到账居民资金${wan('credited')}万元，预留财政补助${wan('reserved')}万元，已付工程款${wan('paid')}万元。`,
      stuck.length === 0 ? '目前没有逾期项目。' : `逾期项目${stuck.length}个，名单和责任单位附后。`,
      `信访待答复${value('petitionsOpen')}件（逾期${value('petitionsOverdue')}件），现场问题待解决${value('problemsOpen')}项，工程进度逾期未通报${value('progressLate')}个，部门职责待履行${value('dutiesOwed')}项。`,
      '请各街道、各成员单位对照逾期清单逐项明确办结时间，落实未到位的居民资金，按期向居民通报工程进度。',
    ],
  };
}

export const titleOfFigure = (
  code: FigureCode,
): { readonly zh: string; readonly en: string; readonly clause: string } => {
  const { zh, en, clause } = FIGURES[code];
  return { zh, en, clause };
};
