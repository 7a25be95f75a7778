// The subsidy goes to those whose own money was first complete, to the fen and in that order, whoever asks first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../../domain/errors.ts';
import { reserveSubsidy } from '../../../functions/funding/reserve-subsidy.ts';
import { setBudget } from '../../../functions/funding/set-budget.ts';
import { requireProject } from '../../../functions/runtime/load-project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { actor, fundedOn } from '../../domain/programme/neighbourhoods.ts';
import { FINANCE } from '../../domain/projects/funding/step-four.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { OFFICE, openProgrammeDesk, type ProgrammeDesk } from './programme-desk.ts';

let desk: ProgrammeDesk;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

const serialOf = (number: number): string => String(number).padStart(4, '0');
const idOf = (number: number): string => `330302-2026-${serialOf(number)}`;
/** The higher the number, the earlier the money was complete. */
const funded = (number: number) =>
  putInLedger(desk.ports, fundedOn(addDays(plainDateOf('2026-03-01'), -number), { serial: serialOf(number) }));
const grant = async (amount: string): Promise<void> => {
  expect((await setBudget(desk.ports, FINANCE, { year: '2026', amount, document: desk.paper })).ok).toBe(true);
};
const reserve = (projectId: string) =>
  performAct(desk.ports, reserveSubsidy, { projectId, actor: FINANCE, input: { budgetYear: '2026' } });
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'granted' : outcome.refusal.code);
const year = (name: string, body: object) => desk.office(name, { body });

describe('the order of the queue', () => {
  it('holds when twelve ask at once again and again: whoever holds money stood before whoever holds none', async () => {
    await grant('20000000.00');
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    for (const number of numbers) await funded(number);
    const holders = async () => {
      const projects = await Promise.all(numbers.map((number) => requireProject(desk.ports, idOf(number))));
      return projects.flatMap(({ projectId, funding }) => (funding.reservation ? [projectId] : []));
    };
    for (const round of numbers) {
      await Promise.all(numbers.map((number) => reserve(idOf(number))));
      const held = await holders();
      expect(held).toEqual(numbers.slice(-held.length).map(idOf));
      if (round >= 5) expect(held).toHaveLength(5);
    }
    expect(codeOf(await reserve(idOf(7)))).toBe('BUDGET_EXHAUSTED');
    expect(codeOf(await reserve(idOf(1)))).toBe('GATE_SHUT');
  });

  it('is told to whoever asks too early, and is opened by carrying over the one before', async () => {
    await grant('20000000.00');
    await funded(2);
    await funded(1);
    const early = await reserve(idOf(1));
    expect(early).toMatchObject({ ok: false, refusal: { code: 'GATE_SHUT', clause: '三(四)' } });
    expect(early.ok === false && early.refusal.says.zh).toContain(idOf(2));
    await year('decidePlace', { projectId: idOf(2), decision: 'SUPPLEMENT', reason: '列入', document: desk.paper });
    const carried = {
      projectId: idOf(2),
      decision: 'CARRY_OVER',
      toYear: '2027',
      reason: '资金安排',
      document: desk.paper,
    };
    expect((await year('decidePlace', carried)).status).toBe(201);
    expect(codeOf(await reserve(idOf(1)))).toBe('granted');
    expect(codeOf(await reserve(idOf(2)))).toBe('GATE_SHUT');
  });
});

describe('a year with a round', () => {
  it('gives money to its members alone, and to others by a recorded decision', async () => {
    await grant('20000000.00');
    await funded(1);
    await year('openRound', { closesOn: '2026-03-31', notice: desk.paper });
    expect(codeOf(await reserve(idOf(1)))).toBe('GATE_SHUT');
    const before = await desk.ask('readRound', { by: OFFICE, path: { year: '2026' } });
    expect(before.json.waiting).toMatchObject([{ projectId: idOf(1), fits: false, conditions: [{ code: 'PLACE' }] }]);
    await year('decidePlace', { projectId: idOf(1), decision: 'SUPPLEMENT', reason: '民生急需', document: desk.paper });
    const after = await desk.ask('readRound', { by: OFFICE, path: { year: '2026' } });
    expect(after.json.waiting).toMatchObject([{ projectId: idOf(1), rank: 1, fits: true, conditions: [] }]);
    expect(codeOf(await reserve(idOf(1)))).toBe('granted');
  });

  it('shows a project that was carried over in the year it was carried to', async () => {
    await funded(1);
    await year('decidePlace', { projectId: idOf(1), decision: 'SUPPLEMENT', reason: '列入', document: desk.paper });
    const twoYears = {
      projectId: idOf(1),
      decision: 'CARRY_OVER',
      toYear: '2028',
      reason: '延后',
      document: desk.paper,
    };
    expect((await year('decidePlace', twoYears)).status).toBe(422);
    expect((await year('decidePlace', { ...twoYears, toYear: '2027' })).status).toBe(201);
    const waiting = async (of: string) =>
      (await desk.ask('readRound', { by: OFFICE, path: { year: of } })).json.waiting as unknown[];
    expect(await waiting('2026')).toEqual([]);
    expect(await waiting('2027')).toMatchObject([{ projectId: idOf(1) }]);
  });
});

describe('an export of a street', () => {
  it('has its own rows under the ranks of the whole district', async () => {
    await grant('4000000.00');
    await putInLedger(desk.ports, fundedOn('2026-02-01', { serial: '0002', street: '330302002' }));
    await funded(1);
    const csv = await desk.ask('exportTable', {
      by: actor('STREET', '330302001'),
      path: { year: '2026', table: 'waiting-list' },
      query: { format: 'csv' },
    });
    const [, ...rows] = new TextDecoder().decode(csv.bytes).split('\r\n');
    expect(rows.filter((row) => row.includes('330302-2026-'))).toHaveLength(1);
    expect(rows[0]).toMatch(/^2,330302-2026-0001,.*否.*年度预算须增加 4000000\.00 元/);
  });
});
