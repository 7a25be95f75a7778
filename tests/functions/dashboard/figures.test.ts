// The figures of the dashboard: what they count, and whose they are.
import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { NO_PUBLICITY } from '../../../domain/projects/publicity/record.ts';
import { findProjects } from '../../../functions/dashboard/find-projects.ts';
import { listReviews } from '../../../functions/dashboard/list-reviews.ts';
import { readAgeing } from '../../../functions/dashboard/read-ageing.ts';
import { readAnswerTimes } from '../../../functions/dashboard/read-answer-times.ts';
import { readBudgetYear } from '../../../functions/dashboard/read-budget-year.ts';
import { readClocks } from '../../../functions/dashboard/read-clocks.ts';
import { readFunnel } from '../../../functions/dashboard/read-funnel.ts';
import { readLatencies } from '../../../functions/dashboard/read-latencies.ts';
import { readMoneyRace } from '../../../functions/dashboard/read-money.ts';
import { readStreets } from '../../../functions/dashboard/read-streets.ts';
import { readStuck } from '../../../functions/dashboard/read-stuck.ts';
import { writeOfDelivery } from '../../../functions/runtime/delivery-log.ts';
import { NOW, openDashboard, projectIn, SONGTAI, TODAY, WUMA } from './look.ts';

const { put, write, ask } = openDashboard();

describe('the funnel', () => {
  it('counts the open projects of each step, those due and those overdue by the service targets', async () => {
    await put(
      projectIn('SURVEYED', 1, { days: 31 }), // due after 30 days
      projectIn('SURVEYED', 2, { days: 30 }),
      projectIn('SURVEYED', 3, { days: 24 }),
      projectIn('ACCOUNT_OPENED', 4, { days: 2 }),
      projectIn('EXCLUDED', 5),
      projectIn('OWNER_MAINTENANCE', 6),
    );
    const { figures } = await ask(readFunnel);
    expect(figures).toMatchObject({ open: 4, dueToday: 1, overdue: 1, atLeast: false });
    expect(figures.steps[0]).toMatchObject({ step: 1, open: 3, overdue: 1, dueSoon: 2 });
    expect(figures.steps[0].longest).toMatchObject({ projectId: '330302-2026-0001' });
    expect(figures.steps[3]).toMatchObject({ step: 4, open: 1, overdue: 0, dueSoon: 0 });
  });

  it('puts nobody on a list for what only waits for a date', async () => {
    await put(projectIn('IN_WARRANTY', 1, { days: 2000 }));
    expect((await ask(readFunnel)).figures).toMatchObject({ open: 1, overdue: 0 });
  });

  it('forgets where a project was when it moves on', async () => {
    const before = projectIn('SURVEYED', 1, { days: 40 });
    await put(before);
    const after: Project = { ...before, state: 'VOTING', since: NOW, head: { seq: 2, hash: 'b'.repeat(64) } };
    await write(projectionOf(before, after));
    const { figures } = await ask(readFunnel);
    expect(figures.steps.map(({ open }: { open: number }) => open)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(figures.overdue).toBe(0);
  });
});

describe('whose figures they are', () => {
  beforeEach(() =>
    put(projectIn('SURVEYED', 1, { days: 40 }), projectIn('SURVEYED', 2, { street: SONGTAI, days: 40 })),
  );

  it('shows a street its own, whatever it asks for', async () => {
    const own = await ask(readFunnel, { role: 'STREET', unit: WUMA, query: { street: SONGTAI } });
    expect(own.figures.open).toBe(1);
    const streets = await ask(readStreets, { role: 'STREET', unit: WUMA });
    expect(streets.figures.streets.map(({ street }: { street: string }) => street)).toEqual([WUMA]);
    const due = await ask(readAgeing, { role: 'STREET', unit: WUMA });
    expect(due.figures.due).toMatchObject([{ street: WUMA, owner: 'COMMUNITY' }]);
  });

  it('shows the district all of it, or one street of its choice', async () => {
    expect((await ask(readFunnel)).figures.open).toBe(2);
    expect((await ask(readFunnel, { query: { street: SONGTAI } })).figures.open).toBe(1);
  });

  it.each(['COMMUNITY', 'BODY'] as const)('is no page of a %s', async (role) => {
    expect((await ask(readFunnel, { role, unit: `${WUMA}001` })).statusCode).toBe(403);
  });

  it('finds projects by the beginning of a name or number, a street only its own', async () => {
    const byName = await ask(findProjects, { query: { text: '第' } });
    expect(byName.figures.projects).toHaveLength(2);
    const byNumber = await ask(findProjects, { role: 'STREET', unit: SONGTAI, query: { text: '330302-2026' } });
    expect(byNumber.figures.projects).toMatchObject([{ projectId: '330302-2026-0002', step: 1 }]);
  });

  it.each([
    '330302-2026-0002 F2 V2 P03 7K3MQT',
    'JG1:330302-2026-0002/F2/2/03/7K3MQT',
    'https://jiugai.example.cn/p/v/330302-2026-0002/F3/1/01/7K3MQT',
  ])('finds the project of the code on a paper: %s', async (text) => {
    expect((await ask(findProjects, { query: { text } })).figures.projects).toMatchObject([
      { projectId: '330302-2026-0002' },
    ]);
  });
});

describe('clocks, money and reviews', () => {
  it('name the counted days of a running notice, over a holiday and a worked Saturday', async () => {
    const publicity = {
      ...NO_PUBLICITY,
      runsFrom: '2026-09-30',
      endsOn: '2026-10-13',
      opensAt: '2026-10-13T16:00:00.000Z',
    } as unknown as Project['publicity'];
    await put(projectIn('PUBLICITY_RUNNING', 1, { publicity }));
    const { figures } = await ask(readClocks);
    expect(figures).toMatchObject({ running: 1, clocks: [{ openObjections: 0, interrupted: false }] });
    expect(figures.clocks[0].countedDays).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
      '2026-10-13',
    ]);
  });

  it('name no day of a notice that is interrupted: all are counted anew', async () => {
    const publicity = { ...NO_PUBLICITY, runsFrom: '2026-09-30', endsOn: '2026-10-13' };
    await put(projectIn('PUBLICITY_INTERRUPTED', 1, { publicity: publicity as unknown as Project['publicity'] }));
    const { figures } = await ask(readClocks);
    expect(figures).toMatchObject({ running: 1, clocks: [{ interrupted: true, countedDays: [] }] });
  });

  it('list the accounts nearest to all of the money first, and apart those that have it', async () => {
    const funding = (arrivalRate: string, missing: string, funded = false) =>
      ({
        account: { bank: '农行', lastDigits: '0000', numberHash: 'c'.repeat(64), openedOn: '2026-10-01' },
        credited: '1.00',
        byChannel: {},
        arrival: { required: '100.00', missing, arrivalRate, funded, selfRaised: '100.00', excess: '0.00' },
      }) as unknown as Project['funding'];
    const consent = { plan: { funding: { residents: '100.00' } } } as unknown as Project['consent'];
    await put(
      projectIn('ACCOUNT_OPENED', 1, { consent, funding: funding('20.80', '79.20') }),
      projectIn('ACCOUNT_OPENED', 2, { consent, funding: funding('99.99', '0.01') }),
      projectIn('FUNDED', 3, { consent, funding: funding('100.00', '0.00', true) }),
    );
    const { figures } = await ask(readMoneyRace);
    expect(figures).toMatchObject({ open: 2, funded: 1 });
    expect(figures.nearest.map(({ arrivalRate }: { arrivalRate: string }) => arrivalRate)).toEqual(['99.99', '20.80']);
  });

  it('list the projects that stand in joint review', async () => {
    await put(projectIn('APPROVALS', 1), projectIn('UNDER_CONSTRUCTION', 2));
    expect((await ask(listReviews)).figures.reviews).toMatchObject([{ projectId: '330302-2026-0001', round: 0 }]);
  });

  it('say that there is no budget and no reconciliation yet', async () => {
    expect((await ask(readBudgetYear)).figures).toEqual({ asOf: NOW, today: TODAY, year: '2026' });
    expect((await ask(readStuck)).figures.reconciliation).toBeUndefined();
    expect((await ask(readLatencies)).figures.undelivered).toBe(0);
  });
});

describe('the times of an installation that its gateway measures', () => {
  it('are said to stand elsewhere, but for the notices, whose way is on record', async () => {
    const delivery = (noticeId: string, seconds: number) => ({
      noticeId,
      subject: { zh: '待办', en: 'to do' },
      recipient: 'desk',
      role: 'STREET' as const,
      unit: WUMA,
      channel: 'mail',
      state: 'DELIVERED' as const,
      attempts: 1,
      writtenAt: NOW,
      at: instantOf(Date.parse(NOW) + seconds * 1000),
    });
    await write(
      [1, 2, 30].map((seconds, index) =>
        writeOfDelivery(delivery(`n-${index}`, seconds), { ledger: `n-${index}`, seq: 1 }),
      ),
    );
    const { figures } = await ask(readAnswerTimes(undefined), { role: 'OPERATOR' });
    expect(figures).toMatchObject({ measured: false, routes: [], days: [], delivered: { count: 3 } });
    expect(figures.delivered.p50).toBeGreaterThanOrEqual(2_000);
    expect(figures.delivered.p50).toBeLessThan(2_300);
    expect(figures.delivered.p95).toBeGreaterThanOrEqual(30_000);
  });
});
