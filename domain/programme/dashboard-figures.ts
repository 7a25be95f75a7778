// The figures that only the dashboard shows: what is due when, step by step, and the race for the residents' money.
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { nextEvent } from '../projects/next-event.ts';
import { type Project, stepOf } from '../projects/project.ts';
import { countOf, entryIntoPresent, type FigureDefinition, lastOf } from './figure.ts';
import { isOpenProject } from './milestones.ts';

/** As the dashboard counts: from tomorrow's week on it is nobody's hurry. */
export const DUE_SOON_DAYS = 7;

/** Open projects whose turn is somebody's between two days, both included. */
const dueWithin = (projects: readonly Project[], from: PlainDate | undefined, to: PlainDate) =>
  countOf(
    projects.filter((project) => {
      const next = isOpenProject(project) ? nextEvent(project) : undefined;
      if (next === undefined || next.owner === 'SYSTEM' || next.dueOn > to) return false;
      return from === undefined || next.dueOn >= from;
    }),
    entryIntoPresent,
  );

const inStep = (projects: readonly Project[], step: number) => projects.filter((project) => stepOf(project) === step);

const overdueIn = (step: number): FigureDefinition => ({
  zh: `第${step}步逾期项目`,
  en: `Overdue in step ${step}`,
  clause: '三(四)',
  of: (projects, on) => dueWithin(inStep(projects, step), undefined, addDays(on, -1)),
});

const dueSoonIn = (step: number): FigureDefinition => ({
  zh: `第${step}步 ${DUE_SOON_DAYS} 日内到期`,
  en: `Due within ${DUE_SOON_DAYS} days in step ${step}`,
  clause: '三(四)',
  of: (projects, on) => dueWithin(inStep(projects, step), on, addDays(on, DUE_SOON_DAYS)),
});

const accounts = (zh: string, en: string, funded: boolean): FigureDefinition => ({
  zh,
  en,
  clause: '二(三)4',
  of: (projects) =>
    countOf(
      projects.filter(
        (project) =>
          isOpenProject(project) &&
          project.funding.account !== undefined &&
          (project.funding.arrival?.funded ?? false) === funded,
      ),
      (project) => [...lastOf('book-contributions')(project), ...lastOf('open-account')(project)].slice(0, 1),
    ),
});

export const DASHBOARD_FIGURES = {
  dueToday: {
    zh: '今日到期',
    en: 'Due today',
    clause: '三(四)',
    of: (projects, on) => dueWithin(projects, on, on),
  },
  dueTomorrow: {
    zh: '明日到期',
    en: 'Due tomorrow',
    clause: '三(四)',
    of: (projects, on) => dueWithin(projects, addDays(on, 1), addDays(on, 1)),
  },
  overdueStep1: overdueIn(1),
  overdueStep2: overdueIn(2),
  overdueStep3: overdueIn(3),
  overdueStep4: overdueIn(4),
  overdueStep5: overdueIn(5),
  overdueStep6: overdueIn(6),
  overdueStep7: overdueIn(7),
  overdueStep8: overdueIn(8),
  overdueStep9: overdueIn(9),
  dueSoonStep1: dueSoonIn(1),
  dueSoonStep2: dueSoonIn(2),
  dueSoonStep3: dueSoonIn(3),
  dueSoonStep4: dueSoonIn(4),
  dueSoonStep5: dueSoonIn(5),
  dueSoonStep6: dueSoonIn(6),
  dueSoonStep7: dueSoonIn(7),
  dueSoonStep8: dueSoonIn(8),
  dueSoonStep9: dueSoonIn(9),
  accountsCollecting: accounts('自筹筹集中的账户', 'Accounts that are collecting', false),
  accountsFunded: accounts('自筹到位的账户', 'Accounts with all of it', true),
} as const satisfies Record<string, FigureDefinition>;
