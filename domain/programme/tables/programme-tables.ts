// The tables that the programme exports: streets, overdue, waiting list, special lines, assessment.
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Project } from '../../projects/project.ts';
import { titleOfState } from '../../projects/states.ts';
import { titleOfStreet } from '../../streets.ts';
import { type CircularFigures, type StuckProject, titleOfFigure } from '../circular-draft.ts';
import { citationOf, MEASURES } from '../criteria.ts';
import { FIGURE_CODES } from '../programme-figures.ts';
import type { CriterionResult, StreetAssessment } from '../street-assessment.ts';
import type { Waiting } from '../waiting-list.ts';
import { printEntries, type Table } from './table.ts';

const PROJECT = [
  { zh: '项目编号', en: 'Project' },
  { zh: '小区', en: 'Neighbourhood' },
  { zh: '街道', en: 'Street' },
];
const ENTRIES = { zh: '台账依据', en: 'Ledger entries' };

const asOf = (on: string) => ({ zh: `截至 ${on}，据台账自动生成`, en: `As of ${on}, from the ledgers` });

export function streetsTable({ streets, asOf: on }: CircularFigures): Table {
  const codes = FIGURE_CODES.filter((code) => streets[0]?.figures[code] !== undefined);
  return {
    title: { zh: '街道进度表', en: 'Progress by street' },
    columns: [{ zh: '街道', en: 'Street' }, ...codes.map(titleOfFigure)],
    rows: streets.map(({ street, figures }) => [
      titleOfStreet(street).zh,
      ...codes.map((code) => String(figures[code]?.value ?? '')),
    ]),
    notes: [asOf(on)],
  };
}

export const overdueTable = (stuck: readonly StuckProject[], on: PlainDate): Table => ({
  title: { zh: '逾期清单', en: 'Overdue' },
  columns: [
    { zh: '项目编号', en: 'Project' },
    { zh: '小区', en: 'Neighbourhood' },
    { zh: '环节', en: 'Step' },
    { zh: '责任单位', en: 'Responsible' },
    { zh: '逾期天数', en: 'Days overdue' },
    ENTRIES,
  ],
  rows: stuck.map(({ projectId, project, step, responsible, overdueDays, entries }) => [
    projectId,
    project,
    step.zh,
    responsible.zh,
    String(overdueDays),
    printEntries(entries),
  ]),
  notes: [asOf(on)],
});

export const waitingTable = (waiting: readonly Waiting[], on: PlainDate): Table => ({
  title: { zh: '候补清单', en: 'Waiting list' },
  columns: [
    { zh: '位次', en: 'Rank' },
    ...PROJECT,
    { zh: '阶段', en: 'State' },
    { zh: '拟补助（元）', en: 'Subsidy, yuan' },
    { zh: '预算可及', en: 'Budget reaches' },
    { zh: '尚需', en: 'What would have to happen' },
    ENTRIES,
  ],
  rows: waiting.map(({ rank, projectId, name, street, state, subsidy, fits, conditions, entries }) => [
    rank === undefined ? '' : String(rank),
    projectId,
    name,
    titleOfStreet(street).zh,
    titleOfState(state).zh,
    subsidy,
    fits ? '是' : '否',
    conditions.map(({ says }) => says.zh).join('；'),
    printEntries(entries),
  ]),
  notes: [asOf(on)],
});

export const specialLinesTable = (projects: readonly Project[], on: PlainDate): Table => ({
  title: { zh: '专项工程台账', en: 'Special lines' },
  columns: [
    ...PROJECT,
    { zh: '专项', en: 'Line' },
    { zh: '内容', en: 'Item' },
    { zh: '专项资金（元）', en: 'Set aside, yuan' },
    { zh: '已付（元）', en: 'Paid, yuan' },
    { zh: '余额（元）', en: 'Left, yuan' },
    { zh: '已列入总投资', en: 'In the total' },
    { zh: '专门规定', en: 'Rule of its own' },
    ENTRIES,
  ],
  rows: projects.flatMap(({ projectId, neighbourhood, programme }) =>
    programme.specialLines.map(({ line, item, amount, paid, planItem = '', expressRule = '', seqs }) => [
      projectId,
      neighbourhood.name,
      titleOfStreet(neighbourhood.street).zh,
      line,
      item,
      amount,
      paid,
      printAmount(decimalOf(amount).minus(paid)),
      planItem,
      expressRule,
      printEntries(seqs.map((seq) => ({ projectId, seq }))),
    ]),
  ),
  notes: [asOf(on)],
});

export const assessmentTable = (assessed: readonly StreetAssessment[], on: PlainDate): Table => ({
  title: { zh: '街道综合考评', en: 'Assessment of streets' },
  columns: [
    { zh: '街道', en: 'Street' },
    { zh: '项目数', en: 'Projects' },
    { zh: '指标', en: 'Measure' },
    { zh: '依据', en: 'Basis' },
    { zh: '完成', en: 'Part' },
    { zh: '总数', en: 'Whole' },
    { zh: '得分', en: 'Points' },
    { zh: '满分', en: 'Of' },
    { zh: '总分', en: 'Score' },
    { zh: '名次', en: 'Rank' },
    ENTRIES,
  ],
  rows: assessed.flatMap(({ street, projects, results, score = '', rank }) =>
    results.map((result) => [
      titleOfStreet(street).zh,
      String(projects),
      ...criterionCells(result),
      score,
      rank === undefined ? '' : String(rank),
      printEntries(result.whole.entries),
    ]),
  ),
  notes: [asOf(on), { zh: '项目少于 3 个的街道不排名', en: 'Streets with fewer than 3 projects are not ranked' }],
});

function criterionCells({ measure, part, whole, points }: CriterionResult): readonly string[] {
  const { clause, quote } = citationOf(measure);
  return [
    MEASURES[measure].zh,
    `${clause}“${quote}”`,
    String(part.value),
    String(whole.value),
    points?.got ?? '',
    points === undefined ? '' : String(points.of),
  ];
}
