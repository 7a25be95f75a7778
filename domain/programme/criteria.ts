// The criteria of the street assessment (综合考评, 三(四) I-07): the text names none, so the district sets them, each with its words.
import * as z from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { granted, type Outcome } from '../errors.ts';
import { RULES, type RuleId } from '../policy/rule-catalogue.ts';
import { fieldsRefused, paperInput } from '../projects/act-input.ts';
import { progressDue } from '../projects/programme/publish-progress.ts';
import type { Project } from '../projects/project.ts';
import {
  type Count,
  countEach,
  countOf,
  entriesOf,
  entryInto,
  entryIntoPresent,
  firstEntry,
  problemsRaised,
} from './figure.ts';
import { hasPassed, isOpenProject, isOverdue } from './milestones.ts';
import type { ProgrammeEntry } from './programme-ledger.ts';

/** What is good, of what is counted. */
export interface Measured {
  readonly part: Count;
  readonly whole: Count;
}

interface Measure extends Bilingual {
  /** The rule whose words call for it. */
  readonly rule: RuleId;
  of(projects: readonly Project[], on: PlainDate): Measured;
}

/** Projects that have come to `from`; the good ones among them. */
const among = (
  projects: readonly Project[],
  counted: (project: Project) => boolean,
  good: (project: Project) => boolean,
  refsOf: Parameters<typeof countOf>[1] = entryIntoPresent,
): Measured => {
  const whole = projects.filter(counted);
  return { part: countOf(whole.filter(good), refsOf), whole: countOf(whole, refsOf) };
};

/** Only what can be read from ledgers can be measured. */
export const MEASURES = {
  FUNDED: {
    zh: '申报项目自筹资金到位率',
    en: 'Of applicants, own money in place',
    rule: 'I-04',
    of: (projects) =>
      among(
        projects,
        (project) => hasPassed(project, 'APPLICATION_SUBMITTED'),
        (project) => hasPassed(project, 'FUNDED'),
        entryInto('APPLICATION_SUBMITTED'),
      ),
  },
  STARTED: {
    zh: '列入计划项目开工率',
    en: 'Of listed projects, works started',
    rule: 'I-07',
    of: (projects) =>
      among(
        projects,
        (project) => hasPassed(project, 'IN_INVESTMENT_PLAN'),
        (project) => hasPassed(project, 'UNDER_CONSTRUCTION'),
        entryInto('IN_INVESTMENT_PLAN'),
      ),
  },
  ON_TIME: {
    zh: '在办项目按时推进率',
    en: 'Of open projects, not overdue',
    rule: 'I-08',
    of: (projects, on) => among(projects, isOpenProject, (project) => !isOverdue(project, on)),
  },
  PROBLEMS_SOLVED: {
    zh: '现场问题解决率',
    en: 'Of problems on site, solved',
    rule: 'SU-02',
    of: (projects) => ({
      part: countEach(projects, (project) => problemsRaised(project, ({ resolvedOn }) => resolvedOn !== undefined)),
      whole: countEach(projects, (project) => problemsRaised(project, () => true)),
    }),
  },
  PROGRESS_PUBLISHED: {
    zh: '工程进度按期通报率',
    en: 'Of works under way, progress told in time',
    rule: 'I-11',
    of: (projects, on) =>
      among(
        projects,
        ({ state }) => state === 'UNDER_CONSTRUCTION',
        (project) => (progressDue(project) ?? on) >= on,
        entryInto('UNDER_CONSTRUCTION'),
      ),
  },
  PETITIONS_IN_TIME: {
    zh: '信访按期答复率',
    en: 'Of petitions, not overdue',
    rule: 'D-04',
    of: (projects, on) => ({
      part: countEach(projects, ({ programme: { petitions } }) =>
        petitions.filter((petition) => (petition.answeredOn ?? on) <= petition.dueOn).map(firstEntry),
      ),
      whole: countEach(projects, ({ programme: { petitions } }) => petitions.map(firstEntry)),
    }),
  },
  SETTLED: {
    zh: '验收项目结清率',
    en: 'Of accepted projects, settled',
    rule: 'A-10',
    of: (projects) =>
      among(
        projects,
        (project) => hasPassed(project, 'ACCEPTED'),
        ({ funding }) => funding.settlement?.completedOn !== undefined,
        entryInto('ACCEPTED'),
      ),
  },
  ARCHIVED: {
    zh: '验收项目归档率',
    en: 'Of accepted projects, archived',
    rule: 'AC-03',
    of: (projects) =>
      among(
        projects,
        (project) => hasPassed(project, 'ACCEPTED'),
        ({ works }) => works.archive !== undefined,
        entryInto('ACCEPTED'),
      ),
  },
  MANAGED: {
    zh: '移交项目长效管理落实率',
    en: 'Of projects handed over, managed',
    rule: 'L-01',
    of: (projects) =>
      among(
        projects,
        ({ works }) => works.handover !== undefined,
        ({ works }) => works.management !== undefined,
        entriesOf('hand-over'),
      ),
  },
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof MEASURES;
export const MEASURE_CODES = Object.keys(MEASURES) as readonly MeasureCode[];

export const setCriteriaInput = z.strictObject({
  criteria: z
    .array(z.strictObject({ measure: z.enum(MEASURE_CODES), points: z.int().min(1).max(100) }))
    .min(1)
    .max(MEASURE_CODES.length),
  /** 考评办法 as it was adopted. */
  document: paperInput,
});

export interface CriteriaSet extends z.output<typeof setCriteriaInput> {
  readonly seq: number;
}

/** A later set takes the place of the one before; points are shares of what is set, so they need not add up to 100. */
export function decideSetCriteria(input: z.output<typeof setCriteriaInput>): Outcome<ProgrammeEntry> {
  const measures = input.criteria.map(({ measure }) => measure);
  const twice = measures.flatMap((measure, index) =>
    measures.indexOf(measure) < index
      ? [{ path: `/criteria/${index}/measure`, says: { zh: '指标重复', en: 'This measure stands here twice' } }]
      : [],
  );
  return twice.length > 0 ? fieldsRefused(twice) : granted({ act: 'set-criteria', payload: { ...input } });
}

/** As the assessment prints it. */
export function citationOf(measure: MeasureCode): { readonly clause: string; readonly quote: string } {
  const { clause, quote } = RULES[MEASURES[measure].rule];
  return { clause, quote };
}
