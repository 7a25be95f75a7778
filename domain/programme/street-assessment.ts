// The assessment of streets: counts always; points and ranks by the criteria that the district has set, with the entries behind every point.
import type { PlainDate } from '../calendar/plain-date.ts';
import { decimalOf, roundToFen, sum } from '../money/money.ts';
import type { Project } from '../projects/project.ts';
import { type CriteriaSet, MEASURE_CODES, MEASURES, type MeasureCode, type Measured } from './criteria.ts';
import { isInProgramme } from './milestones.ts';

/** A share of one or two projects says nothing about a street. */
const LEAST_PROJECTS = 3;

export interface CriterionResult extends Measured {
  readonly measure: MeasureCode;
  /** Of the criteria set; absent where none are, or where there is nothing to measure. */
  readonly points?: { readonly got: string; readonly of: number };
}

export interface StreetAssessment {
  readonly street: string;
  readonly projects: number;
  readonly results: readonly CriterionResult[];
  /** Points got of points that could be got, percent; absent without criteria or where nothing could be measured. */
  readonly score?: string;
  /** Absent for streets with too few projects. */
  readonly rank?: number;
}

export function assessStreets(
  projects: readonly Project[],
  criteria: CriteriaSet | undefined,
  on: PlainDate,
): readonly StreetAssessment[] {
  const streets = [...new Set(projects.map(({ neighbourhood }) => neighbourhood.street))].toSorted();
  const assessed = streets.map((street) =>
    assessStreet(
      street,
      projects.filter((project) => project.neighbourhood.street === street && isInProgramme(project)),
      criteria,
      on,
    ),
  );
  const scores = assessed.flatMap(({ score, projects: count }) =>
    score !== undefined && count >= LEAST_PROJECTS ? [decimalOf(score)] : [],
  );
  return assessed.map((result) => {
    const { score, projects: count } = result;
    if (score === undefined || count < LEAST_PROJECTS) return result;
    // Equal scores share a rank.
    return { ...result, rank: 1 + scores.filter((other) => other.greaterThan(score)).length };
  });
}

function assessStreet(
  street: string,
  projects: readonly Project[],
  criteria: CriteriaSet | undefined,
  on: PlainDate,
): StreetAssessment {
  const results = MEASURE_CODES.map((measure): CriterionResult => {
    const measured = MEASURES[measure].of(projects, on);
    const of = criteria?.criteria.find((criterion) => criterion.measure === measure)?.points;
    if (of === undefined || measured.whole.value === 0) return { measure, ...measured };
    const got = roundToFen(decimalOf(of).times(measured.part.value).div(measured.whole.value)).toFixed(2);
    return { measure, ...measured, points: { got, of } };
  });
  const pointed = results.flatMap(({ points }) => points ?? []);
  const most = pointed.reduce((total, { of }) => total + of, 0);
  const score =
    most === 0
      ? undefined
      : roundToFen(
          sum(pointed.map(({ got }) => decimalOf(got)))
            .times(100)
            .div(most),
        ).toFixed(2);
  return { street, projects: projects.length, results, ...(score !== undefined && { score }) };
}
