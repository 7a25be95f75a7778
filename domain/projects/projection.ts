// The rows of the read models that one project stands in: a pure function of the project, so that a rebuild equals the increments.
import { paidFactsOf } from '../budget/paid-subsidy.ts';
import type { JsonObject } from '../json.ts';
import type { ViewWrite, Watermark } from '../ports.ts';
import { concernedParties } from './concerned.ts';
import { dashboardRows } from './dashboard-rows.ts';
import { heldBackFrom } from './held-back.ts';
import { nextEvent } from './next-event.ts';
import { type Project, stepOf } from './project.ts';

export interface ProjectSummary {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly community: string;
  readonly step: number;
  readonly state: string;
  readonly since: string;
  readonly next?: { readonly act: string; readonly owner: string; readonly unit: string; readonly dueOn: string };
  /** The latest count of the plan's ballot, else of the consultation. */
  readonly ballot?: { readonly agreed: number; readonly required: number; readonly passed: boolean };
  /** Last counted day of the notice. */
  readonly publicityEndsOn?: string;
  /** Percent of the residents' money, rounded down. */
  readonly arrivalRate?: string;
}

export function summarise(project: Project): ProjectSummary {
  const next = nextEvent(project);
  const tally = (project.consent.planBallot ?? project.consent.willingness)?.tally;
  const { endsOn } = project.publicity;
  const { arrival } = project.funding;
  return {
    projectId: project.projectId,
    name: project.neighbourhood.name,
    street: project.neighbourhood.street,
    community: project.neighbourhood.community,
    step: stepOf(project),
    state: project.state,
    since: project.since,
    ...(next && { next: { act: next.act, owner: next.owner, unit: next.unit, dueOn: next.dueOn } }),
    ...(tally && {
      ballot: { agreed: tally.households.agreed, required: tally.households.required, passed: tally.passed },
    }),
    ...(endsOn !== undefined && { publicityEndsOn: endsOn }),
    ...(arrival && { arrivalRate: arrival.arrivalRate }),
  };
}

/** A row of the list: what everybody is shown who reads it, and which parties of the district those are. */
export interface ListedProject extends ProjectSummary {
  readonly concerned: readonly string[];
}

export interface ProjectionRow {
  readonly view: string;
  readonly partition: string;
  readonly sort: string;
  readonly value: JsonObject;
}

/** Interfaces of plain JSON fields are JSON objects; TypeScript sees no index signature in them. */
const json = (value: object): JsonObject => value as JsonObject;

/** The whole project, which is another after every entry. */
function snapshotsOf(project: Project): readonly ProjectionRow[] {
  const { projectId, neighbourhood } = project;
  return [
    { view: 'project', partition: projectId, sort: '', value: json(project) },
    // What the whole programme is asked of is read street by street, not project by project.
    { view: 'register', partition: neighbourhood.street, sort: projectId, value: json(project) },
  ];
}

/** Where lists and figures find it: few of these are others after an entry. */
function placesOf(project: Project): readonly ProjectionRow[] {
  const { projectId, neighbourhood, funding } = project;
  const summary = json(summarise(project));
  const concerned = concernedParties(project);
  const listedAs = json({ ...summary, concerned } satisfies Pick<ListedProject, 'concerned'>);
  const next = nextEvent(project);
  const paid = paidFactsOf(project);
  const heldBack = next ? heldBackFrom(next.act, project) : [];
  const listed = ['all', `street:${neighbourhood.street}`, `step:${stepOf(project)}`, `state:${project.state}`];
  return [
    ...listed.map((partition) => ({ view: 'projects', partition, sort: projectId, value: listedAs })),
    {
      view: 'neighbourhood',
      partition: neighbourhood.code,
      sort: projectId,
      value: { projectId, state: project.state },
    },
    ...(next
      ? [
          {
            view: 'tasks',
            partition: `${next.owner}#${next.unit}`,
            sort: `${next.dueOn}#${projectId}#${next.act}`,
            value: { ...summary, act: next.act, dueOn: next.dueOn, ...(heldBack.length > 0 && { heldBack }) },
          },
        ]
      : []),
    // I-04: those that first had all their own money together are first in the queue.
    ...(funding.reachedAt !== undefined && funding.reservation === undefined
      ? [{ view: 'priority', partition: 'queue', sort: `${funding.reachedAt}#${projectId}`, value: summary }]
      : []),
    ...(paid && funding.reservation
      ? [{ view: 'paid', partition: funding.reservation.budgetYear, sort: projectId, value: json(paid) }]
      : []),
    ...dashboardRows(project, concerned),
  ];
}

const keyOf = (row: ProjectionRow): string => JSON.stringify([row.view, row.partition, row.sort]);

/** Writes that turn the rows of `before` into those of `after`; those that were the same before say so. */
export function projectionOf(before: Project | undefined, after: Project): readonly ViewWrite[] {
  const watermark: Watermark = { ledger: `PROJECT/${after.projectId}`, seq: after.head.seq };
  const had = before === undefined ? [] : placesOf(before);
  const valueBefore = new Map(had.map((row) => [keyOf(row), JSON.stringify(row.value)]));
  const snapshots = snapshotsOf(after);
  const places = placesOf(after);
  const kept = new Set([...snapshots, ...places].map(keyOf));
  const gone = [...(before === undefined ? [] : snapshotsOf(before)), ...had].filter((row) => !kept.has(keyOf(row)));
  return [
    ...snapshots.map((row) => ({ ...row, watermark })),
    ...places.map((row) => ({
      ...row,
      watermark,
      ...(valueBefore.get(keyOf(row)) === JSON.stringify(row.value) && { isUnchanged: true as const }),
    })),
    ...gone.map(({ view, partition, sort }) => ({ view, partition, sort, value: null, watermark })),
  ];
}
