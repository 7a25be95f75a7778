// Who owes what since when: acts, duties, tasks of meetings, petitions, and what is open on site and after it, each with the entry that calls for it.
import type { Bilingual } from '../bilingual.ts';
import { dateInShanghai, type PlainDate } from '../calendar/plain-date.ts';
import type { Role } from '../parties.ts';
import { openFindings } from '../projects/approvals/ex-post-findings.ts';
import { nextEvent } from '../projects/next-event.ts';
import { openDefects } from '../projects/programme/defects.ts';
import { openPetitions } from '../projects/programme/petitions.ts';
import { progressDue } from '../projects/programme/publish-progress.ts';
import type { Mark } from '../projects/programme/record.ts';
import type { Project } from '../projects/project.ts';
import type { CircularRecord } from './circulars.ts';
import { dutyOf } from './duties.ts';
import { type EntryRef, firstEntry } from './figure.ts';
import type { Task } from './meetings.ts';
import { owedDuties } from './open-duties.ts';
import type { ProgrammeRef } from './programme-ledger.ts';

export const OWED_KINDS = [
  'ACT',
  'DUTY',
  'TASK',
  'CIRCULAR',
  'PETITION',
  'PROGRESS_REPORT',
  'SITE_PROBLEM',
  'REVIEW_FINDING',
  'DEFECT',
] as const;

export interface Owed {
  readonly kind: (typeof OWED_KINDS)[number];
  readonly party: Role;
  /** Street code, name of a unit, or the party's role. */
  readonly unit: string;
  readonly what: Bilingual;
  readonly since: PlainDate;
  /** Absent where the text sets no limit. */
  readonly dueOn?: PlainDate;
  readonly overdue: boolean;
  readonly projectId?: string;
  readonly entry: EntryRef | ProgrammeRef;
}

export const owedTask = (programmeYear: string, task: Task, today: PlainDate): Owed => ({
  kind: 'TASK',
  party: task.owner.role,
  unit: task.owner.unit,
  what: { zh: task.text, en: task.text },
  since: task.since,
  dueOn: task.dueOn,
  overdue: task.dueOn < today,
  ...(task.projectId !== undefined && { projectId: task.projectId }),
  entry: { programmeYear, ...firstEntry(task) },
});

/** What one person of the district office has proposed waits for another one; undefined where nobody waits. */
export function owedCircular(programmeYear: string, { no, proposed, issued }: CircularRecord): Owed | undefined {
  if (proposed === undefined || issued !== undefined) return undefined;
  return {
    kind: 'CIRCULAR',
    party: 'RENOVATION_OFFICE',
    unit: 'RENOVATION_OFFICE',
    what: { zh: `复核印发第 ${no} 期通报`, en: `Look at circular ${no} and issue it` },
    since: proposed.on,
    overdue: false,
    entry: { programmeYear, seq: proposed.seq },
  };
}

/** Of an open project. */
export const owedIn = (project: Project, today: PlainDate): readonly Owed[] => [
  ...owedAct(project, today),
  ...owedDuty(project),
  ...owedAnswers(project, today),
  ...owedOnSite(project, today),
];

function owedAct(project: Project, today: PlainDate): readonly Owed[] {
  const { projectId, programme } = project;
  const next = nextEvent(project);
  if (next === undefined || next.owner === 'SYSTEM') return [];
  const { owner, unit, title, dueOn } = next;
  const seq = programme.entered[project.state]?.seq ?? project.head.seq;
  return [
    {
      kind: 'ACT',
      party: owner,
      unit,
      what: title,
      since: dateInShanghai(project.since),
      dueOn,
      overdue: dueOn < today,
      projectId,
      entry: { projectId, seq },
    },
  ];
}

const owedDuty = (project: Project): readonly Owed[] =>
  owedDuties(project).map(({ duty, party, unit, since }) => ({
    kind: 'DUTY',
    party,
    unit,
    what: dutyOf(duty).title,
    since: since.on,
    overdue: false,
    projectId: project.projectId,
    entry: { projectId: project.projectId, seq: since.seq },
  }));

const ofStreet = ({ projectId, neighbourhood }: Project) => ({
  party: 'STREET' as const,
  unit: neighbourhood.street,
  projectId,
});

const owedAnswers = (project: Project, today: PlainDate): readonly Owed[] =>
  openPetitions(project.programme.petitions).map(({ no, receivedOn, dueOn, seqs }) => ({
    kind: 'PETITION',
    ...ofStreet(project),
    what: { zh: `答复信访第 ${no} 件`, en: `Answer petition ${no}` },
    since: receivedOn,
    dueOn,
    overdue: dueOn < today,
    entry: { projectId: project.projectId, ...firstEntry({ seqs }) },
  }));

/** What the street as employer has to see to: reports to residents, problems on site, findings on drawings, defects. */
function owedOnSite(project: Project, today: PlainDate): readonly Owed[] {
  const { projectId, works, approvals, programme } = project;
  const { trail } = programme;
  const open = (kind: Owed['kind'], what: Bilingual, mark: Mark | undefined): readonly Owed[] =>
    mark === undefined
      ? []
      : [
          {
            kind,
            ...ofStreet(project),
            what,
            since: mark.on,
            overdue: false,
            entry: { projectId, seq: mark.seq },
          },
        ];
  const report = trail['publish-progress']?.at(-1) ?? programme.entered.UNDER_CONSTRUCTION;
  const dueOn = progressDue(project);
  return [
    ...open('PROGRESS_REPORT', { zh: '向居民通报工程进度', en: 'Tell the residents of the progress' }, report).flatMap(
      (owed) => (dueOn !== undefined && dueOn < today ? [{ ...owed, dueOn, overdue: true }] : []),
    ),
    ...works.problems
      .filter(({ resolvedOn }) => resolvedOn === undefined)
      .flatMap(({ no }) =>
        open(
          'SITE_PROBLEM',
          { zh: `解决现场问题第 ${no} 项`, en: `Solve problem ${no} on site` },
          trail['log-site-problem']?.[no - 1],
        ),
      ),
    ...openFindings(approvals.exPostFindings).flatMap(({ no }) =>
      open(
        'REVIEW_FINDING',
        { zh: `整改图审意见第 ${no} 条`, en: `Put right finding ${no} on the drawings` },
        trail['record-ex-post-review']?.at(-1),
      ),
    ),
    ...openDefects(programme.defects).map(
      ({ no, reportedOn, responsible, seq }): Owed => ({
        kind: 'DEFECT',
        ...ofStreet(project),
        what:
          responsible === 'CONTRACTOR'
            ? { zh: `督促施工单位保修第 ${no} 项`, en: `See that the contractor repairs defect ${no}` }
            : { zh: `协助业主维修第 ${no} 项`, en: `Help the owners to repair defect ${no}` },
        since: reportedOn,
        overdue: false,
        entry: { projectId, seq },
      }),
    ),
  ];
}
