// Reserving subsidies: never over the budget however many ask at once, and nothing lost between the two ledgers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideReserve } from '../../../domain/budget/budget.ts';
import { addDays, plainDateOf, startOfDay } from '../../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../../domain/errors.ts';
import { decimalOf, sum } from '../../../domain/money/money.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { appendToBudget } from '../../../functions/funding/append-to-budget.ts';
import {
  findOrphanReservations,
  settleOrphanReservation,
} from '../../../functions/funding/find-orphan-reservations.ts';
import { readBudget } from '../../../functions/funding/read-budget.ts';
import { reserveSubsidy } from '../../../functions/funding/reserve-subsidy.ts';
import { adjustBudget, setBudget } from '../../../functions/funding/set-budget.ts';
import { requireProject } from '../../../functions/runtime/load-project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { confirmProject } from '../../../functions/start/confirm-project.ts';
import { at, FINANCE, projectIn, STREET, V4 } from '../../domain/projects/funding/step-four.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger, storePaper } from './project-in-ledger.ts';

let fake: FakePorts;
let ports: Ports;
beforeEach(() => {
  fake = fakePorts({ now: at('2026-03-09') });
  ports = fake.ports;
});
afterEach(() => fake.close());

const nextDay = () => fake.setNow(startOfDay(addDays(plainDateOf('2026-03-09'), 1)));
const idOf = (serial: number): string => `330302-2026-${String(serial).padStart(4, '0')}`;
const fundedProject = (serial: number): Promise<Project> => {
  const project = projectIn('FUNDED', V4, idOf(serial));
  return putInLedger(ports, { ...project, funding: { ...project.funding, credited: V4.residents } });
};
const reserve = (projectId: string, over: Ports = ports, budgetYear = '2026') =>
  performAct(over, reserveSubsidy, { projectId, actor: FINANCE, input: { budgetYear } });
const grant = async (amount: string, year = '2026'): Promise<void> => {
  const set = await setBudget(ports, FINANCE, { year, amount, document: await storePaper(ports) });
  expect(set.ok).toBe(true);
};
const budgetOf = async (year = '2026') => {
  const budget = await readBudget(ports, year);
  return budget.ok ? budget.value : expect.fail(budget.refusal.says.en);
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'granted' : outcome.refusal.code);

/** The machine is switched off between the two writes: the budget's goes through, the project's does not. */
const dyingBetween = (): Ports => ({
  ...ports,
  ledger: {
    ...ports.ledger,
    append: (ref, entry, consequences) =>
      ref.kind === 'PROJECT' ? Promise.reject(new Error('power cut')) : ports.ledger.append(ref, entry, consequences),
  },
});

describe('reserving a subsidy', () => {
  it('holds the subsidy of the approved plan in the year and in the project', async () => {
    await grant('10000000');
    const { projectId } = await fundedProject(1);
    const reserved = await reserve(projectId);
    expect(reserved.ok && reserved.value.findings.map(({ rule, code }) => [rule, code])).toEqual([
      ['I-01', 'WITHIN_BUDGET'],
    ]);
    expect((await requireProject(ports, projectId)).funding.reservation).toEqual({
      budgetYear: '2026',
      amount: '4000000.00',
      seq: 2,
    });
    expect(await budgetOf()).toMatchObject({ reserved: '4000000.00', left: '6000000.00' });
    expect((await ports.views.get('budget', 'years', '2026'))?.value).toMatchObject({ left: '6000000.00' });
  });

  it('40 at once in a budget for 25 holds exactly 25, to the fen, and tells the others what is left', async () => {
    await grant('100000000.01');
    const projects = await Promise.all(Array.from({ length: 40 }, (_, index) => fundedProject(index + 1)));
    const outcomes = await Promise.all(projects.map(({ projectId }) => reserve(projectId)));

    expect(Map.groupBy(outcomes, codeOf).get('granted')).toHaveLength(25);
    expect(Map.groupBy(outcomes, codeOf).get('BUDGET_EXHAUSTED')).toHaveLength(15);
    const budget = await budgetOf();
    expect(budget).toMatchObject({ reserved: '100000000.00', left: '0.01' });
    const held = await Promise.all(projects.map(({ projectId }) => requireProject(ports, projectId)));
    const inProjects = held.flatMap(({ projectId, funding }) => (funding.reservation ? projectId : []));
    expect(budget.reservations.map(({ projectId }) => projectId).toSorted()).toEqual(inProjects);
    expect(sum(budget.reservations.map(({ amount }) => decimalOf(amount))).toFixed(2)).toBe('100000000.00');
    const refused = outcomes.find((outcome) => !outcome.ok);
    expect(refused?.ok === false && refused.refusal.says.en).toContain('0.01 yuan of the budget of 2026 are left');
  });

  it('asked for twice at once by the same project holds once', async () => {
    await grant('8000000');
    const { projectId } = await fundedProject(1);
    const outcomes = await Promise.all([reserve(projectId), reserve(projectId), reserve(projectId)]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['STALE', 'STALE', 'granted']);
    expect(await budgetOf()).toMatchObject({ reserved: '4000000.00' });
    expect(codeOf(await reserve(projectId))).toBe('NOT_NOW');
  });

  it('is refused while no budget is set', async () => {
    const { projectId } = await fundedProject(1);
    expect(codeOf(await reserve(projectId))).toBe('GATE_SHUT');
  });

  it('gathers the same facts again years later, and writes nothing then', async () => {
    await grant('12000000');
    const [first, second] = [await fundedProject(1), await fundedProject(2)];
    await reserve(first.projectId);
    await reserve(second.projectId);
    await adjustBudget(ports, FINANCE, {
      year: '2026',
      amount: '9000000',
      document: await storePaper(ports),
      reason: '年中调整',
    });
    const gathering = { project: second, input: { budgetYear: '2026' }, actor: FINANCE };
    const facts = await reserveSubsidy.gather(ports, gathering);
    expect(facts).toEqual({ ok: true, value: { budget: '12000000.00', reserved: '4000000.00' } });
    expect(await ports.ledger.read({ kind: 'BUDGET', id: '2026' })).toHaveLength(4);
  });
});

describe('a reservation whose second write was lost', () => {
  it('is completed for whoever made it, if nothing has happened since', async () => {
    await grant('8000000');
    const { projectId } = await fundedProject(1);
    await expect(reserve(projectId, dyingBetween())).rejects.toThrow('power cut');
    expect(await findOrphanReservations(ports)).toEqual([]);

    nextDay();
    const orphans = await findOrphanReservations(ports);
    expect(orphans.map(({ year, remedy, holding }) => [year, remedy, holding.projectId])).toEqual([
      ['2026', 'COMPLETE', projectId],
    ]);
    const settled = await Promise.all(orphans.map((orphan) => settleOrphanReservation(ports, orphan)));
    expect(settled).toEqual(['COMPLETED']);
    const entries = await ports.ledger.read({ kind: 'PROJECT', id: projectId }, 1);
    expect(entries.map(({ act, actor }) => [act, actor.role])).toEqual([['reserve-subsidy', 'FINANCE']]);
    expect(await findOrphanReservations(ports)).toEqual([]);
    expect(await budgetOf()).toMatchObject({ reserved: '4000000.00' });
  });

  it('is completed by asking again, and held once', async () => {
    await grant('8000000');
    const { projectId } = await fundedProject(1);
    await expect(reserve(projectId, dyingBetween())).rejects.toThrow('power cut');
    expect(codeOf(await reserve(projectId))).toBe('granted');
    expect(await budgetOf()).toMatchObject({ reserved: '4000000.00' });
    nextDay();
    expect(await findOrphanReservations(ports)).toEqual([]);
  });

  it('is given back if the project has moved on, and can be made again', async () => {
    await grant('4000000');
    const { projectId } = await fundedProject(1);
    await expect(reserve(projectId, dyingBetween())).rejects.toThrow('power cut');
    const input = { confirmedOn: '2026-03-09', inDemolitionPlan: false, demolitionPlan: await storePaper(ports) };
    expect(codeOf(await performAct(ports, confirmProject, { projectId, actor: STREET, input }))).toBe('granted');

    nextDay();
    const [orphan = expect.fail('no orphan')] = await findOrphanReservations(ports);
    expect(orphan.remedy).toBe('NOT_COMPLETED');
    expect(await settleOrphanReservation(ports, orphan)).toBe('RELEASED');
    expect(await budgetOf()).toMatchObject({ reserved: '0.00' });
    expect(codeOf(await reserve(projectId))).toBe('granted');
    expect(await findOrphanReservations(ports)).toEqual([]);
  });

  it('is not given back from under somebody who has renewed it meanwhile', async () => {
    await grant('4000000');
    const { projectId } = await fundedProject(1);
    await expect(reserve(projectId, dyingBetween())).rejects.toThrow('power cut');
    const input = { confirmedOn: '2026-03-09', inDemolitionPlan: false, demolitionPlan: await storePaper(ports) };
    await performAct(ports, confirmProject, { projectId, actor: STREET, input });
    nextDay();
    const [orphan = expect.fail('no orphan')] = await findOrphanReservations(ports);
    expect(codeOf(await reserve(projectId))).toBe('granted');
    await settleOrphanReservation(ports, orphan);
    expect(await budgetOf()).toMatchObject({ reserved: '4000000.00' });
  });

  it('in another year is given back when the project took this one after all', async () => {
    await grant('8000000');
    await grant('8000000', '2027');
    const { projectId } = await fundedProject(1);
    await expect(reserve(projectId, dyingBetween(), '2027')).rejects.toThrow('power cut');
    expect(codeOf(await reserve(projectId))).toBe('granted');
    nextDay();
    const [orphan = expect.fail('no orphan')] = await findOrphanReservations(ports);
    expect([orphan.year, orphan.remedy]).toEqual(['2027', 'NOT_COMPLETED']);
    expect(await settleOrphanReservation(ports, orphan)).toBe('RELEASED');
    expect(await budgetOf('2027')).toMatchObject({ reserved: '0.00' });
    expect(await budgetOf('2026')).toMatchObject({ reserved: '4000000.00' });
  });
});

describe('a reservation that has done its work', () => {
  it('is given back in the old year when the project moves to another', async () => {
    await grant('8000000');
    await grant('8000000', '2027');
    const { projectId } = await fundedProject(1);
    await reserve(projectId);
    expect(codeOf(await reserve(projectId, ports, '2027'))).toBe('granted');
    nextDay();
    const [orphan = expect.fail('no orphan')] = await findOrphanReservations(ports);
    expect([orphan.year, orphan.remedy]).toEqual(['2026', 'SUPERSEDED']);
    expect(await settleOrphanReservation(ports, orphan)).toBe('RELEASED');
    expect(await budgetOf()).toMatchObject({ reserved: '0.00' });
  });

  it('is given back when the project leaves the programme', async () => {
    await grant('8000000');
    const project = projectIn('EXCLUDED', V4, idOf(1));
    const reservation = { budgetYear: '2026', amount: V4.subsidy, seq: 2 };
    await putInLedger(ports, { ...project, funding: { ...project.funding, reservation } });
    const held = { projectId: project.projectId, amount: V4.subsidy, projectSeq: 1 };
    await appendToBudget(ports, { actor: FINANCE }, '2026', (budget) => decideReserve(budget, held));
    nextDay();
    const [orphan = expect.fail('no orphan')] = await findOrphanReservations(ports);
    expect(orphan.remedy).toBe('LEFT_PROGRAMME');
    expect(await settleOrphanReservation(ports, orphan)).toBe('RELEASED');
    expect(await budgetOf()).toMatchObject({ left: '8000000.00' });
  });
});
