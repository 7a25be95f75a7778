// The three forms of the national survey of old neighbourhood renovation (住建部《全国城镇老旧小区改造统计调查制度》): plan, progress, effect.
// The published notice names the forms and what they are about (小区数、户数、新开工、加装电梯、养老托育等服务设施), not their columns:
// the columns are what the ledgers know of that, and the clerk copies them into the forms of the reporting system.
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import type { Project } from '../../projects/project.ts';
import { titleOfState } from '../../projects/states.ts';
import { titleOfStreet } from '../../streets.ts';
import { hasPassed, isInProgramme } from '../milestones.ts';
import { householdsOf } from '../progress-figures.ts';
import type { Table } from './table.ts';

const HEAD = [
  { zh: '项目编号', en: 'Project' },
  { zh: '小区名称', en: 'Neighbourhood' },
  { zh: '所在街道', en: 'Street' },
  { zh: '户数', en: 'Households' },
  { zh: '建筑面积（㎡）', en: 'Building area, ㎡' },
];

const headOf = (project: Project): readonly string[] => [
  project.projectId,
  project.neighbourhood.name,
  titleOfStreet(project.neighbourhood.street).zh,
  String(householdsOf(project)),
  project.consent.plan?.titleArea ?? '',
];

const SOURCE = {
  zh: '报表名称据国家统计局公布的《全国城镇老旧小区改造统计调查制度》；列按台账所有，报送时以系统表样为准',
  en: 'Forms as named in the survey system published by the National Bureau of Statistics; columns are what the ledgers hold',
};
const notes = (on: PlainDate) => [{ zh: `截至 ${on}`, en: `As of ${on}` }, SOURCE];

/** Projects in the annual investment plan of the year. */
export const planForm = (projects: readonly Project[], year: string, on: PlainDate): Table => ({
  title: { zh: `${year}年改造计划表`, en: `Plan of ${year}` },
  columns: [
    ...HEAD,
    { zh: '计划总投资（元）', en: 'Planned investment, yuan' },
    { zh: '财政补助（元）', en: 'Subsidy, yuan' },
    { zh: '居民出资（元）', en: 'Residents, yuan' },
    { zh: '计划加装电梯（项）', en: 'Lifts planned' },
    { zh: '列入日期', en: 'Listed on' },
  ],
  rows: projects
    .filter(({ start }) => start.investmentPlan?.year === year)
    .map((project) => [
      ...headOf(project),
      project.consent.plan?.funding.total ?? '',
      project.consent.plan?.funding.subsidy ?? '',
      project.consent.plan?.funding.residents ?? '',
      String(lifts(project)),
      project.start.investmentPlan?.listedOn ?? '',
    ]),
  notes: notes(on),
});

export const progressForm = (projects: readonly Project[], year: string, on: PlainDate): Table => ({
  title: { zh: `${year}年改造进展表`, en: `Progress in ${year}` },
  columns: [
    ...HEAD,
    { zh: '当前阶段', en: 'State' },
    { zh: '是否开工', en: 'Started' },
    { zh: '开工日期', en: 'Started on' },
    { zh: '是否完工', en: 'Completed' },
    { zh: '完工日期', en: 'Completed on' },
    { zh: '工程进度（%）', en: 'Done, %' },
    { zh: '已完成投资（元）', en: 'Paid, yuan' },
  ],
  rows: projects
    .filter(({ start }) => start.investmentPlan !== undefined && start.investmentPlan.year <= year)
    .map((project) => [
      ...headOf(project),
      titleOfState(project.state).zh,
      hasPassed(project, 'UNDER_CONSTRUCTION') ? '是' : '否',
      project.works.startedOn ?? '',
      hasPassed(project, 'COMPLETED') ? '是' : '否',
      project.works.completedOn ?? '',
      project.programme.progress === undefined ? '' : String(project.programme.progress.percent),
      printAmount(sum(Object.values(project.works.paid).map(decimalOf))),
    ]),
  notes: notes(on),
});

export const effectForm = (projects: readonly Project[], year: string, on: PlainDate): Table => ({
  title: { zh: `${year}年改造效果表`, en: `Effect in ${year}` },
  columns: [
    ...HEAD,
    { zh: '验收日期', en: 'Accepted on' },
    { zh: '决算总投资（元）', en: 'Audited investment, yuan' },
    { zh: '加装电梯（项）', en: 'Lifts' },
    { zh: '新增养老用房（㎡）', en: 'Elderly care, ㎡' },
    { zh: '新增托育用房（㎡）', en: 'Childcare, ㎡' },
    { zh: '其他配套用房（㎡）', en: 'Other services, ㎡' },
    { zh: '管理方式', en: 'Management' },
  ],
  rows: projects
    .filter((project) => isInProgramme(project) && project.works.acceptance?.acceptedOn.startsWith(year))
    .map((project) => [
      ...headOf(project),
      project.works.acceptance?.acceptedOn ?? '',
      project.funding.finalAccounts?.approvedOn === undefined ? '' : project.funding.finalAccounts.total,
      String(lifts(project)),
      premisesFor(project, ['ELDERLY_CARE']),
      premisesFor(project, ['CHILDCARE']),
      premisesFor(project, ['HEALTH', 'COMMUNITY_SERVICE', 'PROPERTY_MANAGEMENT']),
      project.works.management?.mode ?? '',
    ]),
  notes: notes(on),
});

const lifts = ({ programme }: Project): number =>
  programme.specialLines.filter(({ line }) => line === 'ELEVATOR').length;

type Use = Project['programme']['premises'][number]['use'];

const premisesFor = ({ programme }: Project, uses: readonly Use[]): string =>
  printAmount(sum(programme.premises.filter(({ use }) => uses.includes(use)).map(({ area }) => decimalOf(area))));
