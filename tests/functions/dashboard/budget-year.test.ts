// The budget of the year as the dashboard draws it: what is promised, what of it is paid out, month by month.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { sumBudgetYear } from '../../../functions/dashboard/read-budget-year.ts';
import { setBudget } from '../../../functions/funding/set-budget.ts';
import { at, FINANCE } from '../../domain/projects/funding/step-four.ts';
import { PAPER, play, TODAY, underConstruction } from '../../domain/projects/works/building-site.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { storePaper } from '../funding/project-in-ledger.ts';

let fake: FakePorts;
beforeEach(async () => {
  fake = fakePorts({ now: at(TODAY) });
  const document = await storePaper(fake.ports);
  const set = await setBudget(fake.ports, FINANCE, { year: '2026', amount: '90000000', document });
  if (!set.ok) throw new Error(set.refusal.says.en);
});
afterEach(() => fake.close());

const planned = (): NonNullable<Project['consent']['plan']>['funding'] => {
  const { plan } = underConstruction().consent;
  if (plan === undefined) throw new Error('no plan');
  return plan.funding;
};

const holding = (budgetYear: string, amount = planned().subsidy): Project => {
  const site = underConstruction();
  return { ...site, funding: { ...site.funding, reservation: { budgetYear, amount, seq: 1 } } };
};

const pay = (project: Project, amount: string, paidOn: string): Project =>
  play(project, [['STREET', 'record-progress-payment', { contractNo: 'SG-1', amount, paidOn, certificate: PAPER }]]);

const put = (project: Project) => fake.ports.views.write(projectionOf(undefined, project));

const budget = async () => (await sumBudgetYear(fake.ports)).budget;

describe('what is paid of the budget of the year', () => {
  it('is nothing while nothing is paid, in every month that has begun', async () => {
    await put(holding('2026'));
    expect(await budget()).toMatchObject({ paid: '0.00', paidByMonth: ['0.00', '0.00', '0.00'] });
  });

  it('is the part of each payment that the subsidy is of the total, from the month of the payment on', async () => {
    const { total, subsidy } = planned();
    await put(pay(pay(holding('2026'), '1000000', '2026-01-31'), '500000', '2026-03-01'));
    const part = (yuan: number) => ((yuan * Number(subsidy)) / Number(total)).toFixed(2);
    expect(await budget()).toMatchObject({
      paid: part(1_500_000),
      paidByMonth: [part(1_000_000), part(1_000_000), part(1_500_000)],
    });
  });

  it('is never more than what is held', async () => {
    await put(pay(holding('2026', '1000.00'), '4000000', '2026-02-02'));
    expect((await budget())?.paidByMonth).toEqual(['0.00', '1000.00', '1000.00']);
  });

  it('leaves out a project that holds money of another year, or none', async () => {
    await put(pay(holding('2025'), '1000000', '2026-02-02'));
    expect((await budget())?.paid).toBe('0.00');
  });

  it('goes with the reservation when that moves to another year', async () => {
    const before = pay(holding('2026'), '1000000', '2026-02-02');
    await put(before);
    const moved: Project = {
      ...before,
      head: { ...before.head, seq: before.head.seq + 1 },
      funding: { ...before.funding, reservation: { budgetYear: '2027', amount: planned().subsidy, seq: 9 } },
    };
    await fake.ports.views.write(projectionOf(before, moved));
    expect((await budget())?.paid).toBe('0.00');
  });
});
