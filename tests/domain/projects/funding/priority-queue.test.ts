// The order in which funded neighbourhoods start (I-04).
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { candidateOf, rankProjects } from '../../../../domain/projects/funding/priority-queue.ts';
import { moveTo, type Project } from '../../../../domain/projects/project.ts';
import { at, projectIn, V1, V4 } from './step-four.ts';

interface Money {
  readonly reached: string;
  readonly credited?: string;
  readonly applied?: string;
  readonly nothingToRaise?: boolean;
}

function funded(
  serial: string,
  { reached, credited = '2026-03-01', applied = '2026-02-01', nothingToRaise = false }: Money,
): Project {
  const project = projectIn('FUNDED', nothingToRaise ? V1 : V4, `330302-2026-${serial}`);
  const { selfRaised, excess, residents: required } = project.consent.plan?.funding ?? V4;
  return {
    ...project,
    start: { application: { at: at(applied), on: plainDateOf(applied) } },
    funding: {
      ...project.funding,
      arrival: { selfRaised, excess, required, missing: '0.00', arrivalRate: '100.00', funded: true },
      reachedAt: at(reached),
      ...(!nothingToRaise && { lastCreditedOn: plainDateOf(credited) }),
    },
  };
}

const orderOf = (...projects: Project[]): string[] =>
  rankProjects(projects).map(({ projectId }) => projectId.slice(-4));

describe('the priority queue', () => {
  it('goes by the day on which the money was first complete', () => {
    expect(orderOf(funded('0001', { reached: '2026-03-05' }), funded('0002', { reached: '2026-03-04' }))).toEqual([
      '0002',
      '0001',
    ]);
  });

  it('breaks a tie by the last credit, then by the application', () => {
    const reached = '2026-03-05';
    expect(
      orderOf(
        funded('0001', { reached, credited: '2026-03-04', applied: '2026-02-03' }),
        funded('0002', { reached, credited: '2026-03-04', applied: '2026-02-02' }),
        funded('0003', { reached, credited: '2026-03-03', applied: '2026-02-09' }),
      ),
    ).toEqual(['0003', '0002', '0001']);
  });

  it('ranks a plan that asks for nothing by its application', () => {
    const nothing = funded('0001', { reached: '2026-03-02', applied: '2026-03-02', nothingToRaise: true });
    expect(
      orderOf(nothing, funded('0002', { reached: '2026-03-03' }), funded('0003', { reached: '2026-03-01' })),
    ).toEqual(['0003', '0001', '0002']);
    expect(rankProjects([nothing])[0]?.rankedBy).toBe('APPLIED_ON');
  });

  it('has no place for a project that is short, suspended, revised or served', () => {
    const project = funded('0001', { reached: '2026-03-05' });
    const { reachedAt: _reachedAt, ...short } = project.funding;
    const reservation = { budgetYear: '2026', amount: V4.subsidy, seq: 9 };
    expect(candidateOf({ ...project, funding: short })).toBeUndefined();
    expect(candidateOf(moveTo(project, 'SUSPENDED', at('2026-03-06')))).toBeUndefined();
    expect(candidateOf(moveTo(project, 'DESIGNING', at('2026-03-06')))).toBeUndefined();
    expect(candidateOf({ ...project, funding: { ...project.funding, reservation } })).toBeUndefined();
    expect(candidateOf(moveTo(project, 'REPORTED', at('2026-03-06')))?.projectId).toBe(project.projectId);
  });
});
