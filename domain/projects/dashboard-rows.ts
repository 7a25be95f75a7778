// The rows that the dashboard reads: kept by scope (district, street, and one year of either) and in the order in which they
// are looked at, so that a page costs the same reads however many projects there are.
import type { Account, Clock, Due, Review, Stay } from '../dashboard.ts';
import { decimalOf } from '../money/money.ts';
import { awaitedParties } from './approvals/joint-review.ts';
import { accountDeadline } from './funding/account-deadline.ts';
import { type NextEvent, nextEvent } from './next-event.ts';
import { type Project, stepOf } from './project.ts';
import { yearOfProject } from './project-year.ts';
import type { ProjectionRow } from './projection.ts';
import { openObjections } from './publicity/record.ts';
import { isClosed, NOTICE_OUT } from './states.ts';

export const DISTRICT = 'district';
export const scopeOfStreet = (street: string): string => `street:${street}`;
/** Of an area, the projects of one year. */
export const scopeOfYear = (area: string, year: string): string => `${area}:year:${year}`;

export const ageingPartition = (scope: string, step: number): string => `${scope}:step:${step}`;
export const racePartition = (scope: string, funded: boolean): string => `${scope}:${funded ? 'funded' : 'open'}`;

/** `concerned`: the parties of the district that the project calls for (`concerned.ts`). */
export function dashboardRows(project: Project, concerned: readonly string[]): readonly ProjectionRow[] {
  const { projectId } = project;
  const { street, name } = project.neighbourhood;
  const year = yearOfProject(projectId);
  const areas = [DISTRICT, scopeOfStreet(street)];
  const everyScope = [...areas, ...areas.map((area) => scopeOfYear(area, year))];
  const next = nextEvent(project);
  const isOver = isClosed(project.state) || next === undefined;
  const figures = isOver
    ? []
    : [stay(project, next), ...due(project, next), ...clock(project), ...account(project, next)];
  return [
    { view: 'streets', partition: 'all', sort: street, value: { street } },
    ...areas.flatMap((partition) => [
      { view: 'years', partition, sort: year, value: { year } },
      { view: 'names', partition, sort: `${name}#${projectId}`, value: found(project, concerned) },
    ]),
    ...figures.flatMap((row) => rowsIn(everyScope, row)),
    // Listed by area only.
    ...(isOver ? [] : review(project, concerned)).flatMap((row) => rowsIn(areas, row)),
  ];
}

const rowsIn = (scopes: readonly string[], { partitionOf, ...row }: ScopedRow): readonly ProjectionRow[] =>
  // Written from interfaces of plain JSON fields.
  scopes.map((scope) => ({ ...row, partition: partitionOf(scope) }) as ProjectionRow);

interface ScopedRow {
  readonly view: string;
  readonly sort: string;
  readonly value: Stay | Due | Clock | Account | Review;
  partitionOf(scope: string): string;
}

const itself = (scope: string): string => scope;

const about = ({ projectId, neighbourhood: { name, street } }: Project) => ({ projectId, name, street });

const found = (project: Project, concerned: readonly string[]) => ({
  ...about(project),
  step: stepOf(project),
  state: project.state,
  concerned,
});

function stay(project: Project, { dueOn }: NextEvent): ScopedRow {
  const step = stepOf(project);
  return {
    view: 'ageing',
    sort: `${project.since}#${project.projectId}`,
    value: { ...about(project), step, since: project.since, dueOn },
    partitionOf: (scope) => ageingPartition(scope, step),
  };
}

/** What waits for a date and not for anybody is on nobody's list. */
function due(project: Project, { act, owner, unit, dueOn }: NextEvent): readonly ScopedRow[] {
  if (owner === 'SYSTEM') return [];
  const value = { ...about(project), step: stepOf(project), state: project.state, act, owner, unit, dueOn };
  return [{ view: 'due', sort: `${dueOn}#${project.projectId}`, value, partitionOf: itself }];
}

function clock(project: Project): readonly ScopedRow[] {
  const { state, publicity, projectId } = project;
  if (!NOTICE_OUT.includes(state)) return [];
  const { runsFrom, endsOn, opensAt } = publicity;
  const value = {
    ...about(project),
    ...(runsFrom !== undefined && { runsFrom }),
    ...(endsOn !== undefined && { endsOn }),
    ...(opensAt !== undefined && { opensAt }),
    openObjections: openObjections(publicity).length,
    interrupted: state === 'PUBLICITY_INTERRUPTED',
  };
  return [{ view: 'clocks', sort: `${endsOn ?? '9999'}#${projectId}`, value, partitionOf: itself }];
}

function account(project: Project, next: NextEvent): readonly ScopedRow[] {
  const { account: opened, arrival, credited, lastCreditedOn } = project.funding;
  const planned = project.consent.plan?.funding.residents;
  if (opened === undefined || planned === undefined) return [];
  const { required = planned, missing = planned, arrivalRate = '0.00', funded = false } = arrival ?? {};
  const value = {
    ...about(project),
    ...{ required, credited, missing, arrivalRate, funded, openedOn: opened.openedOn },
    ...(lastCreditedOn !== undefined && { lastCreditedOn }),
    deadline: accountDeadline(project, next),
  };
  // The nearest to all of it first.
  const behind = decimalOf(100).minus(arrivalRate).toFixed(2).padStart(6, '0');
  return [
    {
      view: 'race',
      sort: `${behind}#${project.projectId}`,
      value,
      partitionOf: (scope) => racePartition(scope, funded),
    },
  ];
}

function review(project: Project, concerned: readonly string[]): readonly ScopedRow[] {
  const { jointReview } = project.approvals;
  if (project.state !== 'APPROVALS') return [];
  const { round, asked, result, minutesOn } = jointReview;
  const value = {
    ...about(project),
    ...{ round, asked: asked.length, awaited: round === 0 ? 0 : awaitedParties(jointReview).length },
    ...(result !== undefined && { result }),
    ...(minutesOn !== undefined && { minutesOn }),
    concerned,
  };
  return [{ view: 'reviews', sort: project.projectId, value, partitionOf: itself }];
}
