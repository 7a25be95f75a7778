// The closed list of figures that the programme is told by: on circulars, in the assessment, on the dashboard.
import type { Bilingual } from '../bilingual.ts';
import { dateInShanghai, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../money/money.ts';
import { openDefects } from '../projects/programme/defects.ts';
import { openPetitions } from '../projects/programme/petitions.ts';
import { progressDue } from '../projects/programme/publish-progress.ts';
import { type Project, stepOf } from '../projects/project.ts';
import type { OrderedState } from '../projects/states.ts';
import {
  amountOf,
  countEach,
  countOf,
  entriesOf,
  entryInto,
  entryIntoPresent,
  type Figure,
  firstEntry,
  lastOf,
  problemsRaised,
  type RefsOf,
} from './figure.ts';
import { hasPassed, isInProgramme, isOpenProject, isOverdue } from './milestones.ts';
import { openedDuties } from './open-duties.ts';

interface FigureDefinition extends Bilingual {
  readonly clause: string;
  of(projects: readonly Project[], on: PlainDate): Figure;
}

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

const amount = (zh: string, en: string, clause: string, yuanOf: (project: Project) => string, refsOf: RefsOf) => ({
  zh,
  en,
  clause,
  of: (projects: readonly Project[]) =>
    amountOf(
      projects.filter((project) => yuanOf(project) !== '0.00'),
      yuanOf,
      refsOf,
    ),
});

export const FIGURES = {
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
      entries: projects.flatMap(lastOf('tally-willingness', 'tally-plan-ballot')),
    }),
  },
  area: amount(
    '建筑面积（㎡）',
    'Building area, ㎡',
    '三(三)1',
    ({ consent }) => consent.plan?.titleArea ?? '0.00',
    lastOf('submit-design'),
  ),
  stay: {
    zh: '平均停留天数',
    en: 'Average days in the present state',
    clause: '三(四)',
    of(projects, on) {
      const open = projects.filter(isOpenProject);
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
        projects.filter(({ state }) => ['PUBLICITY_RUNNING', 'PUBLICITY_INTERRUPTED', 'OBJECTION'].includes(state)),
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
  planned: amount(
    '方案总投资',
    'Total of the plans',
    '三(三)1',
    ({ consent }) => consent.plan?.funding.total ?? '0.00',
    lastOf('submit-design'),
  ),
  required: amount(
    '应筹居民资金',
    'Residents’ money required',
    '三(三)2',
    ({ funding }) => funding.arrival?.required ?? '0.00',
    lastOf('book-contributions'),
  ),
  credited: amount(
    '到账居民资金',
    'Residents’ money arrived',
    '三(三)2',
    ({ funding }) => funding.credited,
    entriesOf('book-contributions', 'reverse-contribution'),
  ),
  reserved: amount(
    '已预留财政补助',
    'Subsidy reserved',
    '三(四)',
    ({ funding }) => funding.reservation?.amount ?? '0.00',
    lastOf('reserve-subsidy'),
  ),
  paid: amount(
    '已付工程款',
    'Paid on contracts',
    '二(三)6',
    ({ works }) => paidOn(Object.values(works.paid)),
    entriesOf('record-progress-payment'),
  ),
  specialLines: amount(
    '专项资金',
    'Special-line money',
    '三(三)3',
    ({ programme }) => paidOn(programme.specialLines.map(({ amount }) => amount)),
    entriesOf('list-special-line'),
  ),
  problemsOpen: {
    zh: '现场问题待解决',
    en: 'Problems open on site',
    clause: '二(三)6',
    of: (projects) =>
      countEach(projects, (project) => problemsRaised(project, ({ resolvedOn }) => resolvedOn === undefined)),
  },
  progressLate: {
    zh: '工程进度逾期未通报',
    en: 'Progress reports overdue',
    clause: '三(五)',
    of: (projects, on) =>
      countOf(
        projects.filter((project) => (progressDue(project) ?? on) < on),
        (project) => [...lastOf('publish-progress')(project), ...entryInto('UNDER_CONSTRUCTION')(project)].slice(0, 1),
      ),
  },
  petitionsOpen: {
    zh: '信访待答复',
    en: 'Petitions to answer',
    clause: '三(二)',
    of: (projects) => countEach(projects, ({ programme }) => openPetitions(programme.petitions).map(firstEntry)),
  },
  petitionsOverdue: {
    zh: '信访逾期未答复',
    en: 'Petitions overdue',
    clause: '三(二)',
    of: (projects, on) =>
      countEach(projects, ({ programme }) =>
        openPetitions(programme.petitions)
          .filter(({ dueOn }) => dueOn < on)
          .map(firstEntry),
      ),
  },
  defectsOpen: {
    zh: '报修待修复',
    en: 'Defects open',
    clause: '二(三)8',
    of: (projects) => countEach(projects, ({ programme }) => openDefects(programme.defects)),
  },
  dutiesOwed: {
    zh: '部门职责待履行',
    en: 'Duties owed',
    clause: '三(二)',
    of: (projects) =>
      countEach(projects.filter(isOpenProject), (project) =>
        openedDuties(project)
          .filter(({ dischargedOn }) => dischargedOn === undefined)
          .map(({ since }) => since),
      ),
  },
} as const satisfies Record<string, FigureDefinition>;

export type FigureCode = keyof typeof FIGURES;
export const FIGURE_CODES = Object.keys(FIGURES) as readonly FigureCode[];

export const figureOf = (code: FigureCode, projects: readonly Project[], on: PlainDate): Figure =>
  FIGURES[code].of(projects, on);

/** Of the last roll that was voted on. */
export const householdsOf = ({ consent }: Project): number =>
  (consent.planBallot?.tally ?? consent.willingness?.tally)?.households.total ?? 0;

const paidOn = (amounts: readonly string[]): string => printAmount(sum(amounts.map(decimalOf)));
