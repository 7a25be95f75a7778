// The annual round of competitive applications (三(四), I-02): when it closes, who is in it, who came in or left by decision.
import * as z from 'zod';
import { projectIdSchema } from '../api.ts';
import { budgetYearInput } from '../budget/budget.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../errors.ts';
import { dayInput, fieldsRefused, paperInput, reasonInput } from '../projects/act-input.ts';
import type { Project } from '../projects/project.ts';
import type { Programme, ProgrammeEntry, ProgrammeRef } from './programme-ledger.ts';

export const openRoundInput = z.strictObject({
  /** Last day on which a street may apply. */
  closesOn: dayInput,
  /** The district office's notice of the round. */
  notice: paperInput,
});
export interface Round extends z.output<typeof openRoundInput> {
  readonly seq: number;
}

const PLACE_DECISIONS = ['SUPPLEMENT', 'CARRY_OVER'] as const;

export const decidePlaceInput = z.strictObject({
  projectId: projectIdSchema,
  decision: z.enum(PLACE_DECISIONS),
  /** The year that the project is carried over to: the next one. */
  toYear: budgetYearInput.optional(),
  reason: reasonInput,
  /** 增补 or 结转 as it was decided. */
  document: paperInput,
});
export interface Place extends z.output<typeof decidePlaceInput> {
  readonly seq: number;
}

export function decideOpenRound(programme: Programme, input: z.output<typeof openRoundInput>): Outcome<ProgrammeEntry> {
  if (programme.round) {
    return refused('NOT_NOW', {
      zh: `${programme.year} 年度申报已经开放。`,
      en: `The round of ${programme.year} is open already.`,
    });
  }
  return granted({ act: 'open-round', payload: { ...input } });
}

/** A project comes in after the round closed, or leaves it for a later year; both are somebody's decision, never a default. */
export function decidePlace(
  programme: Programme,
  before: Programme,
  project: Project,
  input: z.output<typeof decidePlaceInput>,
): Outcome<ProgrammeEntry> {
  const membership = membershipOf(programme.year, project, programme, before);
  const isIn = membership !== undefined && isMember(membership);
  if (input.decision === 'SUPPLEMENT') {
    if (input.toYear !== undefined) {
      return fieldsRefused([
        { path: '/toYear', says: { zh: '增补不填转入年度', en: 'A supplement has no later year' } },
      ]);
    }
    if (isIn) return refused('NOT_NOW', { zh: '该项目已在本年度内。', en: 'The project is in this year already.' });
    if (project.state === 'EXCLUDED' || project.consent.body === undefined) {
      return refused(
        'GATE_SHUT',
        { zh: '尚未成立业委会或自治小组的小区不能增补。', en: 'A neighbourhood without a body cannot be added.' },
        { clause: '三(四)' },
      );
    }
    return granted({ act: 'decide-place', payload: withoutUndefined(input) });
  }
  // From year to year, each by a decision of its own: nothing waits for years without anybody saying so.
  const next = nextYear(programme.year);
  if (input.toYear !== next) {
    return fieldsRefused([
      { path: '/toYear', says: { zh: `结转至 ${next} 年度`, en: `It is carried over to ${next}` } },
    ]);
  }
  if (!isIn) return refused('NOT_NOW', { zh: '该项目不在本年度内。', en: 'The project is not in this year.' });
  if (project.funding.reservation?.budgetYear === programme.year) {
    return refused('NOT_NOW', {
      zh: `已在 ${programme.year} 年度预算中预留补助，不能结转。`,
      en: `Its subsidy is reserved in the budget of ${programme.year}; it cannot be carried over.`,
    });
  }
  return granted({ act: 'decide-place', payload: withoutUndefined(input) });
}

const withoutUndefined = ({ toYear, ...rest }: z.output<typeof decidePlaceInput>) => ({
  ...rest,
  ...(toYear !== undefined && { toYear }),
});

export const MEMBERSHIPS = ['APPLIED', 'LATE', 'SUPPLEMENTED', 'CARRIED_IN', 'CARRIED_OUT'] as const;

export interface Membership {
  readonly as: (typeof MEMBERSHIPS)[number];
  readonly on?: PlainDate;
  /** The application in the project's ledger. */
  readonly application?: { readonly projectId: string; readonly seq: number };
  /** The decision in the programme's. */
  readonly decision?: ProgrammeRef;
}

export const isMember = ({ as }: Membership): boolean => as !== 'LATE' && as !== 'CARRIED_OUT';

/** How a project stands to the round of a year; undefined where it has nothing to do with it. */
export function membershipOf(
  year: string,
  project: Project,
  programme: Programme,
  before: Programme,
): Membership | undefined {
  const { projectId } = project;
  const { application } = project.programme;
  const applied = application?.year === year ? { projectId, seq: application.seq } : undefined;
  const about = {
    ...(applied && { application: applied }),
    ...(applied && application && { on: application.appliedOn }),
  };

  const decided = programme.places.get(projectId);
  if (decided) {
    const decision = { programmeYear: year, seq: decided.seq };
    return { as: decided.decision === 'SUPPLEMENT' ? 'SUPPLEMENTED' : 'CARRIED_OUT', ...about, decision };
  }
  const carried = before.places.get(projectId);
  if (carried?.decision === 'CARRY_OVER' && carried.toYear === year) {
    return { as: 'CARRIED_IN', ...about, decision: { programmeYear: before.year, seq: carried.seq } };
  }
  if (applied === undefined || application === undefined) return undefined;
  const late = programme.round !== undefined && application.appliedOn > programme.round.closesOn;
  return { as: late ? 'LATE' : 'APPLIED', ...about };
}

/**
 * Whether the budget of the year is open to the project. Where a round was held, to its members alone (“竞争性申报”);
 * where none was, to whoever is funded, unless it was carried over.
 */
export function competesIn(year: string, project: Project, programme: Programme, before: Programme): boolean {
  const membership = membershipOf(year, project, programme, before);
  return membership === undefined ? programme.round === undefined : isMember(membership);
}

export const previousYear = (year: string): string => String(Number(year) - 1);
const nextYear = (year: string): string => String(Number(year) + 1);
