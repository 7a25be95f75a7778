// The list of projects as a table that leaves the system: what the page shows, and no more.
import { type Bilingual, many } from '../bilingual.ts';
import { dateInShanghai, type Instant, type PlainDate } from '../calendar/plain-date.ts';
import { PARTIES, type Role } from '../parties.ts';
import type { Table } from '../programme/tables/table.ts';
import { titleOfStreet } from '../streets.ts';
import { isActName } from './act-names.ts';
import { ACTS } from './acts.ts';
import type { ProjectSummary } from './projection.ts';
import { STEPS, type State, type Step, titleOfState } from './states.ts';

export interface ProjectTableFacts {
  readonly projects: readonly ProjectSummary[];
  readonly language: keyof Bilingual;
  readonly on: PlainDate;
  /** Moment and asker, as the sheet has to tell them. */
  readonly taken: Bilingual;
  /** The filters in words; none where everything is asked for. */
  readonly filters: readonly Bilingual[];
}

const COLUMNS: readonly Bilingual[] = [
  { zh: '项目编号', en: 'Project' },
  { zh: '小区', en: 'Neighbourhood' },
  { zh: '街道', en: 'Street' },
  { zh: '步骤', en: 'Step' },
  { zh: '状态', en: 'State' },
  { zh: '下一步', en: 'Next' },
  { zh: '谁办', en: 'Whose turn' },
  { zh: '到期', en: 'Due' },
  { zh: '逾期', en: 'Overdue' },
  { zh: '表决（同意/应有户数）', en: 'Ballot (agreed/required)' },
  { zh: '公示至', en: 'Notice until' },
  { zh: '到位率（%）', en: 'Arrived (%)' },
  { zh: '进入本状态', en: 'In this state since' },
];

/** The one due first on top, as on the page. */
export const dueFirst = (one: ProjectSummary, other: ProjectSummary): number =>
  (one.next?.dueOn ?? '9999').localeCompare(other.next?.dueOn ?? '9999') ||
  one.projectId.localeCompare(other.projectId);

export function projectTable({ projects, language, on, taken, filters }: ProjectTableFacts): Table {
  const say = (text: Bilingual): string => text[language];
  const all = { zh: '全部', en: 'all' };
  const listed = (of: keyof Bilingual): string =>
    filters.length === 0 ? all[of] : filters.map((each) => each[of]).join(of === 'zh' ? '，' : ', ');
  return {
    title: { zh: '项目清单', en: 'Projects' },
    columns: COLUMNS,
    rows: projects.toSorted(dueFirst).map((project) => rowOf(project, on, say)),
    notes: [
      taken,
      {
        zh: `筛选：${listed('zh')}；共 ${projects.length} 个项目`,
        en: `Filters: ${listed('en')}; ${many(projects.length, 'project')}`,
      },
      {
        zh: '与页面所见一致，不含个人信息；数字以台账为准',
        en: 'What the page shows, without personal data; the ledgers decide',
      },
    ],
  };
}

function rowOf(
  { projectId, name, street, step, state, next, since, ballot, publicityEndsOn, arrivalRate }: ProjectSummary,
  on: PlainDate,
  say: (text: Bilingual) => string,
): readonly string[] {
  // Written by `summarise` from a step and a state.
  const stepTitle = `${step} ${say(STEPS[step as Step])}`;
  return [
    projectId,
    name,
    say(titleOfStreet(street)),
    stepTitle,
    say(titleOfState(state as State)),
    ...(next
      ? [
          isActName(next.act) ? say(ACTS[next.act].title) : next.act,
          say(next.owner === 'STREET' ? titleOfStreet(street) : PARTIES[next.owner as Role]),
          next.dueOn,
          next.dueOn < on ? say({ zh: '是', en: 'yes' }) : '',
        ]
      : ['', '', '', '']),
    ballot ? `${ballot.agreed}/${ballot.required}` : '',
    publicityEndsOn ?? '',
    arrivalRate ?? '',
    // Written by `summarise` from an instant of the ledger.
    dateInShanghai(since as Instant),
  ];
}
