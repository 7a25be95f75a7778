// How far the projects of the programme are: counts by step, by milestone, and of what is late.
import { dateInShanghai, daysBetween } from '../calendar/plain-date.ts';
import { nextEvent } from '../projects/next-event.ts';
import { type Project, stepOf } from '../projects/project.ts';
import { NOTICE_OUT, type OrderedState } from '../projects/states.ts';
import { countOf, entriesOf, entryInto, entryIntoPresent, type FigureDefinition, lastOf } from './figure.ts';
import { hasPassed, isInProgramme, isOpenProject, isOverdue } from './milestones.ts';

const passed = (zh: string, en: string, clause: string, milestone: OrderedState): FigureDefinition => ({
  zh,
  en,
  clause,
  of: (projects) =>
    countOf(
      projects.filter((project) => hasPassed(project, milestone)),
      entryInto(milestone),
    ),
});

const inStep = (step: number): FigureDefinition => ({
  zh: `第${step}步在办项目`,
  en: `Projects in step ${step}`,
  clause: `二(三)${step}`,
  of: (projects) =>
    countOf(
      projects.filter((project) => isOpenProject(project) && stepOf(project) === step),
      entryIntoPresent,
    ),
});

export const PROGRESS_FIGURES = {
  projects: {
    zh: '项目总数',
    en: 'Projects',
    clause: '二(一)',
    of: (projects) => countOf(projects.filter(isInProgramme), entriesOf('open-project')),
  },
  households: {
    zh: '居民户数',
    en: 'Households',
    clause: '二(三)1',
    of: (projects) => ({
      value: projects.filter(isInProgramme).reduce((total, project) => total + householdsOf(project), 0),
      // Of the last roll that was voted on.
      entries: projects
        .filter((project) => isInProgramme(project) && householdsOf(project) > 0)
        .flatMap((project) =>
          lastOf(project.consent.planBallot?.tally ? 'tally-plan-ballot' : 'tally-willingness')(project),
        ),
    }),
  },
  stay: {
    zh: '平均停留天数',
    en: 'Average days in the present state',
    clause: '三(四)',
    of(projects, on) {
      // A warranty that runs is nobody's delay.
      const open = projects.filter((project) => isOpenProject(project) && nextEvent(project)?.owner !== 'SYSTEM');
      const days = open.reduce((total, { since }) => total + daysBetween(dateInShanghai(since), on), 0);
      return { value: open.length === 0 ? 0 : Math.round(days / open.length), entries: open.flatMap(entryIntoPresent) };
    },
  },
  open: {
    zh: '在办项目',
    en: 'Open projects',
    clause: '二(三)',
    of: (projects) => countOf(projects.filter(isOpenProject), entryIntoPresent),
  },
  suspended: {
    zh: '中止项目',
    en: 'Suspended',
    clause: '二(一)',
    of: (projects) =>
      countOf(
        projects.filter(({ state }) => state === 'SUSPENDED'),
        entryIntoPresent,
      ),
  },
  step1: inStep(1),
  step2: inStep(2),
  step3: inStep(3),
  step4: inStep(4),
  step5: inStep(5),
  step6: inStep(6),
  step7: inStep(7),
  step8: inStep(8),
  step9: inStep(9),
  overdue: {
    zh: '逾期项目',
    en: 'Overdue',
    clause: '三(四)',
    of: (projects, on) =>
      countOf(
        projects.filter((project) => isOverdue(project, on)),
        entryIntoPresent,
      ),
  },
  planPassed: passed('方案表决通过', 'Plans approved by the owners', '二(三)3', 'PLAN_APPROVED'),
  inPublicity: {
    zh: '公示中',
    en: 'In publicity',
    clause: '二(三)3',
    of: (projects) =>
      countOf(
        projects.filter(({ state }) => NOTICE_OUT.includes(state)),
        entryIntoPresent,
      ),
  },
  funded: passed('自筹资金到位', 'Own money in place', '二(三)4', 'FUNDED'),
  listed: passed('列入投资年度计划', 'In the investment plan', '二(三)4', 'IN_INVESTMENT_PLAN'),
  started: passed('已开工', 'Works started', '二(三)5', 'UNDER_CONSTRUCTION'),
  completed: passed('已完工', 'Works completed', '二(三)7', 'COMPLETED'),
  accepted: passed('竣工验收合格', 'Accepted', '二(三)7', 'ACCEPTED'),
  settled: {
    zh: '已结清',
    en: 'Settled',
    clause: '二(三)4',
    of: (projects) =>
      countOf(
        projects.filter(({ funding }) => funding.settlement?.completedOn !== undefined),
        entriesOf('complete-settlement'),
      ),
  },
  handedOver: {
    zh: '已移交',
    en: 'Handed over',
    clause: '二(三)8',
    of: (projects) =>
      countOf(
        projects.filter(({ works }) => works.handover !== undefined),
        entriesOf('hand-over'),
      ),
  },
  managed: {
    zh: '已落实长效管理',
    en: 'Management set',
    clause: '二(三)9',
    of: (projects) =>
      countOf(
        projects.filter(({ works }) => works.management !== undefined),
        lastOf('set-management-mode'),
      ),
  },
} as const satisfies Record<string, FigureDefinition>;

/** Of the last roll that was voted on. */
export const householdsOf = ({ consent }: Project): number =>
  (consent.planBallot?.tally ?? consent.willingness?.tally)?.households.total ?? 0;
